import { type Reply, strong } from "../../../messaging/reply.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { merged, type Session } from "../../../turn/session.ts";
import { callLine, questionOn } from "../../emergency/next/next-step.ts";
import { OPEN_DANGER, type OpenDanger } from "../../emergency/open-danger.ts";
import { inputOf } from "../citizen/open-report.ts";
import { answerToDuty } from "../citizen/talk.ts";
import type { Input } from "../dialogue/dialogue.ts";
import { NO_IDENTITY_PAPERS } from "../dialogue/dialogue-wording.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { NO, YES } from "./danger-wording.ts";
import type { Heard } from "./hear.ts";
import { addToCase, keepTold, toldOf } from "./keep-told.ts";
import { passOn } from "./pass-on.ts";
import { type Advice, replied } from "./say-next.ts";

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
  const { asked, ...rest } = before;
  const { content } = context.inbound;
  const album = content.kind === "media" ? content.album : undefined;
  const danger: OpenDanger = {
    ...rest,
    at: context.now,
    said: (before.said ?? 0) + (advice === undefined ? 1 : 0),
    ...(heard.isSilent && { silent: true }),
    ...(album !== undefined && { album }),
  };
  if (reporting === undefined) return replied(danger, heard, { asked, advice, canPass: false });
  if (heard.answer === "yes" && asked === "pass") return passOn(reporting, context, danger);
  const kept = await keep(reporting, context, danger, heard, asked);
  if ("replies" in kept) return kept;
  const isFree = kept.danger.code === undefined || kept.danger.held === true;
  const next = { ...context, session: merged(context.session, kept.session) };
  if (isFree && (heard.asksToPass || (heard.cantCall && kept.danger.held !== true))) {
    const done = await passOn(reporting, next, kept.danger);
    return { ...done, replies: [...(advice === undefined ? [] : [advice]), ...done.replies] };
  }
  if (album !== undefined && album === before.album)
    return { replies: kept.more, session: { ...kept.session, ...OPEN_DANGER.with(kept.danger) } };
  const result = replied(kept.danger, heard, {
    asked,
    advice,
    canPass: isFree,
    isPassed: kept.isPassed,
  });
  return {
    replies: [...result.replies, ...kept.more],
    session: { ...kept.session, ...result.session },
  };
}

interface Kept {
  readonly danger: OpenDanger;
  readonly session: Session;
  /** The message is in the urgent case. */
  readonly isPassed: boolean;
  /** A question about a file. */
  readonly more: readonly Reply[];
}

/** The message joins what was told, or the case that was made of it. */
async function keep(
  reporting: ReportingServices,
  context: TurnContext,
  danger: OpenDanger,
  heard: Heard,
  asked: OpenDanger["asked"],
): Promise<Kept | FeatureResult> {
  const nothing: Kept = { danger, session: {}, isPassed: false, more: [] };
  const input = await pieceOf(reporting, context, danger, heard, asked);
  if (input === null) return nothing;
  if (input === "identity_paper") return underNumber(danger, { replies: [NO_IDENTITY_PAPERS] });
  const { isPlace } = heard;
  const { code, ...without } = danger;
  if (code === undefined || danger.held === true)
    return { ...nothing, session: await keepTold(reporting, context, input, isPlace) };
  const { outcome, asking } = await addToCase(reporting, context, code, { input, isPlace });
  if (outcome === "lost")
    return {
      ...nothing,
      danger: without,
      session: await keepTold(reporting, context, input, isPlace),
    };
  if (outcome === "held") {
    const talked = await answerToDuty(reporting, { ...context, about: code });
    return talked === null ? nothing : underNumber(danger, talked);
  }
  return { ...nothing, session: asking?.session ?? {}, isPassed: true, more: asking?.replies ?? [] };
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
