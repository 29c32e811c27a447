import { PatternBook } from "../../language/pattern-book.ts";
import { type CallNumber, list, type Reply, source, strong, text } from "../../messaging/reply.ts";
import { type Danger, type DangerKind, type EmergencyNumber, NUMBERS_OF } from "../../reader/names/danger.ts";
import { chanceOf } from "../../reader/names/likely.ts";
import type { MessageReading } from "../../reading/read-message.ts";
import type { Feature } from "../../turn/feature.ts";
import FOR_OTHER from "./advice/for-other.json" with { type: "json" };
import { adviceOn, type DangerAdvice } from "./advice.ts";
import { answerTo } from "./answer/answer-to.ts";
import { CALL_YOURSELF, FOREIGN_WORDS, NUMBER_NAMES, NUMBERS_SOURCE, named } from "./emergency-wording.ts";
import { type EventName, readEvents } from "./event/read-events.ts";
import { bodyKind } from "./next/body-kind.ts";
import { groupOf, hasHelpersSteps, isHeld, nextStep } from "./next/next-step.ts";
import WORDS from "./of-other.json" with { type: "json" };
import { OPEN_DANGER, type OpenDanger, openDanger, opened } from "./open-danger.ts";
import {
  adviceIn,
  isOf,
  numbersIn,
  type SituationName,
  situationIn,
  turnedBy,
} from "./situation/situation.ts";

/** Danger first: the number to call is in the first line, before everything else. */
export const emergency: Feature = {
  name: "emergency",
  take({ reading, inbound, session, now }) {
    if (reading.danger === null) return null;
    // In a group the next message is somebody else's.
    if (!inbound.isPrivate) return { replies: [dangerReply(reading.danger)] };
    const before = openDanger(session, now);
    const read = before === undefined ? reading.danger : within(before, reading.danger, reading);
    const { danger, situation } = asTold(read, reading, before);
    const isOfOther = hasHelpersSteps(danger) && tellsOfOther(reading);
    const kept = opened(danger, session, now, { isOfOther, situation });
    const also = groupOf(reading.danger.kind) === "body" ? bodyKind(reading, reading.danger.kind) : undefined;
    return {
      replies: [replyWithin(danger, reading, { before, after: OPEN_DANGER.of(kept), also })],
      session: kept,
    };
  },
};

/** A danger as it was told. */
interface AsTold {
  /** With the numbers of its situation, and of the kind into which its situation turns it. */
  readonly danger: Danger;
  readonly situation: SituationName | undefined;
  /** True where its situation made another kind of it. */
  readonly isTurned: boolean;
}

/** What was told of the same danger before counts too. */
function toldSituation(
  kind: DangerKind,
  { learned }: Told,
  events: readonly EventName[],
  before?: OpenDanger,
): SituationName | undefined {
  const same = before?.kind === kind ? before : undefined;
  const told = [...(same?.told ?? []), ...events];
  return situationIn({ kind, told, situation: same?.situation }, learned.voices);
}

/** @param before the danger that is open */
export function asTold(read: Danger, reading: Told, before?: OpenDanger): AsTold {
  const events = eventsIn(reading);
  const inSituation = (danger: Danger, isTurned: boolean): AsTold => {
    const situation = toldSituation(danger.kind, reading, events, before);
    const numbers = numbersIn(danger.kind, danger.numbers, situation);
    const kind = turnedBy(situation);
    return kind === undefined
      ? { danger: { ...danger, numbers }, situation, isTurned }
      : inSituation({ ...danger, kind, numbers }, true);
  };
  return inSituation(read, false);
}

/** By the words, or as the reader surely takes it. */
const tellsOfOther = ({ utterance, learned }: Pick<MessageReading, "utterance" | "learned">): boolean =>
  OTHERS.has(utterance) || chanceOf(learned.voices, "kin", "seen") >= OF_OTHER;
