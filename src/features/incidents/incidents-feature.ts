import type { Feature } from "../../assistant/turn.ts";
import { list, type Reply, source, strong, text } from "../../messaging/reply.ts";
import { detectIncident } from "../../reading/incident/detect-incident.ts";
import type { IncidentId } from "../../reading/incident/incident.ts";
import { adviceOf } from "./incident-advice.ts";
import { REPORT_BY_ONE_TAP, REPORTER_PROTECTED, REPORTING_BY_MESSAGE } from "./incidents-wording.ts";

/** An incident told without a command: what to do first, whom to tell, what to note. Nothing is recorded or passed on. */
export const incidents: Feature = {
  name: "incidents",
  take({ utterance, services, inbound }) {
    const category = detectIncident(utterance);
    const isOpen = services.reporting !== undefined && inbound.isPrivate;
    return category === null ? null : { replies: [adviceFor(category, isOpen)] };
  },
};

/** @param isOpen whether a report can be made of it by message */
export function adviceFor(id: IncidentId, isOpen: boolean): Reply {
  const { lead, steps, tell, note, sources, ownWay } = adviceOf(id);
  const byMessage = isOpen && ownWay !== true ? REPORT_BY_ONE_TAP : REPORTING_BY_MESSAGE;
  const closing = ownWay === true ? byMessage : `${byMessage} ${REPORTER_PROTECTED}`;
  return {
    blocks: [
      strong(lead),
      list(...steps),
      text(`Báo cho: ${endWithStop(tell)}\nChuẩn bị: ${endWithStop(note)}`),
      text(closing),
      ...sources.map(({ text: words, url }) => source(words, url)),
    ],
  };
}

const endWithStop = (sentence: string): string => (sentence.endsWith(".") ? sentence : `${sentence}.`);
