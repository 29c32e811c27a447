import { describe, expect, it } from "vitest";
import { answerText } from "../../../../test/figures/fixtures.ts";

describe("the province after one of its communes", () => {
  it("is meant by its bare name, and has no figure that the commune's would stand for", async () => {
    const answer = await answerText("xã Quảng Lạc năm 2023 mấy tổ hòa giải", "thế của tỉnh thì mấy tổ");
    expect(answer).toContain("Chưa có số liệu năm 2023");
    expect(answer).toContain("tỉnh Lạng Sơn");
    expect(answer).not.toContain("9 tổ");
  });

  it("is no place of its own after a figure of the province", async () => {
    expect(await answerText("xã đạt chuẩn năm 2022", "còn phường của tỉnh")).toContain("4/5");
  });
});
