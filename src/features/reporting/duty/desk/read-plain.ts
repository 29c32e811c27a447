import { fold } from "../../../../language/fold.ts";
import { PatternBook, withoutSpans } from "../../../../language/pattern-book.ts";
import { readUtterance } from "../../../../language/utterance.ts";
import { findableWords } from "../../book/find/case-words.ts";
import json from "./plain-words.json" with { type: "json" };
import { readUntil } from "./until.ts";

/** What the desk can be asked in plain words; each kind stands for a command, a button or a list. */
export type PlainAsk = keyof typeof json.asks;

const BOOKS = (Object.keys(json.asks) as PlainAsk[]).map((ask) => ({
  ask,
  book: new PatternBook(json.asks[ask]),
}));
const REST = new PatternBook(json.rest.split(" "));
/** Longer is a talk between people, or a story. */
const MOST_WORDS = 30;
/** A time to come stands at the end, in so many words at most. */
const TIME_WORDS = 7;

export interface Plain {
  readonly ask: PlainAsk;
  /** The words that are left of the case: folded, none where it is only "vụ này". */
  readonly about: string;
  /** Everything that was typed, folded: the name of a colleague stands somewhere in it. */
  readonly folded: string;
  /** Until when, as it was typed, where it is put off. */
  readonly until?: string;
}

/**
 * What a handler asks of the desk without a command; null where the words are for colleagues.
 * @example readPlain("giao vụ trộm cáp cho Mai", now) // { ask: "assign", about: "trom cap mai", … }
 * @example readPlain("gác vụ phân bón đến 7h sáng mai", now) // { ask: "snooze", until: "7h sáng mai", … }
 */
export function readPlain(typed: string, now: number): Plain | null {
  const utterance = readUtterance(typed);
  if (utterance.words.length > MOST_WORDS || typed.trim().startsWith("/")) return null;
  const until = untilIn(utterance.clean, now);
  const found = BOOKS.find(
    ({ ask, book }) => (ask !== "snooze" || until !== undefined) && book.has(utterance),
  );
  if (found === undefined) return null;
  const told =
    found.ask === "snooze" && until !== undefined
      ? readUtterance(utterance.clean.slice(0, utterance.clean.lastIndexOf(until)))
      : utterance;
  const left = withoutSpans(told, REST.all(told)).folded.filter((word) => word !== "·");
  return {
    ask: found.ask,
    about: [...findableWords(left.join(" "))].join(" "),
    folded: fold(utterance.clean),
    ...(found.ask === "snooze" && until !== undefined && { until }),
  };
}

/** True where words between handlers ask the desk for something. */
export const asksDesk = (typed: string): boolean => readPlain(typed, Date.now()) !== null;

/** The longest end of the words that is a time to come. */
function untilIn(clean: string, now: number): string | undefined {
  const words = clean.replace(/[\s.!]+(?:nhé|nha|nhe|ạ|đi)?[.!]*$/iu, "").split(" ");
  const ends = words.map((_, i) => words.slice(i).join(" ")).slice(-TIME_WORDS);
  return ends.find((end) => readUntil(end, now) !== null)?.replace(/^(?:đến|tới|lúc|sau|den|toi|luc) /iu, "");
}
