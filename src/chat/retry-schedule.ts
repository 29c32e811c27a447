import { DAY, MINUTE } from "../platform/time.ts";

/** When a conversation tries again. Durations in milliseconds. */

/** A turn or a send that hasn't ended after this time is taken as lost with its process. */
export const RESUME_AFTER = 5_000;

/** Up to this length a pause is waited for in the running process; for a longer one the alarm is set. */
export const WAIT_IN_PLACE = 1_000;

/** After a failure to tell the operator's book that a chat is active: try again after this time. */
export const MARK_AGAIN = MINUTE;

/** How long a supervisor's retry waits for its result. */
export const RETRY_PATIENCE = 6_000;

/** How often a message that makes a turn fail is tried before it is set aside. */
export const TURN_ATTEMPTS = 3;

/** After this time a turn without an answer has failed. */
export const TURN_TIMEOUT = 20_000;

const FIRST_DELAY = 1_000;
/** The longest pause that we choose; only a platform can name a later time. */
export const LONGEST_DELAY = 5 * MINUTE;

/** A message or reply that waits this long is shown to the operator. */
export const STUCK_AFTER = 15 * MINUTE;

/** A reply that couldn't be sent for this long is held until the person's next message. */
export const GIVE_UP_AFTER = DAY;

/**
 * The pause before attempt number `attempts + 1`: doubling, with jitter between half and the whole,
 * never shorter than what the platform asked for.
 * @param random a number in [0, 1)
 */
export function backoff(attempts: number, askedFor: number | undefined, random: number): number {
  const ceiling = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.min(attempts, 20));
  return Math.max(askedFor ?? 0, Math.round(ceiling * (0.5 + random / 2)));
}
