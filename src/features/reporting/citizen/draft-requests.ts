import type { Point } from "../../../reader/names/labels.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { correct } from "../dialogue/correct.ts";
import { applyIntent, hideOwn, type Note, type Progress } from "../dialogue/dialogue.ts";
import {
  ask,
  CANCELLED,
  DELETE_IT,
  EDIT_WHAT,
  NOTHING_TOLD,
  START_ANEW,
} from "../dialogue/dialogue-wording.ts";
import { type Draft, EMPTY_DRAFT } from "../dialogue/draft.ts";
import { consentQuestion } from "../dialogue/file-consent.ts";
import type { Intent } from "../dialogue/intents.ts";
import { joined } from "../dialogue/joined.ts";
import { canSubmit, isEmpty } from "../dialogue/steps.ts";
import { undecided } from "../media/telling-files.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { NO_REPORT } from "./citizen-session.ts";
import { IS_IT_MEANT } from "./citizen-wording.ts";
import { aboutOf, questionIn } from "./draft-questions.ts";
import { isIdle } from "./is-idle.ts";
import { keep } from "./keep-report.ts";
import { apart, offerLater } from "./other-wrong.ts";
import { withSecrecy } from "./own-answers.ts";
import { fears } from "./reporter-asks.ts";
import { submit } from "./submit-report.ts";

/** A short request: what its button does. */
export async function applyRequest(
  reporting: ReportingServices,
  context: TurnContext,
  draft: Draft,
  intent: Intent,
): Promise<FeatureResult> {
  const { media } = reporting;
  switch (intent) {
    case "send":
      return send(reporting, context, draft);
    case "cancel":
      if (isEmpty(draft) || questionIn(context.session) === "delete")
        return deleteIt(reporting, context, draft);
      return { replies: [fears(context.utterance) ? withSecrecy(DELETE_IT) : DELETE_IT] };
    // Without the question before it, it is a wish like any other.
    case "delete":
      return applyRequest(reporting, context, draft, "cancel");
    case "restart":
      await media.drop(draft.media, context.now);
      return keep(reporting, context, { draft: EMPTY_DRAFT, notes: [] });
    case "apart":
      return apart(reporting, context, draft);
    case "join":
      return keep(reporting, context, { draft: joined(draft, context.now), notes: [] }, draft);
    case "edit":
      return { replies: [EDIT_WHAT] };
    case "drop_media":
      if (draft.media.length + draft.lostMedia.length === 0)
        return keep(reporting, context, { draft, notes: ["no_files"] }, draft);
      await media.drop(draft.media, context.now);
      break;
    case "leave_out":
      await media.drop(undecided(draft.media), context.now);
      break;
    default:
  }
  return keep(reporting, context, { draft: applyIntent(draft, intent, context.now), notes: [] }, draft);
}

/**
 * A wish to change something, in any words: the new value where they hold it, else the question for it.
 * @param about null where the words themselves say which part
 */
export async function putRight(
  reporting: ReportingServices,
  context: TurnContext,
  draft: Draft,
  about: Point | null = aboutOf(context) ?? null,
): Promise<FeatureResult | null> {
  const { content } = context.inbound;
  if (content.kind !== "text") return null;
  const change = correct(draft, content.text, context.now, about ?? undefined);
  switch (change.kind) {
    case "done":
      return keep(reporting, context, saidSo(change.progress), draft);
    case "files":
      return applyRequest(reporting, context, draft, "drop_media");
    case "identity":
      return keep(reporting, context, { draft: hideOwn(draft), notes: ["identity_hidden"] }, draft);
    case "anew":
      return { replies: [isEmpty(draft) ? ask(draft) : START_ANEW] };
    case "which":
      return applyRequest(reporting, context, draft, "edit");
  }
}

/** The summary shows what was put right; before it one word says so. */
function saidSo({ draft, notes }: Progress): Progress {
  const isSeen = draft.step === "summary" || draft.fixing === true;
  return isSeen
    ? { draft, notes }
    : { draft, notes: [...notes.filter((note) => note !== "told"), "put_right"] };
}

async function send(
  reporting: ReportingServices,
  context: TurnContext,
  draft: Draft,
): Promise<FeatureResult> {
  // Nobody has said yet whether it belongs here: it is shown before anything goes.
  if (draft.pending !== undefined) return applyRequest(reporting, context, draft, "join");
  if (canSubmit(draft)) {
    // In a danger it goes at once, as they wish; else nobody sends what they haven't seen.
    // A draft from before an upgrade that has come to its summary has shown it.
    const isSeen = draft.shown === true || (draft.step === "summary" && undecided(draft.media).length === 0);
    const maySend = isSeen || draft.danger || context.matter === "danger";
    if (!maySend) return show(reporting, context, draft);
    if (draft.isMeant === true || !isIdle(draft)) return submit(reporting, context, draft);
    const asked = await keep(reporting, context, { draft: { ...draft, isMeant: true }, notes: [] }, draft);
    return { ...asked, replies: [IS_IT_MEANT] };
  }
  return { replies: [draft.media.length > 0 ? consentQuestion(draft.media) : NOTHING_TOLD] };
}

/** The summary, whatever was asked; where nothing is told yet, the first question. */
export function show(
  reporting: ReportingServices,
  context: TurnContext,
  { fixing: _, ...draft }: Draft,
  notes: readonly Note[] = [],
): Promise<FeatureResult> {
  const whole: Draft = { ...draft, step: canSubmit(draft) ? "summary" : "what" };
  return keep(reporting, context, { draft: whole, notes }, whole);
}

async function deleteIt(
  reporting: ReportingServices,
  context: TurnContext,
  draft: Draft,
): Promise<FeatureResult> {
  await reporting.media.drop(draft.media, context.now);
  return offerLater(reporting, context, draft, { replies: [CANCELLED], session: NO_REPORT });
}