const OTHERS = new PatternBook(WORDS.others);
/** So sure it must be that somebody else is meant, before a helper's steps are said. */
const OF_OTHER = 0.6;
/** Less sure than this a message in an open danger tells on of that one. */
const ANOTHER = { act: 0.8, kind: 0.7, people: 0.97, number: 0.2 };

const isDespair = ({ kind }: OpenDanger): boolean => groupOf(kind) === "despair";

/**
 * Another kind takes the place of the open one where it is sure, and the open one's advice doesn't speak of it; else the numbers
 * that it surely needs join.
 */
function within(before: OpenDanger, danger: Danger, reading: Told): Danger {
  const { acts, kinds } = reading.learned;
  if (danger.kind === before.kind || danger.language !== "vi") return danger;
  // Who is in despair isn't left for what people do to each other ("họ phá cửa đưa nó đi viện rồi"), and who is held not for what
  // is asked of them meanwhile: "nó bắt gọi về nhà đòi 30 triệu". Who was bitten by a snake and can't see any more was still bitten.
  // Petrol that is poured in a quarrel is no fire yet.
  const isLess =
    ((isHeld(before.kind) || isDespair(before)) && groupOf(danger.kind) === "people") ||
    (groupOf(before.kind) === "body" && !STATES.has(before.kind) && STATES.has(danger.kind)) ||
    (groupOf(before.kind) === "rescue" && !SEEKING.has(before.kind) && SEEKING.has(danger.kind)) ||
    // Somebody seen behind the window of a room full of gas is no burglar.
    (groupOf(before.kind) === "rescue" &&
      groupOf(danger.kind) === "people" &&
      chanceOf(kinds, danger.kind) < ANOTHER.people) ||
    (IN_WATER.has(before.kind) && danger.kind === "flood") ||
    // "anh ấy xỉu rồi" says how somebody is, whatever so few words are read for.
    reading.utterance.words.length < ENOUGH_WORDS ||
    isOf(toldSituation(danger.kind, reading, eventsIn(reading)), before.kind);
  const isSure =
    !isLess &&
    toldOn(before, reading) === null &&
    chanceOf(acts, "danger") >= ANOTHER.act &&
    chanceOf(kinds, danger.kind) >= ANOTHER.kind;
  if (isSure) return danger;
  const needed = new Set(kinds.filter(({ p }) => p >= ANOTHER.number).flatMap(({ is }) => NUMBERS_OF[is]));
  const numbers = danger.numbers.filter((number) => before.numbers.includes(number) || needed.has(number));
  return { ...danger, kind: before.kind, numbers };
}

/** Fewer words tell on of what is open. */
const ENOUGH_WORDS = 5;
const IN_WATER: ReadonlySet<DangerKind> = new Set(["vehicleFall", "drowning"]);
/** Somebody isn't there yet: in a flood or below a slope that is no search. */
const SEEKING: ReadonlySet<DangerKind> = new Set(["lost", "missingPerson"]);
/** They say how somebody is, whatever it comes from. */
const STATES: ReadonlySet<DangerKind> = new Set(["unconscious", "medical", "stroke"]);

interface Around {
  /** The danger that was open, and the one that is now. */
  readonly before?: OpenDanger | undefined;
  readonly after?: OpenDanger | undefined;
  /** A danger to the body that the message tells of besides: who can't breathe needs that first. */
  readonly also: DangerKind | undefined;
}

/** The whole advice on a new danger; somebody who hides, and a danger told on, get the number and one short piece. */
function replyWithin(danger: Danger, said: Told, { before, after, also }: Around): Reply {
  if (after === undefined) return dangerReply(danger);
  if (after.silent === true) return { blocks: toldOn(after, said) ?? nextStep(after, "details") };
  if (before?.kind === danger.kind)
    return againReply(danger, said, after, also === danger.kind ? undefined : also);
  if (after.ofOther === true && isDespair(after)) return ofOtherReply(danger);
  return dangerReply({ ...danger, numbers: after.numbers }, after.situation);
}

