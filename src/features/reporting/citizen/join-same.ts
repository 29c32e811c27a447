import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import type { Draft } from "../dialogue/draft.ts";
import { screenDraft } from "../dialogue/screen-draft.ts";
import { undecided } from "../media/telling-files.ts";
import { messageKey } from "../message-key.ts";
import type { Lane } from "../report.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { FILED, NO_REPORT, SAME_TOLD } from "./citizen-session.ts";
import { sameBefore } from "./citizen-wording.ts";
import { LEADS } from "./said-as.ts";
import { wordsToDuty } from "./to-duty.ts";

/**
 * The same person tells the same once more: it joins the report that there is, and this is said. Whoever then sends it
 * again means another event: that is a report of its own.
 * @returns null where it is new
 */
export async function joinSame(
  reporting: ReportingServices,
  context: TurnContext,
  draft: Draft,
  lane: Lane,
): Promise<FeatureResult | null> {
  const { inbound, session, now } = context;
  const { content } = screenDraft(draft);
  const reporter = { channel: inbound.channel, chat: inbound.chat };
  const key = messageKey(inbound);
  const { category } = draft;
  // Where it can\'t be compared it is new: nothing is lost by that.
  const code = await reporting.book
    .sameOwn({
      submissionKey: key,
      reporter,
      lane,
      category,
      content,
      at: now,
    })
    .catch(() => null);
  if (code === null || SAME_TOLD.of(session) === code) return null;
  const { outcome } = await wordsToDuty(
    reporting.book,
    { text: content.what, asked: new Set(), danger: draft.danger, lead: LEADS.sentAgain },
    { code, reporter, media: content.media, lost: content.lostMedia, at: now, key },
  );
  if (outcome.kind !== "relayed") return null;
  await reporting.media.drop(undecided(draft.media), now);
  await reporting.carry();
  return {
    replies: [sameBefore(code)],
    session: { ...NO_REPORT, ...FILED.with({ code, at: now }), ...SAME_TOLD.with(code) },
    events: ["report_joined"],
  };
}
