import { describe, expect, it } from "vitest";
import { answerText, FACTS } from "../../../test/figures/fixtures.ts";
import { seeded } from "../../../test/figures/spelling.ts";
import { unitName } from "./units.ts";

/** Every cell of the standard × what is said of it × how it is rounded × how it is falsified, computed here by plain numbers. */
const CELLS = FACTS.filter((f) => f.indicator === "safety_standard_met" && f.area === "Lạng Sơn").map(
  (f) => ({ unit: unitName(f.unitType ?? ""), met: Number(f.numerator), all: Number(f.denominator) }),
);
type Cell = (typeof CELLS)[number];
const rounded = (value: number, places: number) =>
  (Math.sign(value) * Math.round(Math.abs(value) * 10 ** places + 1e-9)) / 10 ** places;
const comma = (value: number, places: number) => value.toFixed(places).replace(".", ",");

const ROLES: readonly { of: (cell: Cell) => number; say: (unit: string, n: string) => string }[] = [
  { of: ({ met }) => met, say: (unit, n) => `năm 2022 có ${n} ${unit} đạt đúng không` },
  { of: ({ met, all }) => all - met, say: (unit, n) => `${n} ${unit} chưa đạt năm 2022 đúng không` },
  { of: ({ all }) => all, say: (unit, n) => `số ${unit} được xét năm 2022 là ${n} phải không` },
];
const SHARES: typeof ROLES = [
  { of: ({ met, all }) => (met / all) * 100, say: (unit, n) => `tỷ lệ ${unit} đạt 2022 là ${n}% đúng ko` },
  {
    of: ({ met, all }) => (1 - met / all) * 100,
    say: (unit, n) => `tỷ lệ ${unit} chưa đạt năm 2022 là ${n}% phải không`,
  },
];

const isConfirmed = async (question: string) => (await answerText(question)).startsWith("Đúng với nguồn");
const isDenied = async (question: string) => (await answerText(question)).startsWith("Không khớp");

