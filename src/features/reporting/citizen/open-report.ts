import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { answer, type Input, type Progress } from "../dialogue/dialogue.ts";
import { ask, filesTaken, NO_IDENTITY_PAPERS } from "../dialogue/dialogue-wording.ts";
import type { Draft } from "../dialogue/draft.ts";
import { joined } from "../dialogue/joined.ts";
import { withoutPersons } from "../dialogue/pin-label.ts";
import { offersIdentityPaper } from "../dialogue/protect.ts";
import { undecided } from "../media/telling-files.ts";
import { FILE_LIMITS } from "../report.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { addedPart } from "./draft-questions.ts";
import { hasNewQuestion, keep, readersOnce } from "./keep-report.ts";
import { takeEdited } from "./take-edited.ts";

export { keep } from "./keep-report.ts";

/** Adds what a message tells or shows to the open report, and asks the next question; null where it says nothing. */
export async function addToReport(
  reporting: ReportingServices,
  context: TurnContext,
  before: Draft,
): Promise<FeatureResult | null> {
  if (context.inbound.content.kind === "edited") return takeEdited(reporting, context, before);
  const input = await inputOf(reporting, context, before.media.length);
  if (input === null) return null;
  if (input === "identity_paper") return { replies: [NO_IDENTITY_PAPERS, ask(before)] };
  // Whoever goes on telling has answered that it belongs here.
  const draft = joined(before, context.now);
  const { messageId } = context.inbound;
  const named = input.kind === "text" && messageId !== undefined ? { ...input, id: messageId } : input;
  const progress = answer(draft, named, context.now, addedPart(context), context.reading);
  if (input.kind !== "media") return keep(reporting, context, progress, draft);
  return takeFiles(reporting, context, draft, progress);
}

/** What a message tells or shows; its files are fetched. Null where it says nothing. */
export async function inputOf(
  reporting: Pick<ReportingServices, "media">,
  { inbound, utterance, now }: TurnContext,
  filesBefore: number,
): Promise<Input | "identity_paper" | null> {
  const { content } = inbound;
  switch (content.kind) {
    case "text":
      return utterance.words.length === 0 ? null : { kind: "text", text: content.text };
    // The original stays; the correction is added.
    case "edited":
      return { kind: "text", text: `(sửa lại) ${content.text}` };
    case "location":
      return withoutPersons(content);
    case "media": {
      if (offersIdentityPaper(content.caption ?? "")) return "identity_paper";
      const { caption } = content;
      const room = FILE_LIMITS.files - filesBefore;
      return {
        kind: "media",
        ...(await reporting.media.keepAll(inbound, { by: "citizen", now, room })),
        ...(caption !== undefined && { caption }),
      };
    }
    default:
      return null;
  }
}

/** The photos of an album come one by one: only the first gets an answer. */
async function takeFiles(
  reporting: ReportingServices,
  context: TurnContext,
  before: Draft,
  { draft, notes }: Progress,
): Promise<FeatureResult> {
  const { content } = context.inbound;
  const album = content.kind === "media" ? content.album : undefined;
  const isSameAlbum = album !== undefined && album === before.album && notes.length === 0;
  const next = { ...draft, ...(album !== undefined && { album }) };
  const kept = await keep(reporting, context, { draft: next, notes }, before);
  const wasAsked = undecided(before.media).length > 0;
  if (hasNewQuestion(next, before) && !(isSameAlbum && wasAsked)) return kept;
  if (isSameAlbum) return { ...kept, replies: [] };
  const taken = filesTaken(next, notes);
  return { ...kept, replies: [{ ...taken, blocks: [...taken.blocks, ...readersOnce(context, next)] }] };
}
