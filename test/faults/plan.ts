/** What a storm is made of. The same seed makes the same one, but for the machine's own timing. */
export interface StormPlan {
  /** Half of them on Zalo, half on Telegram. */
  readonly chats: number;
  readonly messagesPerChat: number;
  /** SIGKILLs of the whole process group, spread over the storm. */
  readonly kills: number;
  /** The share of the sends that meet a fault; retries as well. */
  readonly failing: number;
  /** The share of the messages that the platform delivers again though they were acknowledged. */
  readonly redelivered: number;
  /** How often Zalo makes every access token invalid. */
  readonly revocations: number;
  readonly seed: number;
}

/** Questions whose answers say which they answer; neighbours always differ. */
export const QUESTIONS = ["113", "114", "115", "111", "112"] as const;
export type Question = (typeof QUESTIONS)[number];

/** The n-th question of a chat. */
export const questionOf = (n: number): Question => QUESTIONS[n % QUESTIONS.length] as Question;

/** A small generator of numbers in [0, 1), the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
