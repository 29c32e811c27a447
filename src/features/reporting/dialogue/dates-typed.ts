import * as calendar from "./calendar.ts";
import { numberAt } from "./clock.ts";
import type { RangeOf, Read } from "./time-items.ts";
import { TIME } from "./time-words.ts";
import type { TypedWord } from "./typed-words.ts";

const CENTURY = 100;

/** A date or a part of the calendar: "20/11", "hôm 12", "ngày 3 tháng này", "đầu tháng", "tháng 9 năm ngoái". */
export function dateAt(typed: readonly TypedWord[], at: number): Read | null {
  return lunarAt(typed, at) ?? dayAt(typed, at) ?? monthAt(typed, at) ?? yearAt(typed, at);
}

/** A day of the moon's calendar: which of ours it is isn't computed. */
function lunarAt(typed: readonly TypedWord[], at: number): Read | null {
  const lead = TIME.lunarDays.lengthAt(typed, at);
  const dayAfter = lead === 0 ? null : numberAt(typed, at + lead, TIME.numbers);
  const start = at + lead + (dayAfter?.length ?? 0);
  if (dayAfter !== null) {
    const month = dayMonthAt(typed, at + lead) ?? monthAt(typed, start);
    const end = month === null ? start : "end" in month ? month.end : start + month.length;
    return { kind: "lunar", length: end + TIME.lunarTails.lengthAt(typed, end) - at };
  }
  const date = dayAt(typed, at);
  const tail = date === null ? 0 : TIME.lunarTails.lengthAt(typed, at + date.length);
  return date === null || tail === 0 ? null : { kind: "lunar", length: date.length + tail };
}

function dayAt(typed: readonly TypedWord[], at: number): Read | null {
  const lead = TIME.dayOfMonth.lengthAt(typed, at);
  const start = at + lead;
  const date = dayMonthAt(typed, start);
  if (date !== null) {
    const { day, month, year, isPlain, end } = date;
    if (lead === 0 && (!isPlain || TIME.notBeforeDate.endsBefore(typed, at) || isGluedToText(typed, at)))
      return null;
    const of: RangeOf = (now) => calendar.dateOf(now, day, month, year);
    return exists(of) ? { kind: "day", of, length: end - at } : null;
  }
  const day = typed[start];
  if (lead === 0 || day?.kind !== "number" || Number(day.typed) > 31 || Number(day.typed) < 1) return null;
  const month = TIME.months.at(typed, start + 1);
  const length = lead + 1 + (month?.length ?? TIME.latest.lengthAt(typed, start + 1));
  if (month === null && (typed[start + 1]?.isGlued === true || TIME.notAfterNumber.lengthAt(typed, start + 1) > 0)) {
    if (!/^[,.;!?)]$/.test(typed[start + 1]?.typed ?? "")) return null;
  }
  return {
    kind: "day",
    of: (now) => calendar.dayOfMonth(now, Number(day.typed), month?.value),
    length,
  };
}

/** Some such day was or will be: "29/2" yes, "45/13" no. */
const exists = (of: RangeOf): boolean =>
  [0, 1, 2, 3].some((years) => of(years * 366 * 86_400_000) !== null);

interface DayMonth {
  readonly day: number;
  readonly month: number;
  readonly year?: number;
  /** Also without a word before: "20/11", "20 tháng 11". "20.11" may be anything. */
  readonly isPlain: boolean;
  readonly end: number;
}

function dayMonthAt(typed: readonly TypedWord[], at: number): DayMonth | null {
  const day = typed[at];
  if (day?.kind !== "number" || day.typed.length > 2) return null;
  const word = TIME.month.lengthAt(typed, at + 1);
  const sign = typed[at + 1];
  const isSign = sign !== undefined && /^[/.-]$/.test(sign.typed);
  const month = typed[at + 1 + (isSign ? 1 : word)];
  if ((!isSign && word === 0) || month?.kind !== "number" || month.typed.length > 2) return null;
  const end = at + 2 + (isSign ? 1 : word);
  if (Number(month.typed) > 12 || Number(month.typed) < 1) return null;
  const year = yearAfter(typed, end);
  const isJoined = year === null && typed[end]?.isGlued === true && !/^[,.;:!?)"”]$/.test(typed[end]?.typed ?? "");
  if (isJoined) return null;
  const isPlain = word > 0 || sign?.typed === "/" || year !== null;
  const read = { day: Number(day.typed), month: Number(month.typed), isPlain };
  return year === null ? { ...read, end } : { ...read, year: year.value, end: end + year.length };
}

/** "/2026", "-26", "năm 2026". */
function yearAfter(typed: readonly TypedWord[], at: number): { value: number; length: number } | null {
  const sign = typed[at];
  const lead = sign !== undefined && /^[/.-]$/.test(sign.typed) ? 1 : TIME.year.lengthAt(typed, at);
  const year = typed[at + lead];
  if (lead === 0 || year?.kind !== "number") return null;
  if (year.typed.length === 4) return { value: Number(year.typed), length: lead + 1 };
  const isShort = year.typed.length === 2 && year.isGlued;
  return isShort ? { value: 20 * CENTURY + Number(year.typed), length: lead + 1 } : null;
}

function monthAt(typed: readonly TypedWord[], at: number): Read | null {
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
  const isMonth =
    number !== null &&
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

function yearAt(typed: readonly TypedWord[], at: number): Read | null {
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

function isGluedToText(typed: readonly TypedWord[], at: number): boolean {
  const before = typed[at - 1];
  return typed[at]?.isGlued === true && (before?.kind !== "sign" || /^[/.-]$/.test(before.typed));
}
