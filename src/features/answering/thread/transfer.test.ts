import { describe, expect, it } from "vitest";
import { transfer } from "./transfer.ts";

describe("transfer", () => {
  it("asks the earlier question of someone else", () => {
    expect(transfer("khu dân cư phải đạt những tiêu chí gì", "doanh nghiệp thì sao")).toBe(
      "doanh nghiệp thì sao phải đạt những tiêu chí gì",
    );
  });

  it.each([
    ["Ai công nhận xã đạt chuẩn?", "phường thì sao"],
    ["Tố giác ở đâu?", "doanh nghiệp thì sao"],
    ["xã cần gì để đạt chuẩn", "ai ký"],
    ["xã cần gì để đạt chuẩn", "công an xã có nhận đơn không"],
  ])("leaves %s and then %s alone", (earlier, question) => {
    expect(transfer(earlier, question)).toBeNull();
  });
});
