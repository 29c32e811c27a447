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

/** How long the sweep waits for one chat's work: what is still under way goes on without it. */
export const WAKE_PATIENCE = 15_000;

/** How often a message that makes a turn fail is tried before it is set aside. */
export const TURN_ATTEMPTS = 3;

/** After this time a turn without an answer has failed. */
export const TURN_TIMEOUT = 20_000;

/** The same of a turn that reads a file: a document of a hundred pages takes longer where many write at once. */
export const FILE_TIMEOUT = 2 * MINUTE;

const FIRST_DELAY = 1_000;
/** The longest pause that we choose; only a platform can name a later time. */
export const LONGEST_DELAY = 5 * MINUTE;

/** A message or reply that waits this long is shown to the operator. */
export const STUCK_AFTER = 15 * MINUTE;

/** For so long a send under way keeps the chat's next turn waiting: its answer goes out first where all is well. */
export const PROMPT = 500;

/** What a part may cost before it is set aside. */
export interface Budget {
  readonly tries: number;
  /** Since it was written; counts no more for a part that an operator or the person's next message takes up again. */
  readonly within: number;
  /** The longest pause between two tries. */
  readonly longest: number;
}

export type PartKind = "danger" | "words" | "file" | "duty" | "dutyFile";

/**
 * Waits that a platform names aren't tries. A duty officer's words are worth a day of tries, a minute apart; a file is
 * set aside sooner, and told, because a person must then look at it another way.
 */
export const BUDGETS: Readonly<Record<PartKind, Budget>> = {
  danger: { tries: 1_500, within: DAY, longest: MINUTE },
  words: { tries: 300, within: DAY, longest: LONGEST_DELAY },
  file: { tries: 15, within: 30 * MINUTE, longest: 2 * MINUTE },
  duty: { tries: 1_500, within: DAY, longest: MINUTE },
  dutyFile: { tries: 15, within: 30 * MINUTE, longest: 2 * MINUTE },
};

/** True where a part has had its budget. */
export function isSpent(
  { tries, within }: Budget,
  part: { readonly attempts: number; readonly createdAt: number; readonly wasParked: boolean },
  now: number,
): boolean {
  return part.attempts + 1 >= tries || (!part.wasParked && now - part.createdAt >= within);
}

/** A duty part that waits this long is told to the supervisors. */
export const LATE_AFTER = 2 * MINUTE;

/** Told again after this time, where duty parts still wait. */
export const TELL_LATE_AGAIN = 30 * MINUTE;

/**
 * The pause before attempt number `attempts + 1`: doubling, with jitter between half and the whole,
 * never shorter than what the platform asked for.
 * @param random a number in [0, 1)
 * @param longest the longest pause that we choose
 */
export function backoff(
  attempts: number,
  askedFor: number | undefined,
  random: number,
  longest = LONGEST_DELAY,
): number {
  const ceiling = Math.min(longest, FIRST_DELAY * 2 ** Math.min(attempts, 20));
  return Math.max(askedFor ?? 0, Math.round(ceiling * (0.5 + random / 2)));
}
