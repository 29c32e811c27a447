import { hasQuestion } from "../../../language/asks.ts";
import { PatternBook } from "../../../language/pattern-book.ts";
import type { Utterance } from "../../../language/utterance.ts";
import type { InboundContent } from "../../../messaging/inbound.ts";
import { wordsOf } from "../../../messaging/words.ts";
import type { DangerKind } from "../../../reader/names/danger.ts";
import { chanceOf } from "../../../reader/names/likely.ts";
import type { MessageReading } from "../../../reading/read-message.ts";
import type { TurnContext } from "../../../turn/feature.ts";
import { fittingEvents } from "../../emergency/answer/event-step.ts";
import {
  type EventName,
  isCalmer,
  isHarm,
  isOfQuestion,
  isUnplaced,
  isWorse,
  readEvents,
} from "../../emergency/event/read-events.ts";
import { type Group, groupOf, type NextPoint } from "../../emergency/next/next-step.ts";
import type { OpenDanger } from "../../emergency/open-danger.ts";
import { withoutPersons } from "../dialogue/pin-label.ts";
import { NO, YES } from "./danger-wording.ts";
import { turnsBack } from "./over.ts";
import { type PlaceTold, placeIn } from "./place-told.ts";
import {
  arrives,
  CANT_CALL,
  FAILS,
  HIDES,
  hasBattery,
  losesVoice,
  NO_CREDIT,
  pointOf,
  rowOf,
} from "./row-of.ts";
import SHORT_WORDS from "./short-words.json" with { type: "json" };
import { alsoIn, clearerIn } from "./which-danger.ts";

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
  /** What was told or asked: the table's cell for it goes before the row. */
  readonly events: readonly EventName[];
  readonly place?: PlaceTold;
  /** A danger to the body that it tells of besides the open one. */
  readonly also?: DangerKind;
  /** Which danger it is, where that wasn't clear. */
  readonly becomes?: DangerKind;
  /** It has the form of a question, or is read as one. */
  readonly isAsked: boolean;
  /** It is told of somebody else. */
  readonly isOfOther: boolean;
  /** All is well, surely. */
  readonly isOver: boolean;
  readonly isSilent: boolean;
  /** Can't call: it is passed on at once, unless the person said not to. */
  readonly cantCall: boolean;
  /** Can't speak, or nobody answers: passed on in the same way. */
  readonly isUnheard: boolean;
  /** Asks for no answer: whoever is near may see one come. Of somebody held it is passed on like that of who can't call. */
  readonly wantsNone: boolean;
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
  const isAsked =
    hasQuestion(utterance) || asksOn(utterance) || chanceOf(acts, "aid", "ask", "decline") >= SURELY;
  const said = hasWords ? readEvents(utterance, reading.learned, isAsked) : [];
  const told = fittingEvents(danger, staysHurt(danger, said) ? [...said, "unconscious"] : said);
  // Nothing of an alarm is over for now.
  const events = reading.danger === null ? told : told.filter((event) => !isCalmer([event]));
  // "Ở đây bấm 113 được không" is asked before it is tried, and who asks whether to pay, or how to send the place, can still call.
  const asksFromAbroad = events.includes("callsAbroad");
  const asksHow = asksFromAbroad || (isAsked && events.some(isOfQuestion) && !FAILS.has(utterance));
  const isPlace = point === "place" && !isUnplaced(events);
  const isCorrection = chanceOf(acts, "edit") >= SURELY;
  const found =
    content.kind === "location"
      ? pinOf(content)
      : hasWords
        ? placeIn(wordsOf(content), {
            isPoint: isPlace && (isSureOf(reading) || isCorrection),
            isLikely: isPlace,
            isCaption: content.kind === "media",
          })
        : undefined;
  const place = found !== undefined && isCorrection ? { ...found, isCorrection } : found;
  const isArrival = hasWords && (arrives(reading, utterance) || events.includes("helped"));
  const becomes = clearerIn(reading, danger, events);
  const also = becomes === undefined ? alsoIn(reading, danger) : undefined;
  // Who burns or bleeds needs the words, not the quiet.
  const isHiding = groupOf(becomes ?? danger.kind) === QUIET_GROUP;
  const isOfOther = chanceOf(reading.learned.voices, "kin", "seen") >= OF_OTHER;
  const isSilent =
    isHiding &&
    ((HIDES.has(utterance) && !OTHER_HIDES.has(utterance)) ||
      (point === "silent" && !isOfOther && !losesVoice(utterance)));
  const heard: Heard = {
    row: rowOf(asksHow ? undefined : point, utterance, {
      isArrival,
      isHiding,
      isAsked,
      isPlace: place?.isFirm === true,
    }),
    events,
    ...(place !== undefined && { place }),
    ...(also !== undefined && { also }),
    ...(becomes !== undefined && { becomes }),
    isAsked,
    isOfOther,
    isOver:
      chanceOf(acts, "settled") >= OVER &&
      !isArrival &&
      !turnsBack(utterance) &&
      reading.learned.points[0]?.is !== "people",
    isSilent,
    isUnheard:
      (isSilent || point === "noAnswer" || losesVoice(utterance)) &&
      !FORBIDS.has(utterance) &&
      !NO_REPLY.has(utterance) &&
      !asksFromAbroad,
    cantCall:
      ((point === "cantCall" && !asksHow) || isMute(utterance)) &&
      !asksFromAbroad &&
      !NO_CREDIT.has(utterance) &&
      !FORBIDS.has(utterance) &&
      !hasBattery(utterance),
    wantsNone: isHiding && NO_REPLY.has(utterance) && !FORBIDS.has(utterance),
    asksToPass: point === "pass" && !asksHow && !FORBIDS.has(utterance) && !events.includes("secrecy"),
    isMarked: content.kind === "location" || (place !== undefined && LANDMARKS.has(utterance)),
    ...abroadIn(said, place !== undefined),
    ...kindIn(reading, danger),
    isEmpty: false,
  };
  if (content.kind === "location") return { ...heard, row: "place" };
  if (content.kind === "media" && (!hasWords || heard.row === "details" || heard.row === "people"))
    return { ...heard, row: "files" };
  if (content.kind === "sticker" || content.kind === "unsupported" || !hasWords)
    return { ...heard, row: "chat", isEmpty: true };
  const words = utterance.clean.toLowerCase();
  const isShort = utterance.words.length <= SHORT;
  const isYes =
    words === YES.payload || isOf("yes", utterance) || (isShort && chanceOf(acts, "yes") >= SURELY);
  const isNo = words === NO.payload || isOf("no", utterance) || (isShort && chanceOf(acts, "no") >= SURELY);
  if (isYes || isNo) {
    if (danger.asked === undefined) return { ...heard, row: "chat", isSilent: false, isEmpty: true };
    return { ...heard, row: "details", isSilent: false, isEmpty: true, answer: isYes ? "yes" : "no" };
  }
  if (chanceOf(acts, "chat") >= SURELY) return { ...heard, row: "chat", isEmpty: true };
  return heard;
}

