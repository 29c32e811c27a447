import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { applyIntent, canSubmit } from "../dialogue/dialogue.ts";
import { CANCELLED, EDIT_WHAT, EXPIRED, NOTHING_TOLD } from "../dialogue/dialogue-wording.ts";
import type { Draft } from "../dialogue/draft.ts";
import { consentQuestion } from "../dialogue/file-consent.ts";
import type { Intent } from "../dialogue/intents.ts";
import { undecided } from "../media/telling-files.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { NO_REPORT, REPORT } from "./citizen-session.ts";
import { addToReport, keep } from "./open-report.ts";
import { openDraft } from "./sealed-draft.ts";
import { submit } from "./submit-report.ts";

type DraftSkill = (context: TurnContext) => Promise<FeatureResult | null>;

/** What the policy can do with an open report. */
export type DraftSkills = Readonly<
  Record<
    "draftAdd" | "draftSend" | "draftCancel" | "draftEdit" | "draftYes" | "draftNo" | "draftRefuse",
    DraftSkill
  >
>;

/** The policy's moves on the open report; null where none is open after all. */
export function draftSkills(reporting: ReportingServices): DraftSkills {
  const onDraft =
    (work: (context: TurnContext, draft: Draft) => Promise<FeatureResult | null>): DraftSkill =>
    async (context) => {
      const kept = REPORT.of(context.session);
      if (kept === undefined) return null;
      const draft = await openDraft(reporting.ring, context.inbound, kept);
      return draft === null ? { replies: [EXPIRED], session: NO_REPORT } : work(context, draft);
    };
  const request = (intent: Intent) =>
    onDraft((context, draft) => applyRequest(reporting, context, draft, intent));
  const add = onDraft((context, draft) => addToReport(reporting, context, draft));
  return {
    draftAdd: add,
    draftSend: request("send"),
    draftCancel: request("cancel"),
    draftEdit: request("edit"),
    draftYes: onDraft((context, draft) =>
      draft.step === "summary"
        ? applyRequest(reporting, context, draft, "send")
        : addToReport(reporting, context, draft),
    ),
    draftNo: onDraft((context, draft) =>
      draft.step === "summary"
        ? applyRequest(reporting, context, draft, "edit")
        : applyRequest(reporting, context, draft, "skip"),
    ),
    // The boundary's own words refuse it, below the line where we are.
    draftRefuse: async () => null,
  };
}

/** A short request: what its button does. */
export async function applyRequest(
  reporting: ReportingServices,
  context: TurnContext,
  draft: Draft,
  intent: Intent,
): Promise<FeatureResult> {
  switch (intent) {
    case "send":
      if (canSubmit(draft)) return submit(reporting, context, draft);
      return { replies: [draft.media.length > 0 ? consentQuestion(draft.media) : NOTHING_TOLD] };
    case "cancel":
      await reporting.media.drop(draft.media, context.now);
      return { replies: [CANCELLED], session: NO_REPORT };
    case "edit":
      return { replies: [EDIT_WHAT] };
    case "drop_media":
      await reporting.media.drop(draft.media, context.now);
      break;
    case "leave_out":
      await reporting.media.drop(undecided(draft.media), context.now);
      break;
    default:
  }
  return keep(reporting, context, { draft: applyIntent(draft, intent, context.now), notes: [] }, draft);
}
