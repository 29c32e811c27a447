import { wordsOf } from "../../../language/syllables.ts";
import type { Point } from "../../../reader/names/labels.ts";
import type { Occurrence, Place } from "../report.ts";
import { countsIn } from "./counts.ts";
import type { Draft, Step } from "./draft.ts";
import { joinTimes } from "./join-times.ts";
import { tellingWords, without, withoutTail } from "./leftover.ts";
import { occasionsIn, withOccasion } from "./occasions.ts";
import { namesOwnProperty, saysHome, speaksOfOwnHouse } from "./own-place.ts";
import { namesHome, withoutHomes } from "./screen.ts";
import { isTimeAnswer, readWhen, timesQuoted } from "./when.ts";
import { isElsewhere, isOnline, placeTells, readPlaceAnswer, readWhere } from "./where.ts";
import { wholePlace, wholeTime } from "./whole.ts";
import { whereIn } from "./whole-address.ts";

/** Longest answer to one question, in UTF-16 units; what is longer tells a story. */
export const MAX_ANSWER = 1_000;
/** Most words of a place or a time that is taken on the reader's word alone: as the answer, and unasked. */
const BARE_WORDS = { asked: 5, unasked: 4 } as const;
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
  const where = placeIn(draft, text, about);
  const when = timeIn(draft, text, now);
  if (where === undefined && when === undefined) {
    const isUnknown = about === "unknown" && wordsOf(text).length <= LONGEST_UNKNOWN;
    return { isUnknown, tellsMore: !isUnknown };
  }
  const core = { ...(where !== undefined && { where }), ...(when !== undefined && { when }) };
  const tells = (quotes: readonly (string | undefined)[]) =>
    tellingWords(without(text, ...quotes)).length > 0;
  const all = wholeOf(core, text, about);
  const isAsked = draft.step === (about === "place" ? "where" : "when") && all !== core;
  const times = isAsked && about === "time" ? [all.when?.words] : timesQuoted(text, now);
  return {
    ...all,
    isUnknown: false,
    // What was asked for and is taken whole stands there; else the words around it are the story's too.
    tellsMore: tells([(isAsked ? all : core).where?.words, ...times]),
  };
}

/** What the reader takes for the place, or the time, as it was said; else what parses. */
function wholeOf(
  core: Pick<Slots, "where" | "when">,
  text: string,
  about: Point | undefined,
): Pick<Slots, "where" | "when"> {
  const { where, when } = core;
  if (about === "place" && where !== undefined && !namesHome(text))
    return { where: wholePlace(text, where), ...(when !== undefined && { when }) };
  return about === "time" && when !== undefined && where === undefined
    ? { when: wholeTime(text, when) }
    : core;
}

/** What is nothing but a place or a time, by its form, or by what the reader learned: "Nà Pàn", "hồi hôm". */
function answerTo(
  { step, what, where: place, when: time, fixing }: Draft,
  text: string,
  now: number,
  about: Point | undefined,
): Pick<Slots, "where" | "when"> | null {
  // What begins a report tells what happened.
  if (what === undefined || namesHome(text)) return null;
  const mayBe = (part: Point): boolean => about === undefined || about === part;
  if (step === "when" && mayBe("time") && isTimeAnswer(text, now)) {
    const when = timeIn({ when: time, fixing }, text, now);
    if (when !== undefined) return { when };
  }
  if (about === "place" || (step === "where" && mayBe("place"))) {
    const where = readPlaceAnswer(text);
    if (where !== null) return { where };
  }
  const words = text.trim();
  const isRead = readWhere(text) !== null || readWhen(text, now) !== null;
  if (isRead || countsIn(words).length > 0) return null;
  const most = (part: Step): number => (step === part ? BARE_WORDS.asked : BARE_WORDS.unasked);
  const isShort = (part: Step): boolean => wordsOf(words).length <= most(part);
  // What is known already, only what reads as that part may change.
  if (about === "place" && isShort("where") && (step === "where" || place === undefined))
    return { where: { words } };
  const mayBeTime = about === "time" && isShort("when") && (step === "when" || time === undefined);
  return mayBeTime ? { when: { words } } : null;
}

/** True where a message parses as a place, a time or both, and holds nothing else. */
export function isPlainSlot(draft: Draft, text: string, now: number): boolean {
  const { where, when, tellsMore } = slotsOf(draft, text.normalize("NFC"), now);
  return (where !== undefined || when !== undefined) && !tellsMore;
}

/** The time that a text tells, with what was told of it before where both make one. */
function timeIn(
  { when: before, fixing }: Pick<Draft, "when" | "fixing">,
  text: string,
  now: number,
): Occurrence | undefined {
  const told = occasionsIn(text, now) ?? readWhen(text, now);
  if (told === null) return undefined;
  if (before === undefined || fixing === true) return told;
  return withOccasion(before, told, text) ?? joinTimes(before, told, text, now) ?? told;
}

function placeIn(
  { step, danger, where, what = "" }: Draft,
  text: string,
  about: Point | undefined,
): Place | undefined {
  // The words that say whose home it is stay with the place: by them it is hidden.
  const home = (): Place => ({ words: homeIn(text).slice(0, MAX_ANSWER) });
  if (step === "where" && (about === undefined || about === "place") && namesHome(text)) return home();
  const { words } = where ?? {};
  const tells = words === undefined ? "little" : placeTells(words);
  // "Nó tạt sơn cửa nhà tôi", "buộc ở bìa rừng sau nhà", and then "nhà tôi ở đường …": there it happened.
  // Who was cheated on the net was so at home.
  const isNet = words !== undefined && isOnline(words);
  const isOwn = isNet || speaksOfOwnHouse(`${what}\n${words ?? ""}`) || namesOwnProperty(text);
  const isScene = tells !== "name" && isOwn && namesHome(text);
  if (isScene && whereIn(withoutHomes(text)) === null) return home();
  // The reporter's home is not where it happened, but in a danger it is where help is needed, and where "shop e" is.
  // Where somebody fled to takes nothing from what is known.
  if (step !== "where" && words !== undefined && tells !== "little" && isElsewhere(text)) return undefined;
  return whereIn(danger || step === "where" ? text : withoutHomes(text)) ?? undefined;
}

/** The clauses of a message from that on which says where the reporter lives. */
function homeIn(text: string): string {
  const sentence = text.split(/(?<=[.!;\n])\s+/u).find((one) => namesHome(one)) ?? text;
  const starts = [...sentence.matchAll(/, */gu)].map(({ 0: comma, index }) => index + comma.length);
  return sentence.slice(
    starts.findLast((at) => saysHome(sentence.slice(at)) && namesHome(sentence.slice(at))) ?? 0,
  );
}
