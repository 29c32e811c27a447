import type { Occurrence } from "../report.ts";
import { isOnlyFiller } from "./bare-answer.ts";
import { itemsAt } from "./time/ahead.ts";
import { type Said, WEIGHTS } from "./time/exact.ts";
import { type Group, groupsOf } from "./time/groups.ts";
import type { TimeItem } from "./time/item.ts";
import { timeItems } from "./time/items.ts";
import { meaningOf } from "./time/meaning.ts";
import { quotes } from "./time/quotes.ts";
import { severalTimes } from "./time/several.ts";
import { seenThere } from "./time/still-there.ts";
import { TIME } from "./time/time-words.ts";
import { type TypedWord, typedWords } from "./typed-words.ts";

/** Most words of an answer such as "lúc em đi chợ về". */
const EVENT_WORDS = 8;

interface Found {
  readonly group: Group;
  readonly said: Said;
}

/**
 * Reads from a text when something happened: "tối qua", "từ 8h đến 10h tối thứ bảy tuần trước". A time is never in the
 * future: a report is about the past. A day of the moon's calendar, a habit and "hôm nọ" keep their words without a span.
 * @param now milliseconds since the epoch
 * @returns null where the text says nothing of time
 */
export function readWhen(text: string, now: number): Occurrence | null {
  const clean = text.normalize("NFC");
  const typed = typedWords(clean);
  const read = readGroup(typed, now);
  if (read === null) return null;
  const words = quotes(clean, typed, read.group).join(", ");
  const { range } = read.said;
  if (range === undefined) return { words };
  const to = Math.min(range.to, now);
  return { words, from: Math.min(range.from, to), to };
}

/** The words of a text that tell when, without what is told between them. */
export function timesQuoted(text: string, now: number): readonly string[] {
  const clean = text.normalize("NFC");
  const typed = typedWords(clean);
  const read = readGroup(typed, now);
  return read === null ? [] : quotes(clean, typed, read.group);
}

const PINNED: ReadonlySet<string> = new Set(["day", "clock", "lunar"]);

/** True where the words name a day or an hour: "tối qua", not "lúc nãy". */
export const namesTime = (words: string): boolean =>
  timeItems(typedWords(words.normalize("NFC"))).some(({ kind }) => PINNED.has(kind));

/**
 * True where a short answer to "when?" is a time and nothing else: "dạ tối qua", "lúc tan học". What tells more, or
 * something else, is no answer.
 */
export function isTimeAnswer(text: string, now: number): boolean {
  const typed = typedWords(text.normalize("NFC"));
  const read = readGroup(typed, now);
  if (read === null) return isEvent(typed);
  const covered = new Set(read.group.flatMap(({ start, end }) => range(start, end)));
  return isOnlyFiller(
    typed,
    (at) => covered.has(at) || TIME.fillers.lengthAt(typed, at) > 0 || TIME.leads.lengthAt(typed, at) > 0,
  );
}

/** "lúc em đi chợ về": a time that only the citizen knows. */
function isEvent(typed: readonly TypedWord[]): boolean {
  if (TIME.events.lengthAt(typed, 0) === 0 || typed.length < 2 || typed.length > EVENT_WORDS) return false;
  return typed.every((_, at) => TIME.unknown.lengthAt(typed, at) === 0);
}

const range = (start: number, end: number): readonly number[] =>
  Array.from({ length: end - start }, (_, i) => start + i);

/** An hour told apart from one of these belongs to it: "hôm qua …, lúc 9h", "mới nãy thôi, gần 8h tối". */
const APART: ReadonlySet<string> = new Set(["day", "moment", "vague"]);

const OF_AN_HOUR: ReadonlySet<string> = new Set(["clock", "part", "from", "to"]);

const isOfADay = ({ group }: Found): boolean =>
  group.some(({ kind }) => APART.has(kind)) && !group.some(({ kind }) => kind === "clock");
const isOfAnHour = ({ group, said }: Found): boolean =>
  said.range !== undefined && group.every(({ kind }) => OF_AN_HOUR.has(kind));

