import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { isLikelySpam } from "../deadlines/deadlines.ts";
import { laneOf } from "../deadlines/lane-of.ts";
import type { Draft } from "../dialogue/draft.ts";
import { kindOfWhole } from "../dialogue/kind-of-whole.ts";
import { filesInWords } from "../media/files-in-words.ts";
import { undecided } from "../media/telling-files.ts";
import { messageKey } from "../message-key.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { FILED, NO_REPORT } from "./citizen-session.ts";
import { leftOut, NOT_BY_CHAT, submitted } from "./citizen-wording.ts";
import { isIdle } from "./is-idle.ts";
import { joinSame } from "./join-same.ts";
import { offerLater } from "./other-wrong.ts";
import { reportToDuty } from "./to-duty.ts";

/** First stored in the book; only then is the code shown. A repeated turn finds its report again. */
export async function submit(
  reporting: ReportingServices,
  context: TurnContext,
  told: Draft,
): Promise<FeatureResult> {
  const { inbound, now } = context;
  const draft = ofItsKind(told);
  const { category, ongoing, danger } = draft;
  const lane = laneOf(category, { danger, ...(ongoing !== undefined && { ongoing }) });
  if (lane === null) {
    await reporting.media.drop(draft.media, now);
    return { replies: [NOT_BY_CHAT], session: NO_REPORT };
  }
  const reporter = { channel: inbound.channel, chat: inbound.chat };
  const before = await joinSame(reporting, context, draft, lane);
  if (before !== null) return before;
  const { outcome: receipt, findings } = await reportToDuty(reporting.book, draft, {
    submissionKey: messageKey(inbound),
    reporter,
    lane,
    at: now,
    likelySpam: isLikelySpam(await reporting.book.rateOf(reporter, now)),
    ...(draft.isMeant === true && lane !== "urgent" && isIdle(draft) && { noise: true as const }),
  });
  await reporting.carry();
  const left = undecided(draft.media);
  await reporting.media.drop(left, now);
  const reply = submitted(receipt, lane, { findings, toldPlace: danger && draft.where !== undefined });
  const blocks = left.length === 0 ? reply.blocks : [...reply.blocks, leftOut(filesInWords(left))];
  return offerLater(reporting, context, draft, {
    replies: [{ ...reply, blocks }],
    session: { ...NO_REPORT, ...FILED.with({ code: receipt.code, at: now }) },
    events: ["report_submitted"],
  });
}

/** The kind of a report is that of its whole story, not of its first words or its last; none by which it wouldn't be taken. */
function ofItsKind(draft: Draft): Draft {
  const { what, category, danger } = draft;
  if (what === undefined || danger) return draft;
  const kind = kindOfWhole(category, what);
  return laneOf(kind, { danger }) === null ? draft : { ...draft, category: kind };
}
