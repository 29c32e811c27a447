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
