import { PatternBook } from "../../../language/pattern-book.ts";
import type { Utterance } from "../../../language/utterance.ts";
import type { Point } from "../../../reader/names/labels.ts";
import { chanceOf } from "../../../reader/names/likely.ts";
import type { MessageReading } from "../../../reading/read-message.ts";
import { type NextPoint, nextPoint } from "../../emergency/next/next-step.ts";
import { readReportWish } from "../citizen/report-wish.ts";
import { isPlainlyOver } from "./over.ts";
import SHORT_WORDS from "./short-words.json" with { type: "json" };

/** Less sure than this nobody's point is taken for what it seems. */
const LEAST = 0.4;
/** So sure it must be before answers get short, or before anything goes to the desk without a tap. */
const ACTS_ON: Partial<Readonly<Record<Point, number>>> = {
  silent: 0.85,
  called: 0.85,
  cantCall: 0.8,
  pass: 0.6,
};
/** So sure both together must be, where the words for the one stand there. */
const STUCK = 0.8;
/** From here on it is an end. */
const SURELY = 0.5;
/** Words without which nobody says such a thing: a point alone is never enough to let a call be. */
const NEEDS: Partial<Readonly<Record<Point, keyof typeof SHORT_WORDS.needs>>> = {
  cantCall: "calling",
  noAnswer: "calling",
  silent: "quiet",
};

export const CANT_CALL = new PatternBook(SHORT_WORDS.inAlarm.cantCall);
export const NO_CREDIT = new PatternBook(SHORT_WORDS.noCredit);
/** With the call or the telephone in the same breath, so that no ransom is meant. */
const NO_MONEY_TO_CALL = new PatternBook(SHORT_WORDS.noMoneyToCall);
const WAITS = new PatternBook(SHORT_WORDS.waits);
const CALLED = new PatternBook(SHORT_WORDS.called);
const BUSY = new PatternBook(SHORT_WORDS.busy);
/** The call doesn't get through, in plain words. */
export const FAILS = new PatternBook([...SHORT_WORDS.inAlarm.cantCall, ...SHORT_WORDS.busy]);
const ARRIVED = new PatternBook(SHORT_WORDS.arrived);
const HAS_BATTERY = new PatternBook(SHORT_WORDS.hasBattery);
/** "Điện thoại còn 8%": a little is left. */
export const hasBattery = (utterance: Utterance): boolean => HAS_BATTERY.has(utterance);
/** Somebody who was followed or chased is among people by now. */
const INSIDE = new PatternBook(SHORT_WORDS.inside);
const NO_VOICE = new PatternBook(SHORT_WORDS.noVoice);
export const HIDES = new PatternBook(SHORT_WORDS.inAlarm.silent);

/** The words of those points within an alarm, where the reader learned no points. */
const IN_ALARM = (["cantCall", "pass", "silent"] as const).map((point) => ({
  point,
  book: new PatternBook(SHORT_WORDS.inAlarm[point]),
}));

type Needed = keyof typeof SHORT_WORDS.needs;
const setOf = (name: Needed): ReadonlySet<string> => new Set(SHORT_WORDS.needs[name].split(" "));
const WORDS_NEEDED: Readonly<Record<Needed, ReadonlySet<string>>> = {
  calling: setOf("calling"),
  cant: setOf("cant"),
  quiet: setOf("quiet"),
  refused: setOf("refused"),
};

const has = (words: Needed, { folded }: Utterance): boolean =>
  folded.some((word) => WORDS_NEEDED[words].has(word));

/** Who trembles too much to speak hides from nobody: another can speak for them. */
export const losesVoice = (utterance: Utterance): boolean => NO_VOICE.has(utterance) && !HIDES.has(utterance);

/** What the row depends on besides the words. */
export interface Around {
  readonly isArrival: boolean;
  /** Somebody may be hiding in such a danger. */
  readonly isHiding: boolean;
  readonly isAsked: boolean;
  readonly isPlace: boolean;
}

/** The row of what was read. What no word bears out adds details: the safest words answer it. */
export function rowOf(
  point: Point | undefined,
  utterance: Utterance,
  { isArrival, isHiding, isAsked, isPlace }: Around,
): NextPoint {
  if (NO_MONEY_TO_CALL.has(utterance) || (point === "cantCall" && NO_CREDIT.has(utterance)))
    return "noCredit";
  if (point === "called" && WAITS.has(utterance)) return "notCome";
  if (isArrival) return "helped";
  if (losesVoice(utterance)) return "noVoice";
  if (INSIDE.has(utterance)) return "inside";
  if (point === "silent") return isHiding || isAsked ? "details" : "cantCall";
  if (point === "place" || point === "details" || point === undefined) return isPlace ? "place" : "details";
  return nextPoint(point);
}

/** Somebody has come to help: no end yet. Their coming is read as waiting or calling, or as an end. */
export function arrives(
  { danger, learned: { points, acts } }: MessageReading,
  utterance: Utterance,
): boolean {
  const [first] = points;
  if (danger !== null || first === undefined || first.p < LEAST) return false;
  const isEnd = chanceOf(acts, "settled") >= SURELY;
  // "Em ổn rồi, em về nhà ngoại rồi" is an end, and nobody's coming.
  if (first.is === "notCome")
    return !WAITS.has(utterance) && ((isEnd && !isPlainlyOver(utterance)) || ARRIVED.has(utterance));
  return ARRIVED.has(utterance) && (first.is === "called" || isEnd);
}

/** What a message is about: points were learned of what adds to a danger, an alarm is looked through for plain words. */
export function pointOf(
  { danger, learned: { points } }: MessageReading,
  utterance: Utterance,
): Point | undefined {
  if (danger !== null) return IN_ALARM.find(({ book }) => book.all(utterance).length > 0)?.point;
  const [first] = points;
  if (first === undefined) return undefined;
  // "Không gọi được, báo công an đi" asks for both, and each takes from the other's probability.
  const isStuck = chanceOf(points, "cantCall", "pass") >= STUCK && CANT_CALL.has(utterance);
  if (isStuck) return "cantCall";
  // "Gọi 114 mà máy toàn báo bận" can't call, has called, or gets no answer, as one takes it.
  if (chanceOf(points, "cantCall", "noAnswer", "called") >= STUCK && BUSY.has(utterance)) return "noAnswer";
  // "gọi 114 báo rồi": without a word of refusal nobody says that nobody answers.
  if (first.is === "noAnswer" && !has("refused", utterance))
    return CALLED.has(utterance) ? "called" : undefined;
  if (first.is === "called" && (!CALLED.has(utterance) || readReportWish(utterance.clean) !== null))
    return undefined;
  if (first.is === "notCome" && !WAITS.has(utterance)) return undefined;
  // So long as it works, one can call.
  if (first.is === "cantCall" && (hasBattery(utterance) || !has("cant", utterance))) return undefined;
  const needs = NEEDS[first.is];
  if (needs !== undefined && !has(needs, utterance)) return undefined;
  return first.p >= (ACTS_ON[first.is] ?? LEAST) ? first.is : undefined;
}
