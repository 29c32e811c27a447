import { adviceOf } from "../features/incidents/incident-advice.ts";
import { goesOn, perhapsTold } from "../features/reporting/citizen/perhaps-told.ts";
import { tellOn } from "../features/reporting/citizen/tell-on.ts";
import type { ReportingServices } from "../features/reporting/reporting-services.ts";
import { asksPlainly, opensAsking } from "../language/asks.ts";
import { chanceOf } from "../reader/names/likely.ts";
import { DETECTORS, readMessage } from "../reading/read-message.ts";
import type { Feature, TurnContext } from "../turn/feature.ts";

/**
 * Somebody has asked "mất xe thì báo ở đâu" and now tells of it: the story begins with what they asked, and is advised on as a
 * whole. What only may have been told before needs a piece that tells by itself.
 */
export function toldOn(reporting: ReportingServices): Feature {
  return {
    name: "told-on",
    async take(context) {
      const { inbound, utterance } = context;
      const { content } = inbound;
      if (!inbound.isPrivate || content.kind !== "text" || content.tapped === true) return null;
      if (!mayGoOn(context) || asksPlainly(utterance) || opensAsking(utterance)) return null;
      const before = await perhapsTold(reporting, context);
      if (before.length === 0) return null;
      const input = { kind: "text", text: content.text } as const;
      if (chanceOf(context.reading.learned.acts, "tell") >= MOSTLY) return tellOn(reporting, context, input);
      if (!before.some(({ isSure }) => isSure) || !goesOn(context)) return null;
      const reading = readMessage(content.text, DETECTORS, "incident");
      return tellOn(reporting, { ...context, reading }, input);
    },
  };
}

const MOSTLY = 0.5;

/** What has a door of its own, is refused, or sounds an alarm is the others'. */
function mayGoOn({ matter, reading, inbound }: TurnContext): boolean {
  const { incident, danger, boundary, learned } = reading;
  if ((matter !== "none" && matter !== "question") || danger !== null || boundary !== null) return false;
  if (incident !== null && adviceOf(incident).ownWay === true) return false;
  if (inbound.content.kind === "text" && inbound.content.text.trim().startsWith("/")) return false;
  return chanceOf(learned.acts, "figures", "chat", "human", "track", "decline") < MOSTLY;
}
