import { hasQuestion } from "../../../language/asks.ts";
import { PatternBook } from "../../../language/pattern-book.ts";
import type { Utterance } from "../../../language/utterance.ts";
import type { InboundContent } from "../../../messaging/inbound.ts";
import { wordsOf } from "../../../messaging/words.ts";
import type { DangerKind } from "../../../reader/names/danger.ts";
import type { Point } from "../../../reader/names/labels.ts";
import { chanceOf } from "../../../reader/names/likely.ts";
import type { MessageReading } from "../../../reading/read-message.ts";
import type { TurnContext } from "../../../turn/feature.ts";
import { type Group, groupOf, type NextPoint, nextPoint } from "../../emergency/next/next-step.ts";
import { tellsNothing } from "../../emergency/next/often-asked.ts";
import type { OpenDanger } from "../../emergency/open-danger.ts";
import { readReportWish } from "../citizen/report-wish.ts";
import { NO, YES } from "./danger-wording.ts";
import { isPlainlyOver, turnsBack } from "./over.ts";
import { type PlaceTold, placeIn } from "./place-told.ts";
import SHORT_WORDS from "./short-words.json" with { type: "json" };
import { alsoIn, clearerIn } from "./which-danger.ts";

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
/** Words without which nobody says such a thing: a point alone is never enough to let a call be. */
const NEEDS: Partial<Readonly<Record<Point, keyof typeof SHORT_WORDS.needs>>> = {
  cantCall: "calling",
  noAnswer: "calling",
  silent: "quiet",
};
/** From here on it is over; an arrival is a help, not an end. */
const OVER = 0.8;
const OF_OTHER = 0.6;
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
  readonly place?: PlaceTold;
  /** A danger to the body that it tells of besides the open one. */
  readonly also?: DangerKind;
  /** Which danger it is, where that wasn't clear. */
  readonly becomes?: DangerKind;
  readonly isAsked: boolean;
  /** "giờ làm gì nữa": asks for the step, and tells nothing. */
  readonly asksNow: boolean;
  /** A question of its own, not on what to do now. */
  readonly isBeside: boolean;
  /** It is told of somebody else. */
  readonly isOfOther: boolean;
  /** All is well, surely. */
  readonly isOver: boolean;
  readonly isSilent: boolean;
  /** Can't call: it is passed on at once, unless the person said not to. */
  readonly cantCall: boolean;
  /** Asks us to tell the police: it is passed on at once, whatever was said before. */
  readonly asksToPass: boolean;
  /** Nothing of it has to be kept: thanks, a sticker. */
  readonly isEmpty: boolean;
  /** The place has something that is seen from afar: "gần cây xăng". */
  readonly isMarked: boolean;
  /** Outside the country, or surely not; absent where the words don't tell. */
  readonly abroad?: boolean;
  /** The kind that it speaks of, where that isn't the open one. */
  readonly kind?: DangerKind;
  /** The answer to what we asked. */
  readonly answer?: "yes" | "no";
}

/** So sure a place must be read where the words have no form of one: "nó chạy ra phía chợ" says where somebody ran. */
const SURE_OF_POINT = 0.97;

const isSureOf = ({ learned }: TurnContext["reading"]): boolean =>
  (learned.points[0]?.p ?? 0) >= SURE_OF_POINT;

