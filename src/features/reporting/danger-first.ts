import type { Feature, FeatureResult, TurnContext } from "../../assistant/turn.ts";
import { detectIncident } from "../../reading/incident/detect-incident.ts";
import { adviceOf } from "../incidents/incident-advice.ts";
import { citizenReports } from "./citizen/citizen-reports.ts";
import { REPORT_THIS } from "./citizen/citizen-wording.ts";
import { keepTold } from "./citizen/sealed-draft.ts";

/**
 * A feature that advises, with the report added: what was told can become a report by one tap, and told within a
 * report it is taken into it. The advice comes first, and comes whatever becomes of the rest.
 * @param advice the feature whose replies stand first
 */
export function thenReport(advice: Feature): Feature {
  return {
    name: advice.name,
    async take(context) {
      const advised = await advice.take(context);
      if (advised === null || advised.replies.length === 0) return advised;
      return (await withReport(context, advised).catch(() => null)) ?? advised;
    },
  };
}

async function withReport(context: TurnContext, advised: FeatureResult): Promise<FeatureResult | null> {
  const { services, inbound, session, utterance } = context;
  const { reporting } = services;
  if (reporting === undefined || !inbound.isPrivate) return null;
  const isTalking = context.about !== undefined || context.asked !== undefined;
  const inReport = session.report !== undefined || inbound.content.kind === "media" || isTalking;
  const continued = inReport || isCommand(context) ? await citizenReports.take(context) : null;
  if (continued !== null) return { ...continued, replies: [...advised.replies, ...continued.replies] };
  const incident = detectIncident(utterance);
  if (inbound.content.kind !== "text" || (incident !== null && adviceOf(incident).ownWay === true))
    return null;
  const [first, ...others] = advised.replies;
  if (first === undefined) return null;
  const told = await keepTold(reporting.ring, inbound, inbound.content.text, services.now());
  return {
    ...advised,
    replies: [{ ...first, buttons: [REPORT_THIS, ...(first.buttons ?? [])].slice(0, 5) }, ...others],
    session: { ...advised.session, told },
  };
}

/** "/baocao …" and the like: the advice on its words first, then the report that it begins. */
const isCommand = ({ inbound: { content } }: TurnContext): boolean =>
  content.kind === "text" && /^\s*(?:\/|báo|bao|tố giác|to giac|trình báo|trinh bao)/iu.test(content.text);
