import { type Block, text } from "../../../messaging/reply.ts";
import type { Feature, FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { adviceOf } from "../../incidents/incident-advice.ts";
import { citizenReports } from "../citizen/citizen-reports.ts";
import { REPORT } from "../citizen/citizen-session.ts";
import { REPORT_THIS } from "../citizen/citizen-wording.ts";
import { draftSkills } from "../citizen/draft-skills.ts";
import { gather } from "../citizen/gather.ts";
import { sayDanger } from "../citizen/talk.ts";
import { whatIsTold } from "../dialogue/choice-wording.ts";
import { screen } from "../dialogue/screen.ts";
import { readWhere } from "../dialogue/where.ts";
import type { ReportingServices } from "../reporting-services.ts";

/**
 * An advising feature with reporting added: one tap makes a report of the message, and a message within an open report
 * is added to it. The advice comes first, whatever happens to the rest.
 * @param advice the feature whose replies come first
 * @param reporting undefined where no reports are taken: then only the advice
 */
export function thenReport(advice: Feature, reporting: ReportingServices | undefined): Feature {
  if (reporting === undefined) return advice;
  const reports = citizenReports(reporting);
  const { draftAdd } = draftSkills(reporting);
  const goesOn = async (context: TurnContext) =>
    (await reports.take(context)) ?? (REPORT.of(context.session) === undefined ? null : draftAdd(context));
  return {
    name: advice.name,
    async take(context) {
      const advised = await advice.take(context);
      if (advised === null || advised.replies.length === 0) return advised;
      return (await withReport(reporting, goesOn, context, advised).catch(() => null)) ?? advised;
    },
  };
}

async function withReport(
  reporting: ReportingServices,
  goesOn: (context: TurnContext) => Promise<FeatureResult | null>,
  context: TurnContext,
  advised: FeatureResult,
): Promise<FeatureResult | null> {
  const { inbound, session } = context;
  const { incident } = context.reading;
  if (!inbound.isPrivate) return null;
  const isTalking = context.about !== undefined || context.asked !== undefined;
  const inReport = REPORT.of(session) !== undefined || inbound.content.kind === "media" || isTalking;
  const continued = inReport || isCommand(context) ? await goesOn(context) : null;
  if (continued !== null)
    return {
      ...continued,
      replies: [...advised.replies, ...continued.replies],
      session: { ...advised.session, ...continued.session },
    };
  if (inbound.content.kind !== "text" || (incident !== null && adviceOf(incident).ownWay === true))
    return null;
  const [first, ...others] = advised.replies;
  if (first === undefined) return null;
  const told = await gather(reporting, context, { kind: "text", text: inbound.content.text });
  const also = context.reading.danger === null ? null : await sayDanger(reporting, context).catch(() => null);
  return {
    ...advised,
    replies: [
      {
        ...first,
        blocks: withLine(first.blocks, context),
        buttons: [REPORT_THIS, ...(first.buttons ?? [])].slice(0, 5),
      },
      ...others,
      ...(also?.replies ?? []),
    ],
    session: { ...advised.session, ...told.session, ...also?.session },
  };
}

/** Before the sources of a danger's answer: what of the reporter goes to the desk with one tap. */
function withLine(
  blocks: readonly Block[],
  { reading, inbound: { content } }: TurnContext,
): readonly Block[] {
  if (reading.danger === null || content.kind !== "text") return blocks;
  const { findings } = screen([{ text: content.text }], { danger: true });
  const told = whatIsTold(findings, readWhere(content.text) !== null);
  if (told === "") return blocks;
  const at = blocks.findIndex(({ kind }) => kind === "source");
  const line = text(`Bấm “${REPORT_THIS.label}”, tôi chuyển cả ${told} cho cán bộ trực.`);
  return at < 0 ? [...blocks, line] : [...blocks.slice(0, at), line, ...blocks.slice(at)];
}

/** "/baocao …" and the like: first the advice on its words, then the report. */
const isCommand = ({ inbound: { content } }: TurnContext): boolean =>
  content.kind === "text" && /^\s*(?:\/|báo|bao|tố giác|to giac|trình báo|trinh bao)/iu.test(content.text);