/** Reads a message in an open danger. */
export function hear({ inbound: { content }, reading, utterance }: TurnContext, danger: OpenDanger): Heard {
  const { acts } = reading.learned;
  const hasWords = utterance.words.length > 0;
  const point = hasWords ? pointOf(reading, utterance) : undefined;
  const words = wordsOf(content);
  const place =
    content.kind === "location"
      ? pinOf(content)
      : hasWords
        ? placeIn(words, {
            isPoint: point === "place" && isSureOf(reading),
            isCaption: content.kind === "media",
          })
        : undefined;
  const isArrival = hasWords && arrives(reading, utterance);
  const becomes = clearerIn(reading, danger);
  const also = becomes === undefined ? alsoIn(reading, danger) : undefined;
  // Who burns or bleeds needs the words, not the quiet.
  const isHiding = groupOf(becomes ?? danger.kind) === QUIET_GROUP;
  const isAsked =
    hasQuestion(utterance) || asksOn(utterance) || chanceOf(acts, "aid", "ask", "decline") >= SURELY;
  const isOfOther = chanceOf(reading.learned.voices, "kin", "seen") >= OF_OTHER;
  const heard: Heard = {
    row: rowOf(point, { utterance, isArrival, isHiding, isPlace: place?.isFirm === true }),
    ...(place !== undefined && { place }),
    ...(also !== undefined && { also }),
    ...(becomes !== undefined && { becomes }),
    isAsked,
    asksNow: isAsked && hasWords && tellsNothing(utterance),
    isBeside: isYesNo(utterance) && !asksOn(utterance) && chanceOf(acts, "aid") < SURELY,
    isOfOther,
    isOver:
      chanceOf(acts, "settled") >= OVER &&
      !isArrival &&
      !turnsBack(utterance) &&
      reading.learned.points[0]?.is !== "people",
    isSilent:
      isHiding &&
      ((HIDES.has(utterance) && !OTHER_HIDES.has(utterance)) ||
        (point === "silent" && !isOfOther && !losesVoice(utterance))),
    cantCall:
      (point === "cantCall" || isMute(utterance)) && !NO_CREDIT.has(utterance) && !FORBIDS.has(utterance),
    asksToPass: point === "pass" && !FORBIDS.has(utterance),
    isMarked: content.kind === "location" || (place !== undefined && LANDMARKS.has(utterance)),
    ...abroadIn(utterance, place !== undefined),
    ...kindIn(reading, danger),
    isEmpty: false,
  };
  if (content.kind === "location") return { ...heard, row: "place" };
  if (content.kind === "media" && !hasWords) return { ...heard, row: "files" };
  if (content.kind === "media" && (heard.row === "details" || heard.row === "people"))
    return { ...heard, row: "files" };
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

/** Who trembles too much to speak hides from nobody: another can speak for them. */
const losesVoice = (utterance: Utterance): boolean => NO_VOICE.has(utterance) && !HIDES.has(utterance);

/** Who is still on the way is in the country, and so is whoever names a place of ours. */
function abroadIn(utterance: Utterance, isPlace: boolean): Pick<Heard, "abroad"> {
  if (ABROAD.has(utterance)) return NOT_YET.has(utterance) ? {} : { abroad: true };
  return isPlace ? { abroad: false } : {};
}

/** A hostage taker still stands there when the wound has been told: what is said of him isn't of the wound. */
function kindIn({ learned: { kinds } }: MessageReading, { kind, also }: OpenDanger): Pick<Heard, "kind"> {
  const [first] = kinds;
  const isBefore =
    also !== undefined && first !== undefined && first.p >= SURELY && groupOf(first.is) === groupOf(also);
  return isBefore && groupOf(also) !== groupOf(kind) ? { kind: also } : {};
}

/** "có", "ko ạ": so short that they must not be read for anything else. */
const isOf = (answer: "yes" | "no", { folded }: Utterance): boolean =>
  SHORT_WORDS[answer].includes(folded.join(" "));

/** The words of those points within an alarm, where the reader learned no points. */
const IN_ALARM = (["cantCall", "pass", "silent"] as const).map((point) => ({
  point,
  book: new PatternBook(SHORT_WORDS.inAlarm[point]),
}));

const pinOf = ({ lat, lng, label }: Extract<InboundContent, { kind: "location" }>): PlaceTold => ({
  where: { lat, lng, ...(label !== undefined && { words: label }) },
  isFirm: true,
});

const HIDES = new PatternBook(SHORT_WORDS.inAlarm.silent);
/** The thief in the kitchen. */
const OTHER_HIDES = new PatternBook(SHORT_WORDS.otherHides);
const CANT_CALL = new PatternBook(SHORT_WORDS.inAlarm.cantCall);
/** "Đừng báo công an": then it is asked, not done. */
const FORBIDS = new PatternBook(SHORT_WORDS.forbids);
/** Whoever hides often can't call either. */
const isMute = (utterance: Utterance): boolean => HIDES.has(utterance) && CANT_CALL.has(utterance);
const NO_CREDIT = new PatternBook(SHORT_WORDS.noCredit);
/** With the call or the telephone in the same breath, so that no ransom is meant. */
const NO_MONEY_TO_CALL = new PatternBook(SHORT_WORDS.noMoneyToCall);
const WAITS = new PatternBook(SHORT_WORDS.waits);
const CALLED = new PatternBook(SHORT_WORDS.called);
const ARRIVED = new PatternBook(SHORT_WORDS.arrived);
const NO_VOICE = new PatternBook(SHORT_WORDS.noVoice);
/** Somebody who was followed or chased is among people by now. */
const INSIDE = new PatternBook(SHORT_WORDS.inside);
const ABROAD = new PatternBook(SHORT_WORDS.abroad);
const NOT_YET = new PatternBook(SHORT_WORDS.notYetAbroad);
const LANDMARKS = new PatternBook(SHORT_WORDS.landmarks);

/** "có bị bắt không": in a danger not every question word asks. */
const isYesNo = ({ clean, folded }: Utterance): boolean =>
  clean.includes("?") || (folded.length > SHORT && SHORT_WORDS.yesNo.includes(folded.at(-1) ?? ""));

const has = (words: keyof typeof SHORT_WORDS.needs, { folded }: Utterance): boolean =>
  folded.some((word) => (SHORT_WORDS.needs[words] as readonly string[]).includes(word));

/** The row of what was read. What no word bears out adds details: the safest words answer it. */
function rowOf(
  point: Point | undefined,
  {
    utterance,
    isArrival,
    isHiding,
    isPlace,
  }: {
    readonly utterance: Utterance;
    readonly isArrival: boolean;
    readonly isHiding: boolean;
    readonly isPlace: boolean;
  },
): NextPoint {
  if (NO_MONEY_TO_CALL.has(utterance) || (point === "cantCall" && NO_CREDIT.has(utterance)))
    return "noCredit";
  if (point === "called" && WAITS.has(utterance)) return "notCome";
  if (isArrival) return "helped";
  if (losesVoice(utterance)) return "noVoice";
  if (INSIDE.has(utterance)) return "inside";
  if (point === "silent") return isHiding ? "details" : "cantCall";
  if (point === "place" || point === "details" || point === undefined) return isPlace ? "place" : "details";
  return nextPoint(point);
}

/** Somebody has come to help: no end yet. Their coming is read as waiting or calling, or as an end. */
function arrives({ danger, learned: { points, acts } }: MessageReading, utterance: Utterance): boolean {
  const [first] = points;
  if (danger !== null || first === undefined || first.p < LEAST) return false;
  const isEnd = chanceOf(acts, "settled") >= SURELY;
  // "Em ổn rồi, em về nhà ngoại rồi" is an end, and nobody's coming.
  if (first.is === "notCome")
    return !WAITS.has(utterance) && ((isEnd && !isPlainlyOver(utterance)) || ARRIVED.has(utterance));
  return ARRIVED.has(utterance) && (first.is === "called" || isEnd);
}

/** What a message is about: points were learned of what adds to a danger, an alarm is looked through for plain words. */
function pointOf({ danger, learned: { points } }: MessageReading, utterance: Utterance): Point | undefined {
  if (danger !== null) return IN_ALARM.find(({ book }) => book.all(utterance).length > 0)?.point;
  const [first] = points;
  if (first === undefined) return undefined;
  // "Không gọi được, báo công an đi" asks for both, and each takes from the other's probability.
  const isStuck = chanceOf(points, "cantCall", "pass") >= STUCK && CANT_CALL.has(utterance);
  if (isStuck) return "cantCall";
  // "gọi 114 báo rồi": without a word of refusal nobody says that nobody answers.
  if (first.is === "noAnswer" && !has("refused", utterance))
    return CALLED.has(utterance) ? "called" : undefined;
  if (first.is === "called" && (!CALLED.has(utterance) || readReportWish(utterance.clean) !== null))
    return undefined;
  if (first.is === "notCome" && !WAITS.has(utterance)) return undefined;
  const needs = NEEDS[first.is];
  if (needs !== undefined && !has(needs, utterance)) return undefined;
  return first.p >= (ACTS_ON[first.is] ?? LEAST) ? first.is : undefined;
}

/** "rồi sao nữa" asks on: nobody says by it that all is well. */
export function asksOn({ folded }: Utterance): boolean {
  const words = SHORT_WORDS.asksNot.reduce((left, not) => left.replace(not, ""), folded.join(" "));
  return words.split(" ").some((word) => SHORT_WORDS.asks.includes(word));
}
