import type { Feature } from "../../assistant/turn.ts";
import { list, type Reply, source, strong, text } from "../../messaging/reply.ts";
import type { IncidentCategory } from "./category.ts";
import { detectIncident } from "./detect-incident.ts";
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
export function adviceFor(
  { lead, steps, tell, note, sources, ownWay }: IncidentCategory,
  isOpen: boolean,
): Reply {
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
