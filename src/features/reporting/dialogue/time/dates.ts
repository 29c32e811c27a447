import type { TypedWord } from "../typed-words.ts";
import * as calendar from "./calendar.ts";
import { numberAt } from "./clock.ts";
import type { RangeOf, Read } from "./item.ts";
import { monthAt, yearAfter, yearAt } from "./months.ts";
import { TIME } from "./time-words.ts";

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
    return exists(of) ? { kind: "day", of, isWritten: true, length: end - at } : null;
  }
  const day = typed[start];
  if (lead === 0 || day?.kind !== "number" || Number(day.typed) > 31 || Number(day.typed) < 1) return null;
  const month = TIME.months.at(typed, start + 1);
  const length = lead + 1 + (month?.length ?? TIME.latest.lengthAt(typed, start + 1));
  if (
    month === null &&
    (typed[start + 1]?.isGlued === true || TIME.notAfterNumber.lengthAt(typed, start + 1) > 0)
  ) {
    if (!/^[,.;!?)]$/.test(typed[start + 1]?.typed ?? "")) return null;
  }
  return {
    kind: "day",
    of: (now) => calendar.dayOfMonth(now, Number(day.typed), month?.value),
    length,
  };
}

/** From this number on behind a part of the day it is no hour: "tối 29". */
const NO_HOUR = 13;

/**
 * The day of the month behind a part of the day: "đêm 14 vừa rồi", "chiều 30 lúc 3 giờ", "đêm 23 rạng 24"; null where the
 * number may count something.
 */
export function dayBehindPart(typed: readonly TypedWord[], at: number): Read | null {
  const day = Number(typed[at]?.typed);
  if (typed[at]?.kind !== "number" || typed[at]?.isGlued === true || day < 1 || day > 31) return null;
  const of: RangeOf = (now) => calendar.dayOfMonth(now, day);
  const latest = TIME.latest.lengthAt(typed, at + 1);
  const dawn = TIME.dawn.lengthAt(typed, at + 1);
  const isNext = dawn > 0 && Number(typed[at + 1 + dawn]?.typed) <= 31;
  if (latest > 0 || isNext) return { kind: "day", of, length: isNext ? dawn + 2 : latest + 1 };
  const isClosed = typed[at + 1] === undefined || /^[,.;!?)]$/.test(typed[at + 1]?.typed ?? "");
  const isAlone = isClosed || TIME.leads.lengthAt(typed, at + 1) > 0 || TIME.from.lengthAt(typed, at + 1) > 0;
  return day >= NO_HOUR && isAlone ? { kind: "day", of, length: 1 } : null;
}

/** Some such day was or will be: "29/2" yes, "45/13" no. */
const exists = (of: RangeOf): boolean => [0, 1, 2, 3].some((years) => of(years * 366 * 86_400_000) !== null);

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
  const isJoined =
    year === null && typed[end]?.isGlued === true && !/^[,.;:!?)"”]$/.test(typed[end]?.typed ?? "");
  if (isJoined) return null;
  const isPlain = word > 0 || sign?.typed === "/" || year !== null;
  const read = { day: Number(day.typed), month: Number(month.typed), isPlain };
  return year === null ? { ...read, end } : { ...read, year: year.value, end: end + year.length };
}

function isGluedToText(typed: readonly TypedWord[], at: number): boolean {
  const before = typed[at - 1];
  return typed[at]?.isGlued === true && (before?.kind !== "sign" || /^[/.-]$/.test(before.typed));
}
