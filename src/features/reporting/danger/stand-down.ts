import type { Utterance } from "../../../language/utterance.ts";
import { strong, text } from "../../../messaging/reply.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { merged, type Session } from "../../../turn/session.ts";
import { callLine } from "../../emergency/next/next-step.ts";
import { OPEN_DANGER, type OpenDanger } from "../../emergency/open-danger.ts";
import { GATHERED, REPORT } from "../citizen/citizen-session.ts";
import { REPORT_THIS } from "../citizen/citizen-wording.ts";
import { toldLately } from "../citizen/gather.ts";
import { inputOf } from "../citizen/open-report.ts";
import { keepGathered } from "../citizen/sealed-draft.ts";
import { tellOn } from "../citizen/tell-on.ts";
import { isPast } from "../dialogue/past.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { NOT_URGENT } from "./danger-wording.ts";
import { goesOn, isNotUrgent } from "./over.ts";

/** With more words than these a time stands in a story: what is past in it may not be all. */
const SHORT = 14;

/** True where a message says that the open danger is of yesterday, or that nobody was hurt in it. */
export const saysPast = ({ utterance, now, reading }: TurnContext, danger: OpenDanger): boolean =>
  reading.danger === null &&
  danger.code === undefined &&
  danger.silent !== true &&
  danger.cantCall !== true &&
  utterance.words.length <= SHORT &&
  !goesOn(utterance) &&
  isPast(danger.kind, utterance.clean, now);

/** What was told as a danger is a wrong that happened: it is kept, unsent and without its flag, and can be reported like any other. */
export async function standDown(
  reporting: ReportingServices,
  context: TurnContext,
  danger: OpenDanger,
): Promise<FeatureResult | null> {
  const input = await inputOf(reporting, context, 0);
  const closed = await calmed(reporting, context);
  if (closed === null || input === null || input === "identity_paper") return null;
  const told = await tellOn(reporting, asWrong(context, closed), input);
  const [first, ...others] = told.replies;
  if (first === undefined) return null;
  const blocks = [strong(callLine(danger, "past")), text(IS_PAST), ...first.blocks];
  return { replies: [{ ...first, blocks }, ...others], session: { ...closed, ...told.session } };
}

/** Who says so of an alarm that was never sure, and can speak and call, is believed. */
export const saysNotUrgent = (danger: OpenDanger, utterance: Utterance): boolean =>
  danger.unsure === true &&
  danger.code === undefined &&
  danger.silent !== true &&
  danger.cantCall !== true &&
  isNotUrgent(utterance);

/** What was told stays, as a wrong. */
export async function notUrgent(
  reporting: ReportingServices,
  context: TurnContext,
  danger: OpenDanger,
): Promise<FeatureResult | null> {
  const closed = await calmed(reporting, context);
  if (closed === null) return null;
  const blocks = [strong(callLine(danger, "past")), NOT_URGENT];
  return { replies: [{ blocks, buttons: [REPORT_THIS] }], session: closed };
}

/** The session with the danger closed and what was told kept as a wrong; null where nothing was, or a report is open. */
async function calmed(reporting: ReportingServices, context: TurnContext): Promise<Session | null> {
  const { inbound, session, now } = context;
  const before = REPORT.of(session) === undefined ? await toldLately(reporting, context) : null;
  if (before === null) return null;
  const kept = await keepGathered(reporting.ring, inbound, { ...before, danger: false }, now);
  return { ...OPEN_DANGER.with(undefined), ...GATHERED.with(kept) };
}

const asWrong = (context: TurnContext, closed: Session): TurnContext => ({
  ...context,
  matter: "incident",
  session: merged(context.session, closed),
});

const IS_PAST = "Vậy là chuyện đã qua; điều anh/chị kể tôi vẫn giữ, chưa gửi ai.";
