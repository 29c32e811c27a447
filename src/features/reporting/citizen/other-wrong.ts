import type { IncidentId } from "../../../reader/names/incident.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { areApart } from "../../incidents/incident-kin.ts";
import { beginDraft } from "../dialogue/dialogue.ts";
import { APART, OTHER_WRONG, WHOSE_IS_IT } from "../dialogue/dialogue-wording.ts";
import type { Draft } from "../dialogue/draft.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { GATHERED, REPORT } from "./citizen-session.ts";
import { REPORT_THIS } from "./citizen-wording.ts";
import { does } from "./draft-questions.ts";
import { keep } from "./keep-report.ts";
import { keepDraft, keepGathered } from "./sealed-draft.ts";

/** So sure the reader must be that another wrong is told, and that it isn't the one of the report. */
const SURE = 0.5;
const HARDLY = 0.2;

/** True where the message plainly tells of another wrong than the report does; asked once in a report. */
export function isOtherWrong(
  context: TurnContext,
  { category, what, hasAskedWhose, isMeant }: Draft,
): boolean {
  if (hasAskedWhose === true || what === undefined || category === "other") return false;
  // Who was asked whether it is meant answers with what really was.
  if (isMeant === true) return false;
  const { incidents } = context.reading.learned;
  const [first] = incidents;
  if (first === undefined || first.p < SURE || first.is === "other" || first.is === category) return false;
  if (!areApart(first.is, category as IncidentId)) return false;
  const ofReport = incidents.find(({ is }) => is === category)?.p ?? 0;
  return ofReport < HARDLY && does(context, "tell");
}

/** Asks whether it belongs to the report. Until the answer it stays in the draft, beside the story. */
export async function askWhose(
  { ring }: ReportingServices,
  { inbound, now }: TurnContext,
  draft: Draft,
  pending: string,
): Promise<FeatureResult> {
  const next: Draft = { ...draft, pending, hasAskedWhose: true };
  return { replies: [WHOSE_IS_IT], session: REPORT.with(await keepDraft(ring, inbound, next, now)) };
}

/** What was waiting is to be a report of its own. */
export async function apart(
  reporting: ReportingServices,
  context: TurnContext,
  { pending, ...draft }: Draft,
): Promise<FeatureResult> {
  const next = pending === undefined ? draft : { ...draft, later: pending };
  const kept = await keep(reporting, context, { draft: next, notes: [] }, next);
  const [first, ...others] = kept.replies;
  if (first === undefined || pending === undefined) return kept;
  return { ...kept, replies: [{ ...first, blocks: [APART, ...first.blocks] }, ...others] };
}

/** The end of a report, with the offer to report what didn't belong to it. */
export async function offerLater(
  { ring }: Pick<ReportingServices, "ring">,
  { inbound, now }: TurnContext,
  { later }: Draft,
  end: FeatureResult,
): Promise<FeatureResult> {
  const last = end.replies.at(-1);
  if (later === undefined || last === undefined) return end;
  const { draft } = beginDraft(later, now);
  const offer = {
    ...last,
    blocks: [...last.blocks, OTHER_WRONG],
    buttons: [REPORT_THIS, ...(last.buttons ?? [])],
  };
  return {
    ...end,
    replies: [...end.replies.slice(0, -1), offer],
    session: { ...end.session, ...GATHERED.with(await keepGathered(ring, inbound, draft, now)) },
  };
}