/** "hôm nay thì yên rồi": it happened no more. */
const isCalm = (typed: readonly TypedWord[], { kind, end }: TimeItem): boolean =>
  (kind === "clock" || kind === "part" || kind === "day") && TIME.calm.lengthAt(typed, end) > 0;

/** Most words between "chắc" and the time that is only supposed: "chắc nó đổ từ đêm". */
const GUESS_WORDS = 2;
/** Whatever was seen tells more. */
const GUESSED = 0.5;

function weightOf({ group, said }: Found, typed: readonly TypedWord[]): number {
  const start = group[0]?.start ?? 0;
  for (let at = start; at >= start - GUESS_WORDS && typed[at]?.kind !== "sign"; at--)
    if (TIME.guesses.endsBefore(typed, at)) return Math.min(GUESSED, said.weight);
  return said.weight;
}

const ENDS: ReadonlySet<string> = new Set(["from", "to"]);

/**
 * The times of the group that tells most; an hour that stands apart from its day is taken with it. What was there still at
 * one time and gone at a later one, went between them.
 */
function readGroup(typed: readonly TypedWord[], now: number): Found | null {
  const { there, others } = seenThere(typed, itemsAt(typed, now));
  const gone = readTold(
    typed,
    others.filter((item) => !isCalm(typed, item)),
    now,
  );
  const from = there.length === 0 ? undefined : meaningOf(there, typed, now)?.range?.from;
  // "2h còn thấy": of which night isn't told.
  if (from === undefined || there.every(({ kind }) => OF_AN_HOUR.has(kind))) return gone;
  if (gone === null) return { group: there, said: { range: { from, to: now }, weight: WEIGHTS.dayAndHour } };
  const to = gone.said.range?.to ?? from;
  if (to <= from) return gone;
  const group = [...there, ...gone.group].sort((a, b) => a.start - b.start);
  return { group, said: { ...gone.said, range: { from, to } } };
}

/** The times among these items that tell most. */
function readTold(typed: readonly TypedWord[], items: readonly TimeItem[], now: number): Found | null {
  // "từ cầu … đến ngã tư …" is a way.
  const groups = groupsOf(typed, items).filter((group) => !group.every(({ kind }) => ENDS.has(kind)));
  const several = severalTimes(groups, typed, now);
  if (several !== null) return several;
  const found = groups.flatMap((group): Found[] => {
    const said = meaningOf(group, typed, now);
    return said === null ? [] : [{ group, said }];
  });
  const heaviest = (some: readonly Found[]): Found | undefined =>
    some.reduce<Found | undefined>(
      (before, one) =>
        before === undefined || weightOf(one, typed) > weightOf(before, typed) ? one : before,
      undefined,
    );
  const best = heaviest(found);
  if (best === undefined) return null;
  const day = isOfADay(best) ? best : isOfAnHour(best) ? heaviest(found.filter(isOfADay)) : undefined;
  const hour = isOfAnHour(best) ? best : found.find((one) => one !== day && isOfAnHour(one));
  if (day === undefined || hour === undefined) return best;
  const group = [...day.group, ...hour.group].sort((a, b) => a.start - b.start);
  const said = meaningOf(group, typed, now);
  return said === null ? best : { group, said };
}

/** A day that a text tells, where it stands. */
export interface DayTold extends Occurrence {
  readonly at: number;
  readonly end: number;
}

/** Each dated time of a text, in order: of two nights both. */
export function daysTold(text: string, now: number): readonly DayTold[] {
  const clean = text.normalize("NFC");
  const typed = typedWords(clean);
  const items = itemsAt(typed, now).filter((item) => !isCalm(typed, item));
  return groupsOf(typed, items).flatMap((group): DayTold[] => {
    const range = group.some(({ kind }) => DATED.has(kind)) ? meaningOf(group, typed, now)?.range : undefined;
    const [first, last] = [typed[group[0]?.start ?? 0], typed[(group.at(-1)?.end ?? 1) - 1]];
    if (range === undefined || first === undefined || last === undefined) return [];
    const words = quotes(clean, typed, group).join(", ");
    return [
      { words, from: Math.min(range.from, now), to: Math.min(range.to, now), at: first.start, end: last.end },
    ];
  });
}

const DATED: ReadonlySet<string> = new Set(["day", "moment"]);
