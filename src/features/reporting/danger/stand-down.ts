import { readUtterance, type Utterance } from "../../../language/utterance.ts";
import { type Block, strong, text } from "../../../messaging/reply.ts";
import type { DangerKind } from "../../../reader/names/danger.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { merged, type Session } from "../../../turn/session.ts";
import { isHarm, isWorse } from "../../emergency/event/read-events.ts";
import { callLine } from "../../emergency/next/next-step.ts";
import { OPEN_DANGER, type OpenDanger } from "../../emergency/open-danger.ts";
import { GATHERED, REPORT } from "../citizen/citizen-session.ts";
import { REPORT_THIS } from "../citizen/citizen-wording.ts";
import { toldLately } from "../citizen/gather.ts";
import { inputOf } from "../citizen/open-report.ts";
import { keepGathered } from "../citizen/sealed-draft.ts";
import { tellOn } from "../citizen/tell-on.ts";
import type { Draft } from "../dialogue/draft.ts";
import { isHabit, isPast, isTreated, STILL } from "../dialogue/past.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { NOT_URGENT } from "./danger-wording.ts";
import { goesOn, isNotUrgent, namesAnimal, namesPerson } from "./over.ts";

/** With more words than these a time stands in a story: what is past in it may not be all. */
const SHORT = 14;

/** True where a message says that the open danger is of yesterday, is a habit, or that nobody was hurt in it. */
export const saysPast = (context: TurnContext, danger: OpenDanger): boolean =>
  canBeNone(context, danger) &&
  context.utterance.words.length <= SHORT &&
  kindsOf(danger).some(
    (kind) =>
      isPast(kind, context.utterance.clean, context.now) ||
      (isHabit(kind, context.utterance) && !isWorse(danger.told ?? [])),
  );

/** Done to people, as it is read: "nó lôi lên xe", and a dog is meant. */
const DONE_TO_PEOPLE: ReadonlySet<DangerKind> = new Set([
  "kidnapping",
  "humanTrafficking",
  "hostage",
  "robbery",
  "violence",
  "weapon",
  "threat",
]);
/** With so little of a danger a message may say what was taken. */
const LITTLE = 0.25;

/**
 * Where what was taken as done to somebody turns out to be done to animals: the message names one, and nobody is named in all that
 * was told. Null where that isn't so.
 */
export async function ofAnimals(
  reporting: ReportingServices,
  context: TurnContext,
  danger: OpenDanger,
): Promise<FeatureResult | null> {
  const { utterance, reading } = context;
  const isLikely =
    canBeNone(context, danger) &&
    DONE_TO_PEOPLE.has(danger.kind) &&
    reading.learned.danger < LITTLE &&
    namesAnimal(utterance) &&
    !(danger.told ?? []).some(isHarm);
  const told = isLikely ? await toldLately(reporting, context) : null;
  if (told === null || namesPerson(readUtterance(`${told.what ?? ""}. ${utterance.clean}`))) return null;
  return standDown(reporting, context, danger, OF_ANIMALS);
}

/** Nobody has it yet, and who tells it can speak and call. */
const canBeNone = ({ reading, utterance }: TurnContext, danger: OpenDanger): boolean =>
  reading.danger === null &&
  danger.code === undefined &&
  danger.silent !== true &&
  danger.cantCall !== true &&
  !goesOn(utterance);

/** A clip that goes round is told of the beating before: it's the beating whose time is told. */
const kindsOf = ({ kind, also }: OpenDanger): readonly DangerKind[] =>
  kind === "blackmail" && also !== undefined ? [kind, also] : [kind];

/**
 * More of a wrong of hours ago, which sounds an alarm though its words say that who was hurt has been treated, or of a wrong done to
 * what somebody owns, where the alarm isn't sure and its day is named and past: the number in one line, and it joins what was told.
 * Null where anything of it may be now; in an open danger a bandage ends nothing.
 */
