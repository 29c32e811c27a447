import { wordsOf } from "../../../language/syllables.ts";
import type { Point } from "../../../reader/names/labels.ts";
import type { Occurrence, Place } from "../report.ts";
import { countsIn } from "./counts.ts";
import type { Draft } from "./draft.ts";
import { tellingWords, without, withoutTail } from "./leftover.ts";
import { namesHome, withoutHomes } from "./screen.ts";
import { isTimeAnswer, readWhen } from "./when.ts";
import { readPlaceAnswer, readWhere } from "./where.ts";

/** Longest answer to one question, in UTF-16 units; what is longer tells a story. */
export const MAX_ANSWER = 1_000;
/** Longest place or time that is taken on the reader's word alone, in UTF-16 units. */
const LONGEST_BARE = 120;
/** "Không biết" with more words than these tells something else besides. */
const LONGEST_UNKNOWN = 8;

/** What a message holds of the parts of a report. */
export interface Slots {
  readonly where?: Place;
  readonly when?: Occurrence;
  /** It says that the answer isn't known, and nothing else. */
  readonly isUnknown: boolean;
  /** It tells more than place and time: that belongs to the story. */
  readonly tellsMore: boolean;
}

/**
 * Takes apart what a message says while a report is open: a part is filled only with what reads as that part.
 * @param about what the learned reader takes it for, where it is sure enough
 * @example slotsOf(draft, "có người trộm chó", now) // { isUnknown: false, tellsMore: true }
 */
export function slotsOf(draft: Draft, said: string, now: number, about?: Point): Slots {
  const text = draft.fixing === true ? withoutTail(said) : said;
  const answer = answerTo(draft, text, now, about);
  if (answer !== null) return { ...answer, isUnknown: false, tellsMore: false };
  const where = placeIn(draft, text);
  const when = readWhen(text, now) ?? undefined;
  if (where === undefined && when === undefined) {
    const isUnknown = about === "unknown" && wordsOf(text).length <= LONGEST_UNKNOWN;
    return { isUnknown, tellsMore: !isUnknown };
  }
  return {
    ...(where !== undefined && { where }),
    ...(when !== undefined && { when }),
    isUnknown: false,
    tellsMore: tellingWords(without(text, where?.words, when?.words)).length > 0,
  };
}

/** What is nothing but a place or a time, by its form, or by what the reader learned: "Nà Pàn", "hồi hôm". */
function answerTo(
  { step, what }: Draft,
  text: string,
  now: number,
  about: Point | undefined,
): Pick<Slots, "where" | "when"> | null {
  // What begins a report tells what happened.
  if (what === undefined || namesHome(text)) return null;
  const mayBe = (part: Point): boolean => about === undefined || about === part;
  if (step === "when" && mayBe("time") && isTimeAnswer(text, now)) {
    const when = readWhen(text, now);
    if (when !== null) return { when };
  }
  if (step === "where" && mayBe("place")) {
    const where = readPlaceAnswer(text);
    if (where !== null) return { where };
  }
  const words = text.trim();
  const isRead = readWhere(text) !== null || readWhen(text, now) !== null;
  if (isRead || words.length > LONGEST_BARE || countsIn(words).length > 0) return null;
  if (about === "place") return { where: { words } };
  return about === "time" ? { when: { words } } : null;
}

/** True where a message parses as a place, a time or both, and holds nothing else. */
export function isPlainSlot(draft: Draft, text: string, now: number): boolean {
  const { where, when, tellsMore } = slotsOf(draft, text.normalize("NFC"), now);
  return (where !== undefined || when !== undefined) && !tellsMore;
}

function placeIn({ step, danger }: Draft, text: string): Place | undefined {
  // The words that say whose home it is stay with the place: by them it is hidden.
  if (step === "where" && namesHome(text)) return { words: text.slice(0, MAX_ANSWER) };
  // The reporter's home is not where it happened, but in a danger it is where help is needed.
  return readWhere(danger || step === "where" ? text : withoutHomes(text)) ?? undefined;
}
