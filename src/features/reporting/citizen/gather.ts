import type { TurnContext } from "../../../turn/feature.ts";
import type { Session } from "../../../turn/session.ts";
import { answer, beginDraft, type Input } from "../dialogue/dialogue.ts";
import type { Draft } from "../dialogue/draft.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { GATHERED, gatheredLately } from "./citizen-session.ts";
import { keepGathered, openGathered } from "./sealed-draft.ts";

type Kept = Pick<ReportingServices, "ring" | "media">;

/** What was told lately; null where nothing was, or it can't be read any more. */
export const toldLately = async (
  { ring }: Pick<ReportingServices, "ring">,
  { inbound, session, now }: TurnContext,
): Promise<Draft | null> =>
  gatheredLately(session, now) ? await openGathered(ring, inbound, GATHERED.of(session)) : null;

/**
 * Joins a piece to what was told lately, or begins with it. Nothing is asked: the pieces fill the fields that they can.
 * @returns what is told by now, and the session that keeps it
 */
export async function gather(
  reporting: Kept,
  context: TurnContext,
  input: Input,
): Promise<{ readonly draft: Draft; readonly session: Session }> {
  const { now, inbound } = context;
  const before = (await toldLately(reporting, context)) ?? beginDraft("", now).draft;
  // At the summary every word is told, and answers nothing.
  const { draft } = answer({ ...before, step: "summary" }, input, now);
  await reporting.media.hold(draft.media, now);
  return { draft, session: GATHERED.with(await keepGathered(reporting.ring, inbound, draft, now)) };
}
