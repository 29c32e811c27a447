import type { Feature, FeatureResult, TurnContext } from "../conversation/turn.ts";
import { strong } from "../messaging/reply.ts";
import { readUtterance } from "../vietnamese/utterance.ts";
import { answerFigures } from "./answer.ts";
import { clarifyButtons } from "./buttons.ts";
import { guardFigures } from "./guard.ts";
import { readQuestion } from "./parse/reading.ts";
import { understand } from "./parse/understand.ts";
import { WORDING } from "./wording.ts";

const COMMAND = /^\/solieu(?:@\w+)?(?=\s|$)\s*/iu;

/**
 * Figures: takes a message only where it asks for a quantity, share or comparison of a known indicator, or begins
 * with "/solieu". Every answer passes the digit guard; one that fails it is withheld.
 */
export const figures: Feature = { name: "figures", take };

async function take({ inbound, utterance, session, services }: TurnContext): Promise<FeatureResult | null> {
  const forced = COMMAND.test(utterance.clean);
  const asked = forced ? readUtterance(utterance.clean.replace(COMMAND, "")) : utterance;
  const now = services.now();
  const request = understand(readQuestion(asked, now), { now, forced, thread: session.figures });
  if (request === null)
    return forced ? { replies: [{ blocks: [strong(WORDING.clarify)], buttons: clarifyButtons() }] } : null;
  const facts = await services.figures.facts((await services.isOfficial(inbound)) ? "internal" : "public");
  const { reply, provenance, query } = answerFigures(request, facts, asked.clean);
  const verdict = guardFigures(reply, provenance);
  if (!verdict.ok) return { replies: [{ blocks: [strong(WORDING.withheld)] }] };
  return { replies: [reply], ...(query === undefined ? {} : { session: { figures: { query, at: now } } }) };
}
