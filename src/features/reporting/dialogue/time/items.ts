import type { TypedWord } from "../typed-words.ts";
import { agoAt } from "./ago.ts";
import { daysAgo } from "./calendar.ts";
import { clockAt } from "./clock.ts";
import { dateAt, dayBehindPart } from "./dates.ts";
import { dayAt, dayPartAt, sinceAt, weekAt, weekdayAt } from "./days.ts";
import { eventDayAt, everyAt, withBeginnings } from "./events.ts";
import { goingAt, vagueAt } from "./going.ts";
import { withHabits } from "./habits.ts";
import type { Read, Reader, TimeItem } from "./item.ts";
import { withoutTakenBack } from "./taken-back.ts";
import { TIME } from "./time-words.ts";

/** True where a time is taken back in the breath in which it was told: "t2, à nhầm, t3". */
export function takesBack(typed: readonly TypedWord[]): boolean {
  const items = itemsIn(typed);
  return withoutTakenBack(typed, items).length < items.length;
}

/** All times in a text, in order; none overlaps. Linear in the text. */
export const timeItems = (typed: readonly TypedWord[]): readonly TimeItem[] =>
  withHabits(typed, withoutTakenBack(typed, withBeginnings(typed, itemsIn(typed))));

function itemsIn(typed: readonly TypedWord[]): readonly TimeItem[] {
  const items: TimeItem[] = [];
  for (let at = 0; at < typed.length; ) {
    const read = unmarkedTill(typed, at, items) ?? longest(typed, at, isSince(items));
    if (read === null || (read.kind === "part" && isOneself(typed, at, items.at(-1)))) {
      at += 1;
      continue;
    }
    const { length, ...meaning } = read;
    const end = at + length;
    const each = OF_EACH.has(meaning.kind) ? TIME.each.lengthAt(typed, end) : 0;
    if (each > 0) {
      // "sáng chủ nhật nào cũng": of all of them.
      const part = items.at(-1)?.kind === "part" && items.at(-1)?.end === at ? items.pop() : undefined;
      items.push({ kind: "habit", start: part?.start ?? at, end: end + each });
      at = end + each;
      continue;
    }
    items.push({ ...meaning, start: at, end });
    at = end;
    if (meaning.kind !== "part") continue;
    const day = TIME.daysAfterPart.at(typed, at);
    const ofPart: Read | null =
      day === null
        ? dayBehindPart(typed, at)
        : { kind: "day", of: (now) => daysAgo(now, day.value), length: day.length };
    if (ofPart === null) continue;
    const { length: more, ...which } = ofPart;
    items.push({ ...which, start: at, end: at + more });
    at += more;
  }
  return items;
}

/** Times that may be told of each of their kind. */
const OF_EACH: ReadonlySet<string> = new Set(["day", "part", "clock"]);

/** Without marks "toi" behind a day or an evening, or before "la", is rather "tôi": "hom qua toi di cho", "toi la May". */
const isOneself = (typed: readonly TypedWord[], at: number, before: TimeItem | undefined): boolean =>
  (((before?.kind === "day" || before?.kind === "part") && before.end === at) ||
    typed[at + 1]?.word === "la") &&
  typed[at]?.word === typed[at]?.folded &&
  TIME.oneself.lengthAt(typed, at) > 0 &&
  clockAt(typed, at + 1) === null;

/** "từ" was said and not yet "đến". */
const isSince = (items: readonly TimeItem[]): boolean =>
  items.slice(-4).findLast(({ kind }) => kind === "from" || kind === "to" || kind === "tillNow")?.kind ===
  "from";

/** Without marks "tới" is "toi", as "tối" and "tôi" are: it is "tới" in "tu 8h toi 10h". */
function unmarkedTill(typed: readonly TypedWord[], at: number, items: readonly TimeItem[]): Read | null {
  const isTill = typed[at]?.word === TILL && isSince(items) && items.at(-1)?.kind !== "from";
  return isTill && clockAt(typed, at + 1) !== null ? { kind: "to", length: 1 } : null;
}
const TILL = "toi";

function longest(typed: readonly TypedWord[], at: number, since: boolean): Read | null {
  let best: Read | null = null;
  for (const reader of READERS) {
    if (reader === tillNow && !since && typed[at]?.word === TILL) continue;
    const read = reader(typed, at);
    if (read !== null && read.length > (best?.length ?? 0)) best = read;
  }
  return best;
}

const phrase =
  (
    book: { lengthAt(typed: readonly TypedWord[], at: number): number },
    kind: "habit" | "lunar" | "future" | "now" | "from" | "to" | "tillNow",
  ): Reader =>
  (typed, at) => {
    const length = book.lengthAt(typed, at);
    return length === 0 ? null : { kind, length };
  };

const clock: Reader = (typed, at) => {
  const found = clockAt(typed, at);
  return found === null ? null : { kind: "clock", clock: found, length: found.length };
};

const part: Reader = (typed, at) => {
  const found = TIME.parts.at(typed, at);
  return found === null ? null : { kind: "part", part: found.value, length: found.length };
};

const tillNow = phrase(TIME.tillNow, "tillNow");

/** "9h toi toi mat xe" is "tối tôi", and no "tối tối". */
const habit: Reader = (typed, at) => {
  const length = TIME.habits.lengthAt(typed, at);
  const isTwice = length === 2 && typed[at]?.word === TILL && typed[at + 1]?.word === TILL;
  return length === 0 || isTwice ? null : { kind: "habit", length };
};

/** The longest wins; of two of one length the first. */
const READERS: readonly Reader[] = [
  phrase(TIME.future, "future"),
  phrase(TIME.lunar, "lunar"),
  habit,
  everyAt,
  eventDayAt,
  tillNow,
  agoAt,
  dateAt,
  weekdayAt,
  weekAt,
  // Without marks "hom nay" is today, and not the last days.
  dayAt,
  sinceAt,
  dayPartAt,
  clock,
  phrase(TIME.now, "now"),
  goingAt,
  vagueAt,
  part,
  phrase(TIME.from, "from"),
  phrase(TIME.to, "to"),
];
