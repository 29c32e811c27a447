import { type Reply, strong } from "../../../messaging/reply.ts";
import { type DangerKind, NUMBERS_OF } from "../../../reader/names/danger.ts";
import { chanceOf } from "../../../reader/names/likely.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { merged, type Session } from "../../../turn/session.ts";
import { answerTo } from "../../emergency/answer/answer-to.ts";
import { isCalmer, isEased, isHarm, isWorse } from "../../emergency/event/read-events.ts";
import {
  callLine,
  hasHelpersSteps,
  isHeld,
  leadOf,
  type NextPoint,
  nextStep,
  questionOn,
} from "../../emergency/next/next-step.ts";
import { MOST_NUMBERS, OPEN_DANGER, type OpenDanger } from "../../emergency/open-danger.ts";
import { numbersIn, situationIn } from "../../emergency/situation/situation.ts";
import { inputOf } from "../citizen/open-report.ts";
import { answerToDuty } from "../citizen/talk.ts";
import type { Input } from "../dialogue/dialogue.ts";
import { NO_IDENTITY_PAPERS } from "../dialogue/dialogue-wording.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { NO, YES } from "./danger-wording.ts";
import type { Heard } from "./hear.ts";
import { addToCase, keepTold, toldOf } from "./keep-told.ts";
import { passOn } from "./pass-on.ts";
import { type Advice, replied, type Saying } from "./say-next.ts";

/**
 * A message in an open danger: it is kept or goes to the desk, and is met with the number and the next step.
 * @param advice said instead of the next step, where the message sounded an alarm
 */
export async function goOn(
  reporting: ReportingServices | undefined,
  context: TurnContext,
  before: OpenDanger,
  heard: Heard,
  advice?: Advice,
): Promise<FeatureResult> {
  const { asked, cantCall, calmer, ...rest } = before;
  const { events } = heard;
  const { content } = context.inbound;
  const album = content.kind === "media" ? content.album : undefined;
  const danger: OpenDanger = {
    ...rest,
    at: context.now,
    said: (before.said ?? 0) + (advice === undefined ? 1 : 0),
    numbers: withNumbersOf(before, heard),
    told: [...new Set([...(before.told ?? []), ...events])],
    ...((isEased(events) || (calmer === true && !isWorse(events) && !events.some(isHarm))) && {
      calmer: true,
    }),
    ...(heard.becomes !== undefined && { kind: heard.becomes }),
    ...(heard.isSilent && { silent: true }),
    ...(heard.isOfOther && hasHelpersSteps(before) && { ofOther: true }),
    ...(before.abroad !== true && heard.abroad !== undefined && { abroad: heard.abroad }),
    ...(album !== undefined && { album }),
    ...((heard.cantCall || (cantCall === true && !CALLED.has(heard.row))) && { cantCall: true }),
  };
  const said = advice ?? answerOn(context, danger, heard);
  const isSettling = advice === undefined && calmer === true && settles(context, danger);
  if (reporting === undefined)
    return replied(danger, heard, { asked, advice: said, canPass: false, isSettling });
  if (heard.answer === "yes" && asked === "pass") return passOn(reporting, context, danger);
  const kept = await keep(reporting, context, danger, heard, asked);
  if ("replies" in kept) return kept;
  const isFree = kept.danger.code === undefined || kept.danger.held === true;
  // Whoever is held can't tap a button either; anybody else was asked whether to pass it on.
  const mustPass = heard.cantCall || heard.isUnheard || (heard.wantsNone && isHeld(before.kind));
  const next = { ...context, session: merged(context.session, kept.session) };
  if (isFree && (heard.asksToPass || (mustPass && kept.danger.held !== true))) {
    const step =
      heard.asksToPass || advice !== undefined ? undefined : (said?.blocks ?? nextStep(danger, heard.row));
    const done = await passOn(reporting, next, kept.danger, { step });
    if (heard.wantsNone) return { ...done, replies: [] };
    return { ...done, replies: [...(advice === undefined ? [] : [advice]), ...done.replies] };
  }
  const session = { ...kept.session, ...OPEN_DANGER.with(kept.danger) };
  if (heard.wantsNone && advice === undefined) return { replies: [], session };
  if (album !== undefined && album === before.album) return { replies: kept.more, session };
  const result = replied(kept.danger, heard, {
    asked,
    advice: said,
    canPass: isFree,
    isSettling,
    ...(kept.kept !== undefined && { kept: kept.kept }),
  });
  return {
    replies: [...result.replies, ...kept.more],
    session: { ...kept.session, ...result.session },
  };
}

/** So little of a danger there must be for the number not to lead any more. */
const LITTLE = 0.5;

/**
 * It was over for now when the message came, whether it is over was asked, and nothing of the message speaks against it: who says
 * "an toàn rồi" and talks on isn't sent to the telephone with every line. Who breathes again isn't safe yet.
 */
