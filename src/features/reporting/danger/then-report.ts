import type { InboundContent } from "../../../messaging/inbound.ts";
import type { Feature, FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { adviceOf } from "../../incidents/incident-advice.ts";
import { citizenReports } from "../citizen/citizen-reports.ts";
import { REPORT } from "../citizen/citizen-session.ts";
import { REPORT_THIS } from "../citizen/citizen-wording.ts";
import { draftSkills } from "../citizen/draft-skills.ts";
import { type Gathered, gather, toldLately } from "../citizen/gather.ts";
import { inputOf } from "../citizen/open-report.ts";
import { isGathered } from "../citizen/take-shown.ts";
import { withOffer } from "../citizen/told-wording.ts";
import { whatIsTold } from "../dialogue/choice-wording.ts";
import { NO_IDENTITY_PAPERS } from "../dialogue/dialogue-wording.ts";
import { screen } from "../dialogue/screen.ts";
import { readWhere } from "../dialogue/where.ts";
import type { ReportingServices } from "../reporting-services.ts";

/**
 * An advising feature with reporting added: one tap makes a report of the message, and a message within an open report
 * is added to it. The advice comes first, whatever happens to the rest.
 * @param advice the feature whose replies come first
 * @param reporting undefined where no reports are taken: then only the advice
 * @param isTold whether something is told with the message; where nothing is, advice for whoever only asks is no offer
 */
export function thenReport(
  advice: Feature,
  reporting: ReportingServices | undefined,
  isTold: (context: TurnContext, advised: FeatureResult) => boolean = tellsSurely,
): Feature {
  if (reporting === undefined) return advice;
  const reports = citizenReports(reporting);
  const { draftAdd } = draftSkills(reporting);
  const goesOn = async (context: TurnContext) =>
    (await reports.take(context)) ?? (REPORT.of(context.session) === undefined ? null : draftAdd(context));
  return {
    name: advice.name,
    async take(context) {
      const advised = await advice.take(context);
      if (advised === null || advised.replies.length === 0 || !isTold(context, advised)) return advised;
      return (await withReport(reporting, goesOn, context, advised).catch(() => null)) ?? advised;
    },
  };
}

const tellsSurely = ({ reading }: TurnContext): boolean =>
  reading.incident !== null || reading.danger !== null;

async function withReport(
  reporting: ReportingServices,
  goesOn: (context: TurnContext) => Promise<FeatureResult | null>,
  context: TurnContext,
  advised: FeatureResult,
): Promise<FeatureResult | null> {
  const { inbound, session, reading } = context;
  const { incident } = reading;
  if (!inbound.isPrivate) return null;
  const isTalking = context.about !== undefined || context.asked !== undefined;
  const inReport = REPORT.of(session) !== undefined || isTalking;
  const continued = inReport || isCommand(context) ? await goesOn(context) : null;
  if (continued !== null)
    return {
      ...continued,
      replies: [...advised.replies, ...continued.replies],
      session: { ...advised.session, ...continued.session },
    };
  const isByChat = reading.danger !== null || incident === null || adviceOf(incident).ownWay !== true;
  const told = isByChat ? await tellingOf(reporting, context) : null;
  if (told === "identity_paper") return { ...advised, replies: [...advised.replies, NO_IDENTITY_PAPERS] };
  const [first, ...others] = advised.replies;
  if (told === null || first === undefined) return null;
  const offered = reading.danger === null ? withOffer(first, told) : withOffer(first, told, lineOf(context));
  return {
    ...advised,
    replies: [offered, ...others],
    session: { ...advised.session, ...told.session },
  };
}

/** What is told with this message; null where it has nothing to keep. */
async function tellingOf(
  reporting: ReportingServices,
  context: TurnContext,
): Promise<Gathered | "identity_paper" | null> {
  const before = await toldLately(reporting, context);
  if (before !== null && isGathered(context))
    return { draft: before, before: null, notes: [], parked: null, session: {} };
  const input = await inputOf(reporting, context, before?.media.length ?? 0);
  return input === null || input === "identity_paper" ? input : gather(reporting, context, input);
}

/** What of the reporter goes to the desk with one tap, in a danger; empty where nothing does. */
function lineOf({ inbound: { content } }: TurnContext): string {
  const typed = wordsOf(content);
  const { findings } = screen([{ text: typed }], { danger: true });
  const told = whatIsTold(findings, readWhere(typed) !== null);
  return told === "" ? "" : `Bấm “${REPORT_THIS.label}”, tôi chuyển cả ${told} cho cán bộ trực.`;
}

const wordsOf = (content: InboundContent): string =>
  content.kind === "media" ? (content.caption ?? "") : content.kind === "text" ? content.text : "";

/** "/baocao …" and the like: first the advice on its words, then the report. */
const isCommand = ({ inbound: { content } }: TurnContext): boolean =>
  /^\s*(?:\/|báo|bao|tố giác|to giac|trình báo|trinh bao)/iu.test(wordsOf(content));
