import type { Block, Reply } from "../../../messaging/reply.ts";
import { text } from "../../../messaging/reply.ts";
import { MINUTE } from "../../../platform/time.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { PAUSE_AT } from "../../../turn/session.ts";
import type { Progress } from "../dialogue/dialogue.ts";
import { ask, lostForCitizen, noteBlocks, whereWeAre } from "../dialogue/dialogue-wording.ts";
import { type Draft, EMPTY_DRAFT } from "../dialogue/draft.ts";
import { consentQuestion } from "../dialogue/file-consent.ts";
import { isEmpty } from "../dialogue/steps.ts";
import { undecided } from "../media/telling-files.ts";
import { beforeReport } from "../readers/readers-wording.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { GATHERED, NO_REPORT, REPORT } from "./citizen-session.ts";
import { keepDraft } from "./sealed-draft.ts";

/** The citizen is reminded of an unfinished report once; after a day it is deleted. */
const REMIND_AFTER = 20 * MINUTE;

/** An urgent one is asked about before two minutes are over. */
const SEND_NOW_AFTER = 1.5 * MINUTE;

/** When somebody falls silent over this report, they are reminded after so long. */
const reminderOf = ({ danger, nudged }: Draft): number =>
  danger && nudged !== true ? SEND_NOW_AFTER : REMIND_AFTER;

/** Told with the first answer of a report; whoever is in danger has no time for it. */
export const readersOnce = ({ inbound, session }: TurnContext, { danger }: Draft): readonly Block[] =>
  REPORT.of(session) === undefined && !danger ? [beforeReport(inbound.channel)] : [];

/** A file came that may tell of its maker: whether it goes is asked before anything else. */
export const hasNewQuestion = (draft: Draft, before: Draft): boolean =>
  undecided(draft.media).length > undecided(before.media).length;

/** Stores the draft and asks the next question. */
export async function keep(
  { ring, media }: ReportingServices,
  context: TurnContext,
  { draft, notes }: Progress,
  before: Draft = EMPTY_DRAFT,
): Promise<FeatureResult> {
  const { inbound, now } = context;
  await media.hold(draft.media, now);
  const question = hasNewQuestion(draft, before) ? consentQuestion(undecided(draft.media)) : null;
  const reply =
    question === null
      ? ask(draft, notes)
      : { ...question, blocks: [...noteBlocks(notes), ...question.blocks] };
  const isShown = question === null && draft.step === "summary";
  const report = await keepDraft(ring, inbound, isShown ? { ...draft, shown: true } : draft, now);
  const lost = lostForCitizen(draft.lostMedia.slice(before.lostMedia.length));
  // The summary, and the question after files alone, say it themselves.
  const isSaid = question === null && (draft.step === "summary" || draft.step === "what");
  const missing = lost === "" || isSaid ? [] : [text(`Không giữ được: ${lost}.`)];
  return {
    replies: [{ ...reply, blocks: [...reply.blocks, ...missing, ...readersOnce(context, draft)] }],
    session: {
      ...REPORT.with(report),
      ...GATHERED.with(undefined),
      ...PAUSE_AT.with(now + reminderOf(draft)),
    },
  };
}

/** What can't be taken is said at once. What was told before stays; a report of nothing else ends. */
export function refuse(draft: Draft, refusal: Reply): FeatureResult {
  if (isEmpty(draft)) return { replies: [refusal], session: NO_REPORT };
  const { blocks, buttons = [] } = whereWeAre(draft);
  return { replies: [{ ...refusal, blocks: [...refusal.blocks, ...blocks], buttons }] };
}