const settles = ({ reading }: TurnContext, { calmer, silent, told = [] }: OpenDanger): boolean =>
  calmer === true &&
  silent !== true &&
  reading.doubt === null &&
  chanceOf(reading.learned.acts, "danger") < LITTLE &&
  told.some((event) => isCalmer([event]));

/** After these the person has called. */
const CALLED: ReadonlySet<NextPoint> = new Set(["called", "noAnswer", "noCredit"]);
/** What stands in the way of help, or asks for it: answered before all but what saves a body. */
const HINDERS: ReadonlySet<NextPoint> = new Set(["cantCall", "noCredit", "noVoice", "pass"]);
/** The rows to which a step on the same things is the better answer. */
const OPEN_ROWS: ReadonlySet<NextPoint> = new Set(["details", "people", "chat", "files"]);

/** The step that speaks of what was told or asked, before the row's. */
function answerOn({ utterance }: TurnContext, danger: OpenDanger, heard: Heard): Advice | undefined {
  const { row, isAsked, also, answer, events } = heard;
  if (answer !== undefined || (events.length === 0 && !OPEN_ROWS.has(row) && also === undefined))
    return undefined;
  const blocks = answerTo(danger, utterance, {
    events,
    isAsked,
    also,
    lead: leadOf(row),
    isHindered: HINDERS.has(row) && !events.includes("secrecy"),
    isOpen: OPEN_ROWS.has(row),
  });
  return blocks === null ? undefined : { blocks };
}

/**
 * The numbers of a second danger follow, and 115 stands beside the first where somebody is hurt; where it becomes clear which danger it is, or in which situation, its numbers lead.
 */
function withNumbersOf(before: OpenDanger, { also, becomes, events }: Heard): OpenDanger["numbers"] {
  const of = (kind: DangerKind | undefined) => (kind === undefined ? [] : NUMBERS_OF[kind]);
  const kind = becomes ?? before.kind;
  const situation = situationIn({ ...before, kind, told: [...(before.told ?? []), ...events] });
  const numbers = [...of(becomes), ...before.numbers];
  const led = situation === situationIn(before) ? numbers : numbersIn(kind, numbers, situation);
  const hurt = events.some(isHarm) ? of("medical") : [];
  return [...new Set([...led.slice(0, 1), ...hurt, ...led.slice(1), ...of(also)])].slice(0, MOST_NUMBERS);
}

export interface Kept {
  readonly danger: OpenDanger;
  readonly session: Session;
  /** What became of the message. */
  readonly kept?: NonNullable<Saying["kept"]>;
  /** A question about a file. */
  readonly more: readonly Reply[];
}

/** The message joins what was told, or the case that was made of it. */
export async function keep(
  reporting: ReportingServices,
  context: TurnContext,
  danger: OpenDanger,
  heard: Heard,
  asked: OpenDanger["asked"],
): Promise<Kept | FeatureResult> {
  const nothing: Kept = { danger, session: {}, more: [] };
  const input = await pieceOf(reporting, context, danger, heard, asked);
  if (input === null) return nothing;
  if (input === "identity_paper") return underNumber(danger, { replies: [NO_IDENTITY_PAPERS] });
  const { place } = heard;
  const waits = place?.isFirm === true ? "place" : input.kind === "media" ? "file" : "words";
  const { code, ...without } = danger;
  if (code === undefined || danger.held === true)
    return { ...nothing, kept: waits, session: await keepTold(reporting, context, input, place) };
  const { outcome, asking } = await addToCase(reporting, context, code, { input, place });
  if (outcome === "lost")
    return {
      ...nothing,
      danger: without,
      kept: waits,
      session: await keepTold(reporting, context, input, place),
    };
  if (outcome === "held") {
    const talked = await answerToDuty(reporting, { ...context, about: code });
    return talked === null ? nothing : underNumber(danger, talked);
  }
  return { ...nothing, kept: "passed", session: asking?.session ?? {}, more: asking?.replies ?? [] };
}

/** What is kept of a message; of an answer the question with it. */
async function pieceOf(
  reporting: ReportingServices,
  context: TurnContext,
  { kind }: OpenDanger,
  { answer, isEmpty }: Heard,
  asked: OpenDanger["asked"],
): Promise<Input | "identity_paper" | null> {
  if (answer !== undefined && asked === "state")
    return { kind: "text", text: `${questionOn(kind)} ${answer === "yes" ? YES.label : NO.label}.` };
  if (isEmpty) return null;
  const files = (await toldOf(reporting, context))?.media.length ?? 0;
  return inputOf(reporting, context, files);
}

/** Another's answer, with the number in the first line. */
export const underNumber = (danger: OpenDanger, result: FeatureResult): FeatureResult => {
  const [first, ...others] = result.replies;
  if (first === undefined) return result;
  const blocks = [strong(callLine(danger)), ...first.blocks];
  return {
    ...result,
    replies: [{ ...first, blocks }, ...others],
    session: { ...result.session, ...OPEN_DANGER.with(danger) },
  };
};
