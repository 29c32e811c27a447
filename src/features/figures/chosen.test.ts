import { describe, expect, it } from "vitest";
import { answerText, ask, FACTS } from "../../../test/figures/fixtures.ts";
import { plainText } from "../../messaging/reply.ts";
import { unitName } from "./units.ts";

const ROWS = FACTS.filter((f) => f.indicator === "safety_standard_met" && f.area === "Lạng Sơn")
  .map((f) => ({
    name: unitName(f.unitType ?? ""),
    share: (Number(f.numerator) / Number(f.denominator)) * 100,
  }))
  .toSorted((a, b) => b.share - a.share);
const names = (rows: typeof ROWS) => rows.map(({ name }) => name).join(", ");

describe("which of the types", () => {
  it("are within bounds, whatever the bounds", async () => {
    const wrong: string[] = [];
    for (const [low, high] of [
      [70, 80],
      [77, 96],
      [80, 98],
      [90, 98],
      [95, 100],
      [97.5, 98.5],
    ] as const) {
      const said = (n: number) => String(n).replace(".", ",");
      const cases: [string, typeof ROWS][] = [
        [`loại nào dưới ${said(high)}% năm 2022`, ROWS.filter(({ share }) => share < high)],
        [`những loại trên ${said(low)}% năm 2022`, ROWS.filter(({ share }) => share > low)],
        [`cac loai dat tu ${said(low)}% tro len nam 2022`, ROWS.filter(({ share }) => share >= low)],
        [
          `loại nào từ ${said(low)} đến ${said(high)}% năm 2022`,
          ROWS.filter(({ share }) => share >= low && share <= high),
        ],
      ];
      for (const [question, rows] of cases) {
        const [head = ""] = (await answerText(question)).split("\n");
        const right =
          rows.length === 0
            ? head.startsWith("Không có loại nào")
            : head.startsWith(`Có ${rows.length} loại`) && head.endsWith(names(rows));
        if (!right) wrong.push(`${question}: ${head}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ["ba loại thấp nhất 2022", `3 loại thấp nhất: ${names(ROWS.toReversed().slice(0, 3))}`],
    ["top 2 loại đạt cao nhất 2022", `2 loại cao nhất: ${names(ROWS.slice(0, 2))}`],
    ["loại nào cao thứ hai năm 2022", `Cao thứ 2: ${ROWS[1]?.name}`],
    ["loại nào thấp thứ 2 năm 2022", `Thấp thứ 2: ${ROWS.at(-2)?.name}`],
    ["loại nào đạt 100% năm 2022", "đúng 100%: thị trấn"],
    ["xã đứng thứ mấy về tỷ lệ đạt năm 2022", "đứng thứ 5 trong 7 loại"],
    ["loại nào còn trên 10 đơn vị chưa đạt năm 2022", "Có 3 loại trên 10"],
    ["tổng đạt các loại năm 2022 không tính thị trấn", "2.781/2.864"],
  ])("%s", async (question, wanted) => {
    expect(await answerText(question)).toContain(wanted);
  });

  it("are asked for again among those that are left", async () => {
    const replies = await ask([
      "xếp hạng các loại năm 2022",
      "bỏ doanh nghiệp ra",
      "lấy 3 loại thấp nhất thôi",
    ]);
    const texts = replies.map((reply) => (reply === null ? "" : plainText(reply)));
    expect(texts[1]).toContain("Thấp nhất: phường");
    expect(texts[2]).toContain("3 loại thấp nhất: phường, xã, cơ quan");
  });
});
