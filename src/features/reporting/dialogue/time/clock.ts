import type { PhraseBook, TypedWord } from "../typed-words.ts";
import { TIME } from "./time-words.ts";

/** A time of the day as it was typed; hours with a fraction, before "chiều" or "tối" is added. */
export interface Clock {
  readonly hour: number;
  /** The other end of "7-8h". */
  readonly until?: number;
  /** Only a part of the day, a day or a word before makes it a time: "9 rưỡi", "8g". */
  readonly isWeak: boolean;
  readonly length: number;
}

const EVENING = /(?<!mờ )tối/u;

/** Adds the afternoon: "9h tối" is 21, "12h đêm" is 24, "1h trưa" is 13. */
export function inPart(hour: number, part: string | undefined): number {
  if (hour > 12 || part === undefined) return hour;
  if (/chiều|tan tầm|tan học/u.test(part)) return hour < 12 ? hour + 12 : hour;
  if (/trưa/u.test(part)) return hour < 4 ? hour + 12 : hour;
  if (isNight(part)) return hour >= 12 ? hour + 12 : hour >= 8 ? hour + 12 : hour;
  // "tối qua, 1h": the evening went on after midnight.
  if (EVENING.test(part)) return hour < 5 ? hour : hour + 12;
  if (/chạng vạng|nhá nhem/u.test(part)) return hour < 12 ? hour + 12 : hour;
  return hour;
}

/** A part of the day that goes on after midnight. */
export const isNight = (part: string): boolean => /đêm|khuya/u.test(part);

/** The same, and the evening, after which somebody is still up. */
export const isLate = (part: string): boolean => isNight(part) || EVENING.test(part);

interface Amount {
  readonly value: number;
  readonly length: number;
  readonly inWords: boolean;
}

/** A number in digits (at most three) or in words. */
export function numberAt(typed: readonly TypedWord[], at: number, book: PhraseBook<number>): Amount | null {
  const first = typed[at];
  if (first === undefined) return null;
  if (first.kind === "number")
    return first.typed.length > 3 ? null : { value: Number(first.typed), length: 1, inWords: false };
  const found = book.at(typed, at);
  return found === null ? null : { ...found, inWords: true };
}

/** "8h", "22h30", "20:15", "9 giờ kém 10", "7 8h", "2-3h", "9 rưỡi" at this word; null where none begins. */
export function clockAt(typed: readonly TypedWord[], at: number): Clock | null {
  if (isJoined(typed, at) || TIME.notBeforeClock.endsBefore(typed, at)) return null;
  const first = numberAt(typed, at, TIME.numbers);
  if (first === null || first.value > 24) return null;
  const afterFirst = at + first.length;
  const second = secondAt(typed, afterFirst, first);
  const tail = tailOf(typed, second?.end ?? afterFirst);
  if (tail === null) return null;
  const isWeak = tail.isWeak || first.inWords;
  if (isWeak && TIME.numbered.endsBefore(typed, at)) return null;
  const length = tail.end - at;
  const minutes = tail.minutes / 60;
  return second === null
    ? { hour: first.value + minutes, isWeak, length }
    : { hour: first.value, until: second.value + minutes, isWeak, length };
}

/** The second number of "7-8h", "6 đến 7h" and "chín mười giờ". */
function secondAt(
  typed: readonly TypedWord[],
  at: number,
  first: Amount,
): { readonly value: number; readonly end: number } | null {
  // "6 đến 7 giờ"
  const start = at + (/^[-–]$/.test(typed[at]?.typed ?? "") ? 1 : TIME.to.lengthAt(typed, at));
  const second = numberAt(typed, start, TIME.numbers);
  if (second === null || second.inWords !== first.inWords || second.value > 24) return null;
  return second.value <= first.value ? null : { value: second.value, end: start + second.length };
}

interface Tail {
  readonly minutes: number;
  readonly end: number;
  readonly isWeak: boolean;
}

/** What makes a number an hour: "h", "giờ", ":30", "rưỡi", a part of the day. */
function tailOf(typed: readonly TypedWord[], at: number): Tail | null {
  if (typed[at]?.typed === ":" && typed[at]?.isGlued) return colonTail(typed, at);
  const unit = TIME.hours.lengthAt(typed, at);
  if (unit === 0) {
    const half = TIME.half.lengthAt(typed, at);
    if (half > 0) return { minutes: 30, end: at + half, isWeak: true };
    return TIME.parts.at(typed, at) === null ? null : { minutes: 0, end: at, isWeak: true };
  }
  const isWeak = TIME.weakHours.lengthAt(typed, at) > 0;
  const end = at + unit;
  const half = TIME.half.lengthAt(typed, end);
  if (half > 0) return { minutes: 30, end: end + half, isWeak };
  const less = TIME.less.lengthAt(typed, end);
  const taken = less === 0 ? null : numberAt(typed, end + less, TIME.numbers);
  if (taken !== null && taken.value < 60)
    return withWord(typed, { minutes: -taken.value, end: end + less + taken.length, isWeak });
  return minutesTail(typed, { minutes: 0, end, isWeak });
}

function colonTail(typed: readonly TypedWord[], at: number): Tail | null {
  const minutes = typed[at + 1];
  const isTime = minutes?.isGlued === true && /^[0-5]\d$/.test(minutes.typed) && !isJoined(typed, at + 2);
  return isTime ? { minutes: Number(minutes.typed), end: at + 2, isWeak: false } : null;
}

function minutesTail(typed: readonly TypedWord[], tail: Tail): Tail | null {
  const next = typed[tail.end];
  if (isSeriesAt(typed, tail.end)) return null;
  if (next === undefined || next.kind !== "number") return isJoined(typed, tail.end) ? null : tail;
  const isHourOfItsOwn = TIME.hours.lengthAt(typed, tail.end + 1) > 0;
  if (!next.isGlued && (isHourOfItsOwn || !/^[0-5]\d$/.test(next.typed))) return tail;
  // "12h1 12345" and "12H1" are plates: of the minutes below ten people write both digits, or "8h5".
  const after = typed[tail.end + 1];
  const isShort = next.typed.length === 1 && TIME.minutes.lengthAt(typed, tail.end + 1) === 0;
  const isSeries = isShort && (typed[tail.end - 1]?.typed === "H" || next.typed !== "5");
  if (!/^[0-5]?\d$/.test(next.typed) || after?.kind === "number" || /^[-.]$/.test(after?.typed ?? ""))
    return null;
  if (isSeries) return null;
  return withWord(typed, { ...tail, minutes: Number(next.typed), end: tail.end + 1 });
}

/** "12H-003.9": behind an hour three figures are a plate's. */
const isSeriesAt = (typed: readonly TypedWord[], at: number): boolean =>
  typed[at]?.isGlued === true &&
  /^[-.]$/.test(typed[at]?.typed ?? "") &&
  typed[at + 1]?.isGlued === true &&
  /^\d{3,}$/.test(typed[at + 1]?.typed ?? "");

const withWord = (typed: readonly TypedWord[], tail: Tail): Tail => ({
  ...tail,
  end: tail.end + TIME.minutes.lengthAt(typed, tail.end),
});

/** True where the word goes on from a word or number before it without a space. */
function isJoined(typed: readonly TypedWord[], at: number): boolean {
  const before = typed[at - 1];
  return typed[at]?.isGlued === true && typed[at]?.kind !== "sign" && before?.kind !== "sign";
}
