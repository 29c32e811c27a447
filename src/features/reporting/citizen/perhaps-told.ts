import { z } from "zod";
import type { Act } from "../../../reader/names/act.ts";
import { chanceOf } from "../../../reader/names/likely.ts";
import { DETECTORS, type MessageReading, readMessage } from "../../../reading/read-message.ts";
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
export const MOSTLY = 0.5;

/**
 * The words of a message that may belong to a story: typed in private, while nothing else is open, and no command, alarm, secret
 * or thing to refuse. Null where it does not.
 * @param others acts that it mostly is none of either
 */
export function mayBelong(
  { inbound: { isPrivate, content }, matter, reading, utterance }: TurnContext,
  ...others: readonly Act[]
): string | null {
  if (!isPrivate || content.kind !== "text" || content.tapped === true) return null;
  if ((matter !== "none" && matter !== "question") || utterance.clean.startsWith("/")) return null;
  if (reading.danger !== null || reading.boundary !== null) return null;
  const isOther = chanceOf(reading.learned.acts, "figures", "chat", "human", "track", ...others) >= MOSTLY;
  return isOther ? null : content.text;
}

/** What a message tells; null where that is nothing, or a wrong with a door of its own. */
export function toldHere(text: string): ToldBeside | null {
  const told = toldBeside(text);
  if (told === null) return null;
  const { incidentWords } = readMessage(told.words);
  return incidentWords !== null && adviceOf(incidentWords).ownWay === true ? null : told;
}

/** A message read as if what may have been told were open; null where it is no more of that. */
export function readOn(text: string): MessageReading | null {
  const reading = readMessage(text, DETECTORS, "incident");
  return chanceOf(reading.learned.acts, "tell", "more", "edit") >= MOSTLY ? reading : null;
}
