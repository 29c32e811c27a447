import { describe, expect, it } from "vitest";
import { answerText, FACTS } from "../../../test/figures/fixtures.ts";
import { formatNumber } from "./numbers.ts";
import { parseRational } from "./rational.ts";

const OF_2022 = FACTS.filter(
  (f) =>
    f.area === "Lạng Sơn" &&
    f.period === "năm 2022" &&
    f.coverage === "whole" &&
    (f.numerator ?? f.value) !== undefined,
);

describe("a year told whole", () => {
  it.each([
    "tóm tắt năm 2022 cho tôi đọc",
    "so lieu tong ket phong trao 2022",
    "báo cáo nhanh kết quả phong trào năm 2022",
    "thành tích 2022 của tỉnh",
  ])("is what fits on two screens, from the standard to the awards: %s", async (question) => {
    const answer = await answerText(question);
    expect(answer.replace(/https?:\S+/gu, "").length).toBeLessThanOrEqual(1200);
    for (const told of ["2.795/2.878", "16 mô hình", "11 tập thể", "25 tập thể"])
      expect(answer).toContain(told);
  });

  it.each(["số liệu đầy đủ năm 2022", "tom tat toan bo nam 2022"])(
    "has every figure of the year and every source where all is wanted: %s",
    async (question) => {
      const answer = await answerText(question);
      const missing = OF_2022.filter(
        (f) =>
          !answer.includes(formatNumber(parseRational(f.numerator ?? f.value ?? ""))) ||
          !answer.includes(f.url ?? f.source),
      );
      expect(missing.map(({ id }) => id)).toEqual([]);
    },
  );

  it("has as many sentences as were asked for, the standard first", async () => {
    const [, body = ""] = (await answerText("tóm tắt năm 2022 trong 2 câu")).split("\n\n");
    expect(body).toContain("173/181 xã");
    expect(body.match(/\.(?: |$)/gu)).toHaveLength(2);
  });

  it("says which period a figure is of, and what there is where there is none", async () => {
    expect(await answerText("tóm tắt số liệu 2021")).toContain("Hai năm 2020-2021:");
    expect(await answerText("tóm tắt số liệu 2010")).toMatch(/^Chưa có số liệu năm 2010[\s\S]*năm 2022/u);
  });

  it.each([
    "tóm tắt thông tư 124/2021",
    "tóm tắt tình hình ma túy năm 2022",
    "cách viết báo cáo tổng kết 2022",
  ])("isn't what is asked: %s", async (question) => {
    expect(await answerText(question)).not.toContain("Kết quả năm 2022");
  });
});
