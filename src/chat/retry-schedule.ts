import { DAY, MINUTE } from "../platform/time.ts";

/** When a conversation tries again. All durations in milliseconds. */

/** A turn or a send that hasn't ended after this long is taken to be lost with its process. */
export const RESUME_AFTER = 5_000;

/** A pause up to this long is waited for in place; a longer one is the alarm's business. */
export const WAIT_IN_PLACE = 1_000;

/** The operator's book couldn't be told that a chat is active: it is told again after this long. */
export const MARK_AGAIN = MINUTE;

/** How long a supervisor's retry waits to see whether it helped. */
export const RETRY_PATIENCE = 6_000;

/** How often a message that makes a turn fail is tried before it is set aside. */
export const TURN_ATTEMPTS = 3;

/** A turn that hasn't answered by then has failed. */
export const TURN_TIMEOUT = 20_000;

const FIRST_DELAY = 1_000;
/** The longest pause of our own; a later time was named by a platform. */
export const LONGEST_DELAY = 5 * MINUTE;

/** Whatever waits this long for its turn or its sending is shown to the operator. */
export const STUCK_AFTER = 15 * MINUTE;

/** A reply that couldn't go out for this long is kept for the person's next word instead. */
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
