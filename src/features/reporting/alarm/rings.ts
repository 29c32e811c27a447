import { MINUTE } from "../../../platform/time.ts";
import { FLOOD } from "./alarm-steps.ts";

/** What is called for at once: the oldest case leads, and its clock is the clock of all. */
export interface Ring<T> {
  readonly lead: T;
  /** Named with it; they don't ring by themselves. */
  readonly others: readonly T[];
}

/**
 * Each untaken case rings by itself, until one chat has sent so many within so short a time that somebody floods the desk:
 * then one ring names all of that chat's.
 * @param untaken the oldest first; `sender` is equal for one chat's, null where nobody can be told any more
 */
export function ringsOf<T extends { readonly receivedAt: number; readonly sender: number | null }>(
  untaken: readonly T[],
): readonly Ring<T>[] {
  const bySender = Map.groupBy(untaken, ({ sender }, i) => sender ?? `alone:${i}`);
  return [...bySender.values()].flatMap((theirs) => {
    const [lead, ...others] = theirs;
    if (lead === undefined) return [];
    return isFlood(theirs) ? [{ lead, others }] : theirs.map((one) => ({ lead: one, others: [] }));
  });
}

const isFlood = (theirs: readonly { readonly receivedAt: number }[]): boolean =>
  theirs.some(({ receivedAt }, i) => {
    const last = theirs[i + FLOOD.from - 1];
    return last !== undefined && last.receivedAt - receivedAt <= FLOOD.within * MINUTE;
  });
