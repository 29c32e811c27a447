import { z } from "zod";
import { chanceOf } from "../../../reader/names/likely.ts";
import { DETECTORS, readMessage } from "../../../reading/read-message.ts";
import type { TurnContext } from "../../../turn/feature.ts";
import { merged, type Session } from "../../../turn/session.ts";
import { adviceOf } from "../../incidents/incident-advice.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { isFreshly, PERHAPS, pauseForTold } from "./citizen-session.ts";
import { sealedPart } from "./sealed-part.ts";
import { type ToldBeside, toldBeside } from "./told-in-question.ts";

/** Of a chat's last messages so many are remembered. */
const KEPT = 3;

const Pieces = z.array(z.object({ words: z.string(), isSure: z.boolean() })).readonly();
const { seal, open } = sealedPart("perhaps", Pieces);

type Ring = Pick<ReportingServices, "ring">;

/** What the chat's last messages may have told, in order; empty where they told nothing. */
export async function perhapsTold(
  { ring }: Ring,
  { inbound, session, now }: Pick<TurnContext, "inbound" | "session" | "now">,
): Promise<readonly ToldBeside[]> {
  const kept = PERHAPS.of(session);
  return isFreshly(kept, now) ? ((await open(ring, inbound, kept)) ?? []) : [];
}

/** The session that remembers one more, sealed, until a story begins with it or half an hour has passed. */
export async function remember(
  reporting: Ring,
  context: Pick<TurnContext, "inbound" | "session" | "now">,
  told: ToldBeside,
): Promise<Session> {
  const { inbound, session, now } = context;
  const before = (await perhapsTold(reporting, context)).filter(({ words }) => words !== told.words);
  const kept = PERHAPS.with(await seal(reporting.ring, inbound, [...before, told].slice(-KEPT), now));
  return { ...kept, ...pauseForTold(merged(session, kept)) };
}

/** More probable than not. */
const MOSTLY = 0.5;

/**
 * True where a message that others answer may tell something besides: it is no command, secret or danger, and not told so surely
 * that it is kept anyway.
 */
export function mayTellBeside({ inbound, matter, reading, utterance }: TurnContext): boolean {
  const { content } = inbound;
  if (!inbound.isPrivate || content.kind !== "text" || content.tapped === true) return false;
  if ((matter !== "none" && matter !== "question") || utterance.clean.startsWith("/")) return false;
  if (reading.incident !== null || reading.danger !== null || reading.boundary !== null) return false;
  return chanceOf(reading.learned.acts, "figures", "chat", "human", "track") < MOSTLY;
}

/** What it tells; null where that is nothing, or a wrong with a door of its own. */
export function toldHere({ inbound: { content } }: TurnContext): ToldBeside | null {
  const told = content.kind === "text" ? toldBeside(content.text) : null;
  if (told === null) return null;
  const { incidentWords } = readMessage(told.words);
  return incidentWords !== null && adviceOf(incidentWords).ownWay === true ? null : told;
}

/** True where a message is more of what may have been told, read as if that were open. */
export function goesOn({ inbound: { content } }: TurnContext): boolean {
  if (content.kind !== "text") return false;
  const { learned } = readMessage(content.text, DETECTORS, "incident");
  return chanceOf(learned.acts, "tell", "more", "edit") >= MOSTLY;
}
