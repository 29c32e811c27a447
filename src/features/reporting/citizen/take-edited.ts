import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import type { Draft } from "../dialogue/draft.ts";
import { takeEdit } from "../dialogue/edited.ts";
import { readIntent } from "../dialogue/intents.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { readBegin } from "./begin.ts";
import { addedPart } from "./draft-questions.ts";
import { keep, refuse } from "./keep-report.ts";
import { notTaken } from "./not-taken.ts";

/** An edit: read anew. One that changes nothing, and one of a command or a button's words, is none. */
export async function takeEdited(
  reporting: ReportingServices,
  context: TurnContext,
  draft: Draft,
): Promise<FeatureResult> {
  const { inbound, utterance, reading, now } = context;
  const { text: typed } = inbound.content as { readonly text: string };
  const nothing: FeatureResult = { replies: [], outcome: "ignored" };
  const words = readBegin(typed, utterance) ?? typed;
  if (words.trim() === "" || words.trim().startsWith("/") || readIntent(utterance) !== null) return nothing;
  const refusal = notTaken(reading);
  if (refusal !== null) return refuse(draft, refusal);
  const progress = takeEdit(draft, words, now, addedPart(context), inbound.messageId);
  return progress === null ? nothing : keep(reporting, context, progress, draft);
}
