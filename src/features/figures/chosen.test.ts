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
const DISTRICTS = FACTS.filter(
  (f) => f.indicator === "commune_level_units" && f.level === "district" && f.unitType === "communeLevel",
)
  .map((f) => ({ name: f.area, n: Number(f.value) }))
  .toSorted((a, b) => b.n - a.n);
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

  it.each([
    ["nhóm nào đã qua 95% mà chưa đủ 98% năm 2022", "trên 95% và dưới 98%: khu dân cư, cơ quan, xã"],
    ["loại nào từ 90% trở lên nhưng chưa đạt 100% năm 2022", "từ 90% trở lên và dưới 100%"],
    ["các loại dưới 80% hoặc trên 99% năm 2022", "dưới 80%: thị trấn, doanh nghiệp"],
    ["loai nao 95-98% nam 2022", "từ 95% đến 98%: khu dân cư, cơ quan, xã"],
    [
      "2022 ba loại chưa đạt nhiều nhất, xếp theo số lượng không phải tỷ lệ",
      "khu dân cư chưa đạt, cơ quan chưa đạt, doanh nghiệp chưa đạt",
    ],
    ["top 2 loai dat nhieu nhat 2022, khong tinh theo so luong", "2 loại cao nhất: thị trấn, cơ sở giáo dục"],
  ])("%s", async (question, wanted) => {
    expect(await answerText(question)).toContain(wanted);
  });

  it("may be former districts, all that have figures, with every unit of the commune level", async () => {
    const [least = 0] = DISTRICTS.slice(-3).map(({ n }) => n);
    const cases: [string, typeof DISTRICTS][] = [
      ["những huyện có trên 20 đơn vị cấp xã năm 2020", DISTRICTS.filter(({ n }) => n > 20)],
      ["cac huyen duoi 18 don vi cap xa nam 2020", DISTRICTS.filter(({ n }) => n < 18)],
      ["ba huyện ít đơn vị cấp xã nhất năm 2020", DISTRICTS.filter(({ n }) => n <= least)],
      ["huyện nào có đúng 19 đơn vị cấp xã năm 2020", DISTRICTS.filter(({ n }) => n === 19)],
      ["top 2 huyện nhiều đơn vị cấp xã nhất 2020", DISTRICTS.filter(({ n }) => n >= (DISTRICTS[1]?.n ?? 0))],
    ];
    for (const [question, rows] of cases) {
      const answer = (await answerText(question))
        .split("\n\n")
        .slice(0, 2)
        .join("\n")
        .replaceAll("huyện", "Huyện");
      const wrong = DISTRICTS.filter(
        (row) => rows.includes(row) !== answer.includes(`${row.name}: ${row.n} đơn vị`),
      );
      expect(wrong, question).toEqual([]);
    }
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
