import type { Utterance } from "../../language/utterance.ts";
import { list, type Reply, source, strong, text } from "../../messaging/reply.ts";
import type { IncidentId } from "../../reader/names/incident.ts";
import type { Feature } from "../../turn/feature.ts";
import { adviceOf } from "./incident-advice.ts";
import { REPORT_BY_ONE_TAP, REPORTER_PROTECTED, REPORTING_BY_MESSAGE } from "./incidents-wording.ts";

/** An incident told without a command: what to do first, whom to tell, what to note. Nothing is stored. */
export function incidents({ takesReports }: { readonly takesReports: boolean }): Feature {
  return {
    name: "incidents",
    take({ reading: { incident }, inbound, utterance }) {
      if (incident === null || (incident === "other" && asks(utterance))) return null;
      return { replies: [adviceFor(incident, takesReports && inbound.isPrivate)] };
    },
  };
}

/** With these words a question ends. */
const ASKING: ReadonlySet<string> = new Set(["khong", "chua", "sao", "gi", "dau", "nao", "ai", "nhi"]);

/** True where the message ends as a question: what the knowledge says of it is better than general advice. */
const asks = ({ clean, folded }: Utterance): boolean =>
  clean.endsWith("?") || ASKING.has(folded.at(-1) ?? "");

/** @param isOpen whether people can report it by message */
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
