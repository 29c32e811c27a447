import { fold } from "../../../language/fold.ts";
import type { Occurrence } from "../report.ts";
import { tellingWords } from "./leftover.ts";
import { TIME } from "./time/time-words.ts";
import { typedWords } from "./typed-words.ts";
import { type DayTold, daysTold } from "./when.ts";

/** Between two occasions. */
const BETWEEN = "; ";
/** So many words must stand behind both days for the same to have happened on both: "nhà tôi mất …, nhà ông Tư mất …". */
const SAME_WORDS = 2;

/** True where a text says that it happened once more. */
const saysOnceMore = (text: string): boolean => {
  const typed = typedWords(text.normalize("NFC"));
  return typed.some((_, at) => TIME.once.lengthAt(typed, at) > 0);
};

/**
 * Two occasions that a text tells of the same wrong; null where it tells one, or the other day is of something else: "hôm nay mới
 * biết".
 * @example occasionsIn("tối thứ 7 một lần, tối qua lại một lần nữa", now) // words: "tối thứ 7; tối qua"
 */
export function occasionsIn(text: string, now: number): Occurrence | null {
  const days = daysTold(text, now);
  const [one, other] = [days[0], days.at(-1)];
  if (one === undefined || other === undefined || isOneDay(one, other)) return null;
  const clean = text.normalize("NFC");
  const behind = [clean.slice(one.end, other.at), clean.slice(other.end)].map(
    (part) => new Set(tellingWords(part).map(fold)),
  );
  const [first, second] = behind;
  const same = [...(first ?? [])].filter((word) => second?.has(word));
  return saysOnceMore(clean) || same.length >= SAME_WORDS ? both(one, other) : null;
}

/** The time that was told, and another occasion of which a text says that it was one. */
export function withOccasion(before: Occurrence, told: Occurrence, text: string): Occurrence | null {
  const isOther = before.from !== undefined && told.from !== undefined && !isOneDay(before, told);
  return isOther && saysOnceMore(text) && !before.words.includes(told.words) ? both(before, told) : null;
}

const isOneDay = (one: Occurrence, other: Occurrence): boolean =>
  (one.from ?? 0) <= (other.to ?? 0) && (other.from ?? 0) <= (one.to ?? 0);

const both = (one: Occurrence | DayTold, other: Occurrence): Occurrence => ({
  words: `${one.words}${BETWEEN}${other.words}`,
  from: Math.min(one.from ?? 0, other.from ?? 0),
  to: Math.max(one.to ?? 0, other.to ?? 0),
});
