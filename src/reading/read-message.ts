import { hasQuestion, requests } from "../language/asks.ts";
import { withoutCode } from "../language/code-words.ts";
import { spokenIn } from "../language/spoken.ts";
import { readUtterance, type Utterance } from "../language/utterance.ts";
import type { Inbound } from "../messaging/inbound.ts";
import { wordsOf } from "../messaging/words.ts";
import { readLearned } from "../reader/learned-reading.ts";
import type { BoundaryId } from "../reader/names/boundary.ts";
import type { Danger } from "../reader/names/danger.ts";
import type { IncidentId } from "../reader/names/incident.ts";
import type { Matter } from "../reader/names/labels.ts";
import { chanceOf } from "../reader/names/likely.ts";
import type { LearnedReading } from "../reader/read-by.ts";
import { detectBoundary } from "./boundary/detect-boundary.ts";
import { CALM, type Doubt } from "./danger/detect-danger.ts";
import { hearDanger } from "./danger/hear-danger.ts";
import { excerptOf } from "./excerpt.ts";
import { categoryOf, tellsOfIncident } from "./incident/detect-incident.ts";

/** What is read from a message. Nothing is computed before somebody asks for it, and nothing twice. */
export interface MessageReading {
  /** The words that are read: all of them, or of a long message an excerpt (`excerptOf`). */
  readonly utterance: Utterance;
  /** A danger that is happening now, or null. */
  readonly danger: Danger | null;
  /** A danger that is not sure enough for an alarm: the ordinary answer gets one line with the numbers. */
  readonly doubt: Doubt | null;
  /** A danger that the same message takes back: "cháy to lắm, đùa tí". */
  readonly isFalseAlarm: boolean;
  /** The reported incident; null where the message asks about rules or only names a topic. */
  readonly incident: IncidentId | null;
  /** The incident whose words are in the message, in any form: for the text after "/baocao". */
  readonly incidentWords: IncidentId | null;
  /** The boundary that the message crosses, or null. */
  readonly boundary: BoundaryId | null;
  /** What the learned reader makes of it: what it does, about what, how probably. */
  readonly learned: LearnedReading;
}

const MOSTLY = 0.5;
/**
 * Where somebody or some place is named and it probably adds to what is open, nobody is looked up: "nhà em ở xã Tân Thành". And a few
 * words that alone mean little ("đưa đi đâu") must ask for it themselves.
 */
const NAMES: ReadonlySet<BoundaryId> = new Set(["personalLookup", "personList", "operations"]);
const MAYBE = 0.3;

/**
 * Within these what must be refused is refused too, though it looks like more of what is open: "vậy ai đã báo nhà tôi" after an
 * answer. A draft holds whatever is told.
 */
const ASKED_WITHIN: ReadonlySet<Matter> = new Set(["question", "incident", "filed"]);

/** While something is told, others do in the words what would be refused if the teller wished it: "nó xưng là công an tỉnh". */
const TOLD_WITHIN: ReadonlySet<Matter> = new Set(["incident", "draft"]);
/** What is somebody's wish in any form: their own code, their own joke, words to the machine. */
const OWN_WISH: ReadonlySet<BoundaryId> = new Set(["secretOffered", "falseAlarm", "promptInjection"]);

/** In a draft a few words that ask nothing answer what was asked, whomever they name: "là ông Bình với ông Toàn ạ". */
const FEW_WORDS = 8;
const PERHAPS = 0.25;

const isPieceOf = ({ utterance, learned }: Pick<MessageReading, "utterance" | "learned">): boolean =>
  utterance.words.length <= FEW_WORDS &&
  !hasQuestion(utterance) &&
  !requests(utterance) &&
  chanceOf(learned.acts, "more", "edit") >= PERHAPS;

/** The same where nothing was taken out. */
const readAgain = (utterance: Utterance, left: string): Utterance =>
  left === utterance.clean ? utterance : readUtterance(left);

/** The detectors of a reading; a test passes counting ones. */
export const DETECTORS = {
  learned: readLearned,
  danger: hearDanger,
  boundary: detectBoundary,
  incidentWords: categoryOf,
  tellsOfIncident,
};