export async function pastTold(
  reporting: ReportingServices,
  context: TurnContext,
): Promise<FeatureResult | null> {
  const { reading, utterance, inbound, matter, session, now } = context;
  const isTold = matter === "incident" && REPORT.of(session) === undefined && inbound.content.kind === "text";
  if (reading.danger === null || !isTold || goesOn(utterance)) return null;
  const { kind, isUnsure } = reading.danger;
  const isOver = isUnsure === true && utterance.words.length <= SHORT && isPast(kind, utterance.clean, now);
  if (!isOver && !isTreated(kind, utterance)) return null;
  const [before, input] = [await toldLately(reporting, context), await inputOf(reporting, context, 0)];
  const { to } = before?.when ?? {};
  const isOfNow = to === undefined ? !isOver : now - to < STILL;
  if (
    before === null ||
    isOfNow ||
    (isOver && isOfHome(before)) ||
    input === null ||
    input === "identity_paper"
  )
    return null;
  const danger = { kind, numbers: reading.danger.numbers, at: now };
  const calm = { ...context, reading: { ...reading, danger: null } };
  return underLine(danger, await tellOn(reporting, calm, input), []);
}

/** Who lives with whoever beats them isn't out of it the day after. */
const OF_HOME: ReadonlySet<string> = new Set([
  "domesticViolence",
  "childHarm",
  "humanTrafficking",
  "blackmail",
]);
const isOfHome = ({ category }: Pick<Draft, "category">): boolean => OF_HOME.has(category);

/** What was told as a danger is a wrong that happened: it is kept, unsent and without its flag, and can be reported like any other. */
export async function standDown(
  reporting: ReportingServices,
  context: TurnContext,
  danger: OpenDanger,
  note = IS_PAST,
): Promise<FeatureResult | null> {
  const input = await inputOf(reporting, context, 0);
  const closed = await calmed(reporting, context);
  if (closed === null || input === null || input === "identity_paper") return null;
  const told = await tellOn(reporting, asWrong(context, closed), input);
  const result = underLine(danger, told, [text(note)]);
  return result === null ? null : { ...result, session: { ...closed, ...result.session } };
}

/** The number in one line, above what is said of a wrong. */
function underLine(
  danger: OpenDanger,
  { replies: [first, ...others], ...result }: FeatureResult,
  notes: readonly Block[],
): FeatureResult | null {
  if (first === undefined) return null;
  const blocks = [strong(callLine(danger, "past")), ...notes, ...first.blocks];
  return { ...result, replies: [{ ...first, blocks }, ...others] };
}

/** Who says so of an alarm that was never sure, and can speak and call, is believed. */
export const saysNotUrgent = (danger: OpenDanger, utterance: Utterance): boolean =>
  danger.unsure === true &&
  danger.code === undefined &&
  danger.silent !== true &&
  danger.cantCall !== true &&
  isNotUrgent(utterance);

/** What was told stays, as a wrong. */
export async function notUrgent(
  reporting: ReportingServices,
  context: TurnContext,
  danger: OpenDanger,
): Promise<FeatureResult | null> {
  const closed = await calmed(reporting, context);
  if (closed === null) return null;
  const blocks = [strong(callLine(danger, "past")), NOT_URGENT];
  return { replies: [{ blocks, buttons: [REPORT_THIS] }], session: closed };
}

/** The session with the danger closed and what was told kept as a wrong; null where nothing was, or a report is open. */
async function calmed(reporting: ReportingServices, context: TurnContext): Promise<Session | null> {
  const { inbound, session, now } = context;
  const before = REPORT.of(session) === undefined ? await toldLately(reporting, context) : null;
  if (before === null) return null;
  const kept = await keepGathered(reporting.ring, inbound, { ...before, danger: false }, now);
  return { ...OPEN_DANGER.with(undefined), ...GATHERED.with(kept) };
}

const asWrong = (context: TurnContext, closed: Session): TurnContext => ({
  ...context,
  matter: "incident",
  session: merged(context.session, closed),
});

const OF_ANIMALS =
  "Vậy là vật nuôi, không phải người, bị lấy; điều anh/chị kể tôi vẫn giữ, chưa gửi ai. Có người gặp nguy thì nhắn tôi ngay.";
const IS_PAST = "Vậy là chuyện đã qua; điều anh/chị kể tôi vẫn giữ, chưa gửi ai.";
