import { describe, expect, it } from "vitest";
import { answerText, FACTS } from "../../../test/figures/fixtures.ts";
import { unitName } from "./units.ts";

const CELLS = FACTS.filter((f) => f.indicator === "safety_standard_met" && f.area === "Lạng Sơn").map(
  (f) => ({ unit: unitName(f.unitType ?? ""), met: Number(f.numerator), all: Number(f.denominator) }),
);
const dotted = (n: number) => String(n).replace(/(?=(?:\d{3})+$)(?!^)/gu, ".");

/** Ways to leave two types out; each asks for what is left. */
const FRAMES: readonly ((a: string, b: string) => string)[] = [
  (a, b) => `cả 7 loại năm 2022 trừ ${a} và ${b} thì đạt bao nhiêu`,
  (a, b) => `năm 2022 không tính ${a} với ${b} thì đạt bao nhiêu trên bao nhiêu`,
  (a, b) => `nếu không kể ${a} và ${b} thì năm 2022 có tổng cộng bao nhiêu đơn vị đạt`,
  (a, b) => `ngoài ${a}, ${b} ra thì năm 2022 các loại khác đạt bao nhiêu phần trăm`,
];

describe("types that are left out", () => {
  it("are all left out, however it is said, and nothing else is", async () => {
    const wrong: string[] = [];
    for (const [i, a] of CELLS.entries())
      for (const b of CELLS.slice(i + 1)) {
        const left = CELLS.filter((cell) => cell !== a && cell !== b);
        const sum = (pick: (cell: (typeof CELLS)[number]) => number) =>
          left.map(pick).reduce((x, y) => x + y);
        const ratio = `${dotted(sum(({ met }) => met))}/${dotted(sum(({ all }) => all))}`;
        for (const frame of FRAMES) {
          const question = frame(a.unit, b.unit);
          if (!(await answerText(question)).includes(ratio)) wrong.push(`${question} → ${ratio}`);
        }
      }
    expect(wrong).toEqual([]);
  });

  it.each([
    ["7 loai 2022 bo khu dan cu di con may don vi chua dat", "42/1.151"],
    ["gộp cả 7 loại 2022 nhưng loại doanh nghiệp ra, tỷ lệ mấy", "2.751/2.821"],
    ["tôi là bí thư xã, xin hỏi: năm 2022, không kể phường, bao nhiêu đơn vị đạt", "2.791/2.873"],
    ["ngoài doanh nghiệp thì loại nào thấp nhất năm 2022", "Thấp nhất: phường"],
    ["tỷ lệ khu dân cư trừ tỷ lệ xã năm 2022 ra mấy điểm", "2,05 điểm"],
  ])("%s", async (question, wanted) => expect(await answerText(question)).toContain(wanted));
});

describe("a share to be reached", () => {
  it.each([
    ["doanh nghiệp 2022 cách mốc 80% bao nhiêu đơn vị", "Cần thêm 2 doanh nghiệp"],
    ["trường học năm 2022 đã qua mốc 98% chưa", "Không cần thêm"],
    ["phường năm 2022 có vượt ngưỡng 85% không", "Cần thêm 1 phường"],
    ["loại nào vượt ngưỡng 98% năm 2022", "Có 2 loại trên 98%"],
    ["xã năm 2022 vượt 95% đúng không", "Đúng với nguồn"],
  ])("%s", async (question, wanted) => expect(await answerText(question)).toContain(wanted));
});
