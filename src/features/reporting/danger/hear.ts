import { PatternBook } from "../../../language/pattern-book.ts";
import type { Utterance } from "../../../language/utterance.ts";
import type { Point } from "../../../reader/names/labels.ts";
import { chanceOf } from "../../../reader/names/likely.ts";
import type { MessageReading } from "../../../reading/read-message.ts";
import type { TurnContext } from "../../../turn/feature.ts";
import { type Group, groupOf, type NextPoint, nextPoint } from "../../emergency/next/next-step.ts";
import type { OpenDanger } from "../../emergency/open-danger.ts";
import { NO, YES } from "./danger-wording.ts";
import SHORT_WORDS from "./short-words.json" with { type: "json" };

/** Less sure than this nobody's point is taken for what it seems. */
const LEAST = 0.4;
/** So sure it must be before answers get short, or before anything goes to the desk without a tap. */
const ACTS_ON: Partial<Readonly<Record<Point, number>>> = { silent: 0.85, cantCall: 0.6, pass: 0.6 };
/** Where somebody may be hiding. */
const QUIET_GROUP: Group = "people";
/** From here on it is a "có", a "không", thanks. */
const SURELY = 0.5;
/** "không ạ" answers; "không có ai bị thương" tells. */
const SHORT = 3;

/** What a message in an open danger says. */
export interface Heard {
  /** The row of the next step. */
  readonly row: NextPoint;
  readonly isPlace: boolean;
  readonly isSilent: boolean;
  /** Can't call: it is passed on at once, unless the person said not to. */
  readonly cantCall: boolean;
  /** Asks us to tell the police: it is passed on at once, whatever was said before. */
  readonly asksToPass: boolean;
  /** Nothing of it has to be kept: thanks, a sticker. */
  readonly isEmpty: boolean;
  /** The answer to what we asked. */
  readonly answer?: "yes" | "no";
}

/** Reads a message in an open danger. */
export function hear({ inbound: { content }, reading, utterance }: TurnContext, danger: OpenDanger): Heard {
  const { acts } = reading.learned;
  const hasWords = utterance.words.length > 0;
  const point = hasWords ? pointOf(reading, utterance) : undefined;
  // Who burns or bleeds needs the words, not the quiet.
  const isHiding = groupOf(danger.kind) === QUIET_GROUP;
  const heard: Heard = {
    row: point === "silent" && !isHiding ? "cantCall" : nextPoint(point),
    isPlace: point === "place",
    isSilent: point === "silent" && isHiding,
    cantCall: point === "cantCall",
    asksToPass: point === "pass",
    isEmpty: false,
  };
  if (content.kind === "location") return { ...heard, row: "place", isPlace: false };
  if (content.kind === "media" && !hasWords) return { ...heard, row: "files" };
  if (content.kind === "sticker" || content.kind === "unsupported" || !hasWords)
    return { ...heard, row: "chat", isEmpty: true };
  const said = utterance.clean.toLowerCase();
  const isShort = utterance.words.length <= SHORT;
  const isYes =
    said === YES.payload || isOf("yes", utterance) || (isShort && chanceOf(acts, "yes") >= SURELY);
  const isNo = said === NO.payload || isOf("no", utterance) || (isShort && chanceOf(acts, "no") >= SURELY);
  if (isYes || isNo) {
    if (danger.asked === undefined) return { ...heard, row: "chat", isSilent: false, isEmpty: true };
    return { ...heard, row: "details", isSilent: false, isEmpty: true, answer: isYes ? "yes" : "no" };
  }
  if (chanceOf(acts, "chat") >= SURELY) return { ...heard, row: "chat", isEmpty: true };
  return heard;
}

/** "có", "ko ạ": so short that they must not be read for anything else. */
const isOf = (answer: "yes" | "no", { folded }: Utterance): boolean =>
  SHORT_WORDS[answer].includes(folded.join(" "));

/** The words of those points within an alarm, where the reader learned no points. */
const IN_ALARM = (["cantCall", "pass", "silent"] as const).map((point) => ({
  point,
  book: new PatternBook(SHORT_WORDS.inAlarm[point]),
}));

/** What a message is about: points were learned of what adds to a danger, an alarm is looked through for plain words. */
function pointOf({ danger, learned: { points } }: MessageReading, utterance: Utterance): Point | undefined {
  if (danger !== null) return IN_ALARM.find(({ book }) => book.all(utterance).length > 0)?.point;
  const [first] = points;
  if (first === undefined) return undefined;
  return first.p >= (ACTS_ON[first.is] ?? LEAST) ? first.is : undefined;
}

/** "rồi sao nữa" asks on: nobody says by it that all is well. */
export function asksOn({ folded }: Utterance): boolean {
  const words = SHORT_WORDS.asksNot.reduce((left, not) => left.replace(not, ""), folded.join(" "));
  return words.split(" ").some((word) => SHORT_WORDS.asks.includes(word));
}
