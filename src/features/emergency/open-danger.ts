import { z } from "zod";
import { MINUTE } from "../../platform/time.ts";
import { DANGER_KINDS, type Danger, EMERGENCY_NUMBERS } from "../../reader/names/danger.ts";
import { type Session, slice } from "../../turn/session.ts";

/** A danger stays open so long after its last message: what comes meanwhile belongs to it. */
export const DANGER_OPEN_FOR = 30 * MINUTE;

const OpenDanger = z
  .object({
    kind: z.enum(DANGER_KINDS),
    numbers: z.array(z.enum(EMERGENCY_NUMBERS)).readonly(),
    /** The last message that belonged to it, in milliseconds since the epoch. */
    at: z.number(),
    /** Who writes can't be heard or seen writing: answers are short. */
    silent: z.literal(true).exactOptional(),
    /** The urgent case that was made of it. */
    code: z.string().exactOptional(),
    /** Nothing is passed on, said the person. */
    held: z.literal(true).exactOptional(),
  })
  .readonly();
export type OpenDanger = z.infer<typeof OpenDanger>;

/** The danger that was told last. Its words are kept sealed by the reporting features, not here. */
export const OPEN_DANGER = slice("danger", OpenDanger);

/** The danger that is still open. */
export function openDanger(session: Session, now: number): OpenDanger | undefined {
  const danger = OPEN_DANGER.of(session);
  return danger !== undefined && now - danger.at < DANGER_OPEN_FOR ? danger : undefined;
}

/** The session with this danger open: what was known of an open one of the same kind stays. */
export function opened({ kind, numbers }: Danger, session: Session, now: number): Session {
  const before = openDanger(session, now);
  return OPEN_DANGER.with({ ...before, kind, numbers, at: now });
}