/** The same danger, told on: the steps stand above; the number, and the one step on what was told, else the next. */
function againReply(danger: Danger, told: Told, after: OpenDanger, also: Around["also"]): Reply {
  const { calls = [] } = dangerReply(danger);
  return { blocks: toldOn(after, told, also) ?? nextStep(after, "details"), calls };
}

type Told = Pick<MessageReading, "utterance" | "learned">;

const eventsIn = ({ utterance, learned }: Told) => readEvents(utterance, learned, false);

/** What answers a danger that is told on. */
const toldOn = (danger: OpenDanger, told: Told, also?: DangerKind) =>
  answerTo(danger, told.utterance, { events: eventsIn(told), isAsked: false, also });

/** Somebody else is in despair: what a helper does, not what they would do themselves. */
const ofOtherReply = ({ kind, numbers }: Danger): Reply =>
  wholeAdvice(callNow(numbers), { ...FOR_OTHER, source: adviceOn(kind).source }, numbers);

export function dangerReply(danger: Danger, situation?: SituationName): Reply {
  return danger.language === "vi"
    ? inVietnamese(danger, situation)
    : inTheirLanguage(danger, danger.language);
}

/**
 * The advice on a kind of danger for somebody who asks how to help, not now: the steps come first, the number after them.
 * @returns null where the kind has no first aid
 */
export function firstAidReply(kind: DangerKind): Reply | null {
  const { steps, numbers, source: ofSteps, firstAid } = adviceOn(kind);
  if (!firstAid) return null;
  return {
    blocks: [
      list(...steps),
      text(`Nếu đang xảy ra: gọi ${named(numbers)}.`),
      source(ofSteps),
      source(NUMBERS_SOURCE),
    ],
  };
}

function inVietnamese(danger: Danger, situation: SituationName | undefined): Reply {
  const { lead: usual, ...advice } = adviceIn({ kind: danger.kind, situation });
  // Of a danger whose kind isn't clear the likely numbers may be known all the same.
  const isCalled = danger.kind === "unclear" && danger.numbers.join() !== NUMBERS_OF.unclear.join();
  const lead = isCalled ? undefined : usual;
  const numbers = isCalled ? danger.numbers : [...new Set([...advice.numbers, ...danger.numbers])];
  const missing = numbers.filter((number) => lead !== undefined && !lead.includes(number));
  const more = missing.length === 0 ? "" : ` Gọi thêm ${named(missing)}.`;
  return wholeAdvice(`${lead ?? callNow(numbers)}${more}`, advice, numbers);
}

const callNow = (numbers: readonly EmergencyNumber[]): string => `Gọi ngay ${named(numbers)}.`;

/** Whom to call, the steps, what will be asked on the phone. */
const wholeAdvice = (
  lead: string,
  { steps, tell, closing, calls = [], source: from }: Omit<DangerAdvice, "numbers" | "firstAid">,
  numbers: readonly EmergencyNumber[],
): Reply => ({
  blocks: [
    strong(lead),
    list(...steps),
    text(`Khi gọi, nói rõ: ${tell}`),
    text(CALL_YOURSELF[closing ?? "usual"]),
    source(from),
    source(NUMBERS_SOURCE),
  ],
  calls: [...calls, ...callsTo(numbers, NUMBER_NAMES)],
});

function inTheirLanguage({ kind, numbers }: Danger, language: "en" | "zh"): Reply {
  const words = FOREIGN_WORDS[language];
  const calls = numbers.map((number) => `${number} (${words.names[number]})`).join(", ");
  const lead = kind === "unclear" ? words.unclear : words.call;
  return {
    blocks: [strong(`${lead} ${calls}`), text(words.advice), text(words.machine)],
    calls: callsTo(numbers, words.names),
  };
}

const callsTo = (
  numbers: readonly EmergencyNumber[],
  names: Readonly<Record<EmergencyNumber, string>>,
): CallNumber[] => numbers.map((number) => ({ label: `${number} (${names[number]})`, phone: number }));