/**
 * Reads a message once for all callers.
 * @example
 * const reading = readMessage("nhà em đang cháy");
 * reading.danger?.numbers; // ["114"], looked for now
 * reading.danger?.kind; // "fire", remembered
 */
export function readMessage(
  text: string,
  detect: typeof DETECTORS = DETECTORS,
  matter: Matter = "none",
): MessageReading {
  const { text: read, cries } = excerptOf(text);
  const utterance = readUtterance(read);
  const spoken = readAgain(utterance, spokenIn(utterance.clean));
  const danger = once(() => {
    const learn = (said: Utterance) => (said === spoken ? learned() : detect.learned(said, matter));
    const readAlone = (said: Utterance) => (said === spoken ? alone() : detect.learned(said, "none"));
    return detect.danger(spoken, learn, { cries, alone: matter === "none" ? undefined : readAlone });
  });
  const heard = readAgain(spoken, withoutCode(spoken.clean));
  const learned = once(() => detect.learned(heard, matter));
  // As if nothing were open.
  const alone = once(() => detect.learned(heard, "none"));
  const incidentWords = once(() => detect.incidentWords(learned()));
  const isTold = once(() => detect.tellsOfIncident(learned()));
  const reading: MessageReading = {
    utterance,
    get learned() {
      return learned();
    },
    get danger() {
      return danger().danger;
    },
    get doubt() {
      return danger().doubt;
    },
    get isFalseAlarm() {
      return danger().isFalseAlarm;
    },
    get incident() {
      // What may be a danger and sounds no alarm is told too.
      const isDoubted = danger().doubt !== null && chanceOf(learned().acts, "danger", "tell") > MOSTLY;
      return isTold() || isDoubted ? (incidentWords() ?? "other") : null;
    },
    get incidentWords() {
      return incidentWords();
    },
    get boundary() {
      return boundary();
    },
  };
  const isWish = (found: BoundaryId, { acts }: Pick<LearnedReading, "acts">): boolean =>
    !TOLD_WITHIN.has(matter) ||
    OWN_WISH.has(found) ||
    hasQuestion(utterance) ||
    chanceOf(acts, "decline") > MOSTLY;
  const boundary = once(() => {
    const crossed = detect.boundary(reading);
    const isAnswer = matter === "draft" && isPieceOf(reading);
    const found = crossed !== null && !isAnswer && isWish(crossed, learned()) ? crossed : null;
    if (found !== null || !ASKED_WITHIN.has(matter)) return found;
    if (chanceOf(alone().acts, "decline") < MAYBE) return null;
    // What was taken back is refused above, whatever is open.
    const byItself = detect.boundary({ utterance, isFalseAlarm: false, learned: alone() });
    const isPiece =
      byItself !== null && NAMES.has(byItself) && chanceOf(learned().acts, "more", "edit") > MAYBE;
    return byItself === null || isPiece || !isWish(byItself, alone()) ? null : byItself;
  });
  return reading;
}

/** The words of one of our own buttons: an answer to us, in which nothing is told. */
export const CHOSEN: typeof DETECTORS = {
  ...DETECTORS,
  danger: () => CALM,
  boundary: () => null,
  tellsOfIncident: () => false,
};

const readings = new WeakMap<Inbound, MessageReading>();

/** How a message is read: in a button of ours nothing is told. */
const detectorsFor = ({ content }: Inbound): typeof DETECTORS =>
  content.kind === "text" && content.tapped === true ? CHOSEN : DETECTORS;

/**
 * The reading of a message's words, wherever they stand, empty where there are none: made once for the chat, which asks
 * whether it is urgent, and for the turn; stored as long as the message.
 * @param said the text to read where it isn't those words, such as the choice for a typed number
 * @param matter what is open: with anything open the message is read anew
 */
export function readInbound(
  inbound: Inbound,
  said: string = wordsOf(inbound.content),
  matter: Matter = "none",
): MessageReading {
  const detect = detectorsFor(inbound);
  if (matter !== "none" || said !== wordsOf(inbound.content)) return readMessage(said, detect, matter);
  const reading = readings.get(inbound) ?? readMessage(said, detect);
  readings.set(inbound, reading);
  return reading;
}

function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}
