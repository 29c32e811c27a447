import type { TypedWord } from "../typed-words.ts";
import * as calendar from "./calendar.ts";
import { numberAt } from "./clock.ts";
import type { RangeOf, Read } from "./item.ts";
import { TIME } from "./time-words.ts";

const CENTURY = 100;

/** "/2026", "-26", "năm 2026". */
export function yearAfter(typed: readonly TypedWord[], at: number): { value: number; length: number } | null {
  const sign = typed[at];
  const lead = sign !== undefined && /^[/.-]$/.test(sign.typed) ? 1 : TIME.year.lengthAt(typed, at);
  const year = typed[at + lead];
  if (lead === 0 || year?.kind !== "number") return null;
  if (year.typed.length === 4) return { value: Number(year.typed), length: lead + 1 };
  const isShort = year.typed.length === 2 && year.isGlued;
  return isShort ? { value: 20 * CENTURY + Number(year.typed), length: lead + 1 } : null;
}

/** "tháng trước", "đầu tháng 9", "tháng 9 năm ngoái". */
export function monthAt(typed: readonly TypedWord[], at: number): Read | null {
  const part = TIME.monthParts.at(typed, at);
  const start = at + (part?.length ?? 0);
  const named = TIME.months.at(typed, start);
  if (named !== null) {
    const of: RangeOf = (now) => calendar.monthsAgo(now, named.value, part?.value);
    return { kind: "span", of, length: start + named.length - at };
  }
  const word = TIME.month.lengthAt(typed, start);
  if (word === 0) return null;
  const number = numberAt(typed, start + word, TIME.numbers);
  const afterNumber = start + word + (number?.length ?? 0);
  const yearsBack = TIME.years.at(typed, afterNumber);
  const year = yearsBack === null ? yearAfter(typed, afterNumber) : null;
  // "nghi thang Hai": with a capital it is somebody's name.
  const isPerson = number?.inWords === true && typed[start + word]?.isCapital === true;
  const isMonth =
    number !== null &&
    !isPerson &&
    number.value >= 1 &&
    number.value <= 12 &&
    typed[at - 1]?.kind !== "number" &&
    (yearsBack !== null || year !== null || TIME.notAfterNumber.lengthAt(typed, afterNumber) === 0);
  if (!isMonth)
    return part === null
      ? null
      : { kind: "span", of: (now) => latestPart(now, part.value), length: start + word - at };
  const of: RangeOf = (now) => {
    const inYear = yearsBack === null ? year?.value : yearBack(now, yearsBack.value);
    return calendar.monthOf(now, number.value, part?.value, inYear);
  };
  return { kind: "span", of, length: afterNumber + (yearsBack?.length ?? year?.length ?? 0) - at };
}

/** "cuối tháng" on the fifth was last month's end. */
function latestPart(now: number, part: calendar.MonthPart): calendar.Range {
  const thisMonth = calendar.monthsAgo(now, 0, part);
  return thisMonth.from <= now ? thisMonth : calendar.monthsAgo(now, 1, part);
}

const yearBack = (now: number, years: number): number => new Date(now).getUTCFullYear() - years;

/** "năm ngoái", "năm 2020". */
export function yearAt(typed: readonly TypedWord[], at: number): Read | null {
  const named = TIME.years.at(typed, at);
  if (named !== null) {
    const of: RangeOf = (now) => calendar.yearsAgo(now, named.value);
    // "năm nay 45 tuổi" is an age.
    const isAge = typed[at + named.length]?.kind === "number";
    return isAge || named.value === 0 ? null : { kind: "span", of, length: named.length };
  }
  const word = TIME.year.lengthAt(typed, at);
  const year = typed[at + word];
  if (word === 0 || year === undefined || !/^\d{4}$/.test(year.typed)) return null;
  if (TIME.notBeforeYear.endsBefore(typed, at)) return null;
  return { kind: "span", of: () => calendar.yearOf(Number(year.typed)), length: word + 1 };
}