describe("numbers put forward", () => {
  it("hold in their own role and in no other", async () => {
    const wrong: string[] = [];
    for (const cell of CELLS)
      for (const role of ROLES) {
        const truth = role.of(cell);
        const numbers = new Set([cell.met, cell.all, cell.all - cell.met, truth + 1, truth + 7, truth * 10]);
        for (const n of numbers) {
          const question = role.say(cell.unit, String(n));
          const right = n === truth ? await isConfirmed(question) : await isDenied(question);
          if (!right) wrong.push(question);
        }
      }
    expect(wrong).toEqual([]);
  });

  it("hold wherever what they are is said, beside each other's words", async () => {
    const frames: readonly ((cell: Cell) => string)[] = [
      ({ unit, met }) => `năm 2022 toàn tỉnh có ${met} ${unit} đạt tiêu chuẩn an toàn ANTT đúng không`,
      ({ unit, met, all }) => `xét ${all} ${unit} đạt ${met} ${unit} năm 2022 đúng không`,
      ({ unit, met, all }) => `nam 2022 dat ${met} ${unit} trong ${all} ${unit} duoc xet dung ko`,
      ({ unit, met, all }) => `${all} ${unit} đưa vào xét chỉ ${met} ${unit} đạt năm 2022 phải không`,
      ({ unit, met }) => `dự thảo viết ${met} ${unit} đạt chuẩn năm 2022, kiểm tra giúp`,
      ({ unit, met, all }) => `${unit} đạt ${met}/${all} năm 2022, ghi vậy có sai không`,
    ];
    const wrong: string[] = [];
    for (const cell of CELLS)
      for (const frame of frames) {
        const { met, all } = cell;
        if (!(await isConfirmed(frame(cell)))) wrong.push(frame(cell));
        const less = { ...cell, met: met - 1 };
        if (met !== all && !(await isDenied(frame(less)))) wrong.push(frame(less));
      }
    expect(wrong).toEqual([]);
  });

  it("hold as shares with as many decimals as were said", async () => {
    const wrong: string[] = [];
    const random = seeded(17);
    for (const cell of CELLS)
      for (const role of SHARES)
        for (const places of [0, 1, 2]) {
          const truth = rounded(role.of(cell), places);
          const step = (1 + Math.floor(random() * 8)) / 10 ** places;
          const other = rounded(100 - role.of(cell), places);
          for (const said of new Set([truth, truth + step, other])) {
            const question = role.say(cell.unit, comma(said, places));
            const right = said === truth ? await isConfirmed(question) : !(await isConfirmed(question));
            if (!right) wrong.push(`${question} (${role.of(cell)})`);
          }
        }
    expect(wrong).toEqual([]);
  });

  it("are ranks, from above and from below", async () => {
    const ranked = CELLS.toSorted((a, b) => b.met / b.all - a.met / a.all);
    const wrong: string[] = [];
    for (const [i, { unit }] of ranked.entries())
      for (const n of [2, 3, 4, 5, 6])
        for (const [question, isTrue] of [
          [`${unit} xếp thứ ${n} năm 2022 đúng không`, n === i + 1],
          [`${unit} có phải loại thấp thứ ${n} năm 2022 không`, n === ranked.length - i],
        ] as const)
          if (!(await (isTrue ? isConfirmed : isDenied)(question))) wrong.push(question);
    expect(wrong).toEqual([]);
  });

  it.each([
    ["173 xã chưa đạt năm 2022 đúng không", "173 là số xã đạt chuẩn; số xã chưa đạt là 8"],
    ["2022: xã 173/181, phường 5/5, tt 14/14 đúng chưa", "5 là số phường được xét"],
    ["2022 173 xã, 4 phường và 12 thị trấn đạt đúng không", "số thị trấn đạt chuẩn là 14"],
    ["181 xã được xét, 8 xã đạt năm 2022 đúng không", "8 là số xã chưa đạt"],
    ["xã và phường 2022 đạt 181/186 đúng không", "số xã, phường đạt chuẩn là 177"],
    ["598 cơ quan có phải tổng số cơ quan không", "598 là số cơ quan được xét, không phải tổng số cơ quan"],
    ["năm 2022 có 173 xã đúng không", "173 là số xã đạt chuẩn"],
    ["Bộ trưởng tặng 25 giấy khen năm 2022 đúng không", "25 là giấy khen của Giám đốc"],
    ["năm 2022 xây mới 66 mô hình đúng không", "mô hình xây mới là 16"],
    ["trên 97% xã đạt năm 2022 đúng không", "95,58%"],
    ["hơn bốn phần năm doanh nghiệp đạt năm 2022, nói vậy được không", "77,19%"],
    ["năm 2019 vượt chỉ tiêu 43 cuộc vận động đúng không", "43 là mức vượt chỉ tiêu"],
    ["xã 173/181, phường 4/5, thị trấn 14/14, tổng 192/200 năm 2022 đúng chưa", "đạt chuẩn là 191"],
    ["xã 173, phường 5, thị trấn 14 đạt năm 2022 chuẩn chưa", "5 là số phường được xét"],
    ["Dự thảo ghi năm 2022 xây mới 26 mô hình, con số này chính xác chứ", "mô hình xây mới là 16"],
    ["xã thấp nhất năm 2022 đúng không", "đứng thứ 5"],
    ["tờ trình ghi 292 trường học đạt năm 2022", "số cơ sở giáo dục đạt chuẩn là 291"],
  ])("are denied with what they are: %s", async (question, wanted) => {
    const answer = await answerText(question);
    expect(answer).toMatch(/^Không khớp với nguồn/u);
    expect(answer).toContain(wanted);
  });

  it.each([
    "xã có 15 khu dân cư đạt chuẩn năm 2022 thì có được công nhận không",
    "nam 2022 xa dat 20 kdc thi xet the nao",
  ])("are no numbers of a supposed case: %s", async (question) => {
    expect(await answerText(question)).not.toMatch(/Không khớp|Đúng với/u);
  });

  it.each([
    "2022: xã 173/181, phường 4/5, tt 14/14 đúng không",
    "2022 173 xã, 4 phường và 14 thị trấn đạt đúng không",
    "181 xã được xét, 173 xã đạt, 8 xã chưa đạt năm 2022 đúng không",
    "xã và phường 2022 đạt 177/186, tỷ lệ 95,2% đúng không",
    "gần 96% xã đạt năm 2022 phải không",
    "hơn 95% xã đạt năm 2022 đúng không",
    "số vụ ma túy năm 2022 là 355 đúng k",
    "Quảng Trị 2023 phạm pháp hình sự giảm 7,1% đúng không",
    "hon 3/4 doanh nghiep dat chuan nam 2022, viet vay duoc khong",
    "quá nửa số phường đạt năm 2022, nói thế được không",
    "chưa tới bốn phần năm doanh nghiệp đạt năm 2022 đúng không",
    "xã 173/181, phường 4/5, thị trấn 14/14, tổng 191/200 năm 2022 đúng chưa",
    "7 loại đạt 2795 trên 2878 năm 2022 chính xác không",
    "năm 2019 vượt chỉ tiêu 43% phải không",
    "phường đứng áp chót năm 2022 đúng không",
    "2.795 đơn vị đạt trong 2.878 là của năm 2022 phải không",
    "năm 2022 chưa đạt 83 đơn vị trong đó 41 khu dân cư đúng không",
    "báo ghi 16 mô hình mới, 66 duy trì, 32 cuộc phát động, đúng chưa",
    "sếp bảo năm 2022 đạt 97,1% tính chung, có chuẩn không",
    "có phải doanh nghiệp là loại thấp nhất năm 2022 không",
    "báo cáo cũ: 583 cơ quan đạt năm 2022",
  ])("hold: %s", async (question) => {
    expect(await answerText(question)).toMatch(/^Đúng với nguồn/u);
  });
});
