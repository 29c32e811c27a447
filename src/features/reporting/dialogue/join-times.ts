import { DAY } from "../../../platform/time.ts";
import type { Occurrence } from "../report.ts";
import type { TimeItem } from "./time/item.ts";
import { timeItems } from "./time/items.ts";
import { TIME } from "./time/time-words.ts";
import { typedWords } from "./typed-words.ts";
import { readWhen } from "./when.ts";

type Kind = TimeItem["kind"];

const kindsIn = (words: string): ReadonlySet<Kind> =>
  new Set(timeItems(typedWords(words.normalize("NFC"))).map(({ kind }) => kind));

const DAYS: readonly Kind[] = ["day", "moment", "span", "vague", "lunar"];
const holds = (kinds: ReadonlySet<Kind>, any: readonly Kind[]): boolean =>
  any.some((kind) => kinds.has(kind));

/** An hour, or a part of the day, of which no day is told. */
const isHour = (kinds: ReadonlySet<Kind>): boolean =>
  holds(kinds, ["clock", "part"]) && !holds(kinds, [...DAYS, "habit", "future"]);
const isDay = (kinds: ReadonlySet<Kind>): boolean => holds(kinds, DAYS) && !kinds.has("clock");

/** True where something was there still: it happened later. */
const tellsThere = (words: string): boolean => {
  const typed = typedWords(words.normalize("NFC"));
  return typed.some((_, at) => TIME.stillThere.lengthAt(typed, at) > 0);
};

const WEEK = 7 * DAY;

/** "Tuần trước", and then "thứ năm": a day of that week. */
function isDayOfWeek(before: Occurrence, told: Occurrence): boolean {
  const isOneWeek = before.from !== undefined && (before.to ?? 0) - before.from <= WEEK;
  const [week, ...others] = timeItems(typedWords(before.words.normalize("NFC")));
  const days = timeItems(typedWords(told.words.normalize("NFC")));
  return (
    isOneWeek &&
    week?.kind === "span" &&
    others.length === 0 &&
    days.some((item) => item.kind === "day" && item.again === WEEK)
  );
}

/** Longer ago, or so long, is what led to it. */
const LONG = 20 * DAY;

/** "Vay hồi tháng 3, mỗi ngày đóng …", and then "tối qua": a long time that has no "từ", and a day after it. */
function isOfDayAfter(before: string, { from, to = from }: Occurrence, now: number): boolean {
  const items = timeItems(typedWords(before.normalize("NFC")));
  const span = items.find((item) => item.kind === "span");
  const range = span?.of(now);
  if (range == null || from === undefined || to === undefined || items.some(({ kind }) => kind === "from"))
    return false;
  return range.to - range.from >= LONG && to - from <= DAY && from >= range.to;
}

/** True where the latest of several times is told: "gần nhất là đêm qua". */
function tellsNewest(text: string): boolean {
  const typed = typedWords(text.normalize("NFC"));
  return typed.some((_, at) => TIME.newest.lengthAt(typed, at) > 0);
}

/**
 * One time of two that were told apart: the hour of a day, the hours of a habit, the latest of many. Null where they are two
 * times, of which one must go.
 * @param text the message that tells the second
 * @example joinTimes({ words: "tối qua" }, { words: "1h sáng" }, "tầm 1h sáng", now) // words: "tối qua, 1h sáng"
 */
export function joinTimes(
  before: Occurrence,
  told: Occurrence,
  text: string,
  now: number,
): Occurrence | null {
  const [old, more] = [kindsIn(before.words), kindsIn(told.words)];
  const isOld = before.words.includes(told.words);
  if (isOld || told.words.includes(before.words)) return null;
  const inOrder = `${before.words}, ${told.words}`;
  const turned = `${told.words}, ${before.words}`;
  // "Sáng nay không thấy đâu", and then "5h chiều qua vẫn còn".
  if (tellsThere(told.words) && told.from !== undefined && told.from < (before.to ?? 0))
    return readWhen(turned, now);
  if (isDayOfWeek(before, told)) return readWhen(`${told.words} ${before.words}`, now);
  if (isOfDayAfter(before.words, told, now)) return null;
  if (old.has("habit") || more.has("habit")) {
    if (isHour(more)) return { words: inOrder };
    if (isHour(old)) return { words: turned };
    return tellsNewest(text) || old.has("habit") === more.has("habit") || isDay(old)
      ? { words: inOrder }
      : null;
  }
  if (tellsNewest(text)) return { ...told, words: inOrder };
  const words = isDay(old) && isHour(more) ? inOrder : isHour(old) && isDay(more) ? turned : null;
  if (words === null) return null;
  // What the day says of the hour is read as if both had been told at once.
  const { from, to } = readWhen(words, now) ?? {};
  return { words, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** True where a time lies within another one: "8h tối qua" in "hôm qua". */
export const isWithin = (told: Occurrence, before: Occurrence): boolean =>
  told.from !== undefined &&
  before.from !== undefined &&
  told.from >= before.from &&
  (told.to ?? told.from) <= (before.to ?? before.from) &&
  (told.to ?? told.from) - told.from < (before.to ?? before.from) - before.from;
