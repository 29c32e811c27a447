import { FIGURE_THREAD } from "../features/figures/figure-thread.ts";
import { inputOf } from "../features/reporting/citizen/open-report.ts";
import { tellOn } from "../features/reporting/citizen/tell-on.ts";
import { isTimeAnswer } from "../features/reporting/dialogue/when.ts";
import { isPlaceAnswer, readWhere } from "../features/reporting/dialogue/where.ts";
import type { ReportingServices } from "../features/reporting/reporting-services.ts";
import { hasQuestion } from "../language/asks.ts";
import { chanceOf } from "../reader/names/likely.ts";
import type { Feature, TurnContext } from "../turn/feature.ts";

/**
 * Somebody begins to tell with the place, or the time, and nothing else: "em ở khối 6", "đêm qua". It is kept, and what
 * happened is asked. What the learned reader makes of it is a guess, since all its words but the name are anybody's; but
 * "số liệu cơ quan 2022" has the form of an address and surely asks for a figure, "dot quy" (stroke) that of a time ("đợt
 * quý"), and "đám cưới mở loa đến khuya" tells what happened.
 */
export function bareSlot(reporting: ReportingServices): Feature {
  return {
    name: "bare-slot",
    async take(context) {
      if (!isBareSlot(context)) return null;
      const input = await inputOf(reporting, context, 0);
      if (input === null || input === "identity_paper") return null;
      const reading = { ...context.reading, incident: null, incidentWords: null };
      return tellOn(reporting, { ...context, reading }, input);
    },
  };
}

/** So surely a figure is asked for, or something is told that is more than a place or a time. */
const SURELY = 0.9;

function isBareSlot({ inbound, matter, session, now, utterance, reading }: TurnContext): boolean {
  const { content } = inbound;
  if (!inbound.isPrivate || content.kind !== "text" || content.tapped === true) return false;
  // After a question they ask for the same of another place or time.
  if (matter !== "none" || FIGURE_THREAD.of(session) !== undefined || hasQuestion(utterance)) return false;
  if (chanceOf(reading.learned.acts, "figures", "aid", "danger", "tell") >= SURELY) return false;
  const { text } = content;
  return (readWhere(text) !== null && isPlaceAnswer(text)) || isTimeAnswer(text, now);
}
