import { placeName } from "../figures/describe.ts";
import type { Fact } from "../figures/fact.ts";
import { upperFirst } from "../figures/figures-wording.ts";
import { formatNumber, formatPercent } from "../figures/numbers.ts";
import { parseRational, type Rational } from "../figures/rational.ts";
import { unitName } from "../figures/units.ts";
import { aboutOf, jumpOf, numbersOf } from "./figure-lines.ts";

/** What the number is compared with: an earlier period, or what is told now. */
const than = (after: Fact, before: Fact): string => (before.id === after.id ? "số đang dùng" : before.period);

const written = (number: string): string => formatNumber(parseRational(number));

/** What is asked before a change counts; each is answered by "Đúng" or by leaving the row out. */
export const ASK = {
  jump: (after: Fact, before: Fact) =>
    `${aboutOf(after)}: ${numbersOf(after)}, trong khi ${than(after, before)} là ${numbersOf(before)}${jumpOf(before, after)}. Chênh lệch lớn, số này có đúng không?`,
  shareJump: (after: Fact, before: Fact, old: Rational, now: Rational) =>
    `${aboutOf(after)}: tỷ lệ ${formatPercent(now)} (${numbersOf(after)}), trong khi ${than(after, before)} là ${formatPercent(old)}. Chênh lệch lớn, số này có đúng không?`,
  overHundred: (fact: Fact) => `${aboutOf(fact)}: ${numbersOf(fact)}, vượt 100%. Số này có đúng không?`,
  shareDiffers: (fact: Fact, share: Rational, said: Rational) =>
    `${aboutOf(fact)}: bảng ghi tỷ lệ ${formatNumber(said)}%, nhưng ${numbersOf(fact)} là ${formatPercent(share)}. Hai số đạt và tổng có đúng không?`,
  aboveWhole: (part: Fact, whole: Fact) =>
    `${aboutOf(part)}: ${numbersOf(part)}, nhiều hơn tổng ${numbersOf(whole)} (${aboutOf(whole)}). Số này có đúng không?`,
  communesAbove: (whole: Fact, communes: number, sum: number, all: string) =>
    `${aboutOf(whole)}: cộng ${communes} xã, phường được ${written(String(sum))}, nhiều hơn số của ${placeName(whole)} là ${written(all)}. Có đúng không?`,
  sum: (where: string, title: string, said: string, added: string) =>
    `Dòng tổng (${where}), cột “${title.slice(0, 40)}” ghi ${written(said)}, nhưng cộng các dòng được ${written(added)}. Các dòng có đúng không?`,
  vanished: (fact: Fact, period: string) =>
    `${upperFirst(unitName(fact.unitType ?? ""))}: ${fact.period} có số (${numbersOf(fact)}), bảng ${period} không có. Bỏ trống loại này có đúng không?`,
} as const;