/** Those who did it are gone or held, and who was hurt by them is still there. */
const staysHurt = ({ told = [] }: OpenDanger, said: readonly EventName[]): boolean =>
  (said.includes("gone") || said.includes("heldFast")) &&
  !said.includes("taken") &&
  told.some((event) => isHarm(event) && isWorse([event]));

/** Who is still on the way is in the country, and so is whoever names a place of ours. */
function abroadIn(said: readonly EventName[], isPlace: boolean): Pick<Heard, "abroad"> {
  if (said.includes("abroad")) return said.includes("goesAbroad") ? {} : { abroad: true };
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
  SHORT_WORDS[answer].split("/").includes(folded.join(" "));

function pinOf(content: Extract<InboundContent, { kind: "location" }>): PlaceTold {
  const { lat, lng, label } = withoutPersons(content);
  return { where: { lat, lng, ...(label !== undefined && { words: label }) }, isFirm: true };
}

/** The thief in the kitchen. */
const OTHER_HIDES = new PatternBook(SHORT_WORDS.otherHides);
/** "Đừng báo công an": then it is asked, not done. */
const FORBIDS = new PatternBook(SHORT_WORDS.forbids);
/** Whoever hides often can't call either. */
const isMute = (utterance: Utterance): boolean => HIDES.has(utterance) && CANT_CALL.has(utterance);
const NO_REPLY = new PatternBook(SHORT_WORDS.noReply);
const LANDMARKS = new PatternBook(SHORT_WORDS.landmarks);

/** "rồi sao nữa" asks on: nobody says by it that all is well. */
export function asksOn({ folded }: Utterance): boolean {
  const words = SHORT_WORDS.asksNot.reduce((left, not) => left.replace(not, ""), folded.join(" "));
  return words.split(" ").some((word) => SHORT_WORDS.asks.includes(word));
}
