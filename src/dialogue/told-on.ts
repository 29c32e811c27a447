import { adviceOf } from "../features/incidents/incident-advice.ts";
import { MOSTLY, mayBelong, perhapsTold, readOn } from "../features/reporting/citizen/perhaps-told.ts";
import { tellOn } from "../features/reporting/citizen/tell-on.ts";
import type { ReportingServices } from "../features/reporting/reporting-services.ts";
import { asksPlainly, opensAsking } from "../language/asks.ts";
import { chanceOf } from "../reader/names/likely.ts";
import type { Feature } from "../turn/feature.ts";

/**
 * Somebody has asked "mất xe thì báo ở đâu" and now tells of it: the story begins with what they asked, and is advised on as a
 * whole. What only may have been told before needs a piece that tells by itself.
 */
export function toldOn(reporting: ReportingServices): Feature {
  return {
    name: "told-on",
    async take(context) {
      const { utterance, reading } = context;
      const words = mayBelong(context, "decline");
      if (words === null || asksPlainly(utterance) || opensAsking(utterance)) return null;
      // It has a door of its own.
      if (reading.incident !== null && adviceOf(reading.incident).ownWay === true) return null;
      const before = await perhapsTold(reporting, context);
      if (before.length === 0) return null;
      const input = { kind: "text", text: words } as const;
      if (chanceOf(reading.learned.acts, "tell") >= MOSTLY) return tellOn(reporting, context, input);
      const more = before.some(({ isSure }) => isSure) ? readOn(words) : null;
      return more && tellOn(reporting, { ...context, reading: more }, input);
    },
  };
}
