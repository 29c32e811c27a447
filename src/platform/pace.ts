/**
 * Between two steps of long work the runtime may look at its sockets: what others wait for, a danger above all, is
 * answered meanwhile. A parameter, so that a test can count the steps.
 */
export type Pace = () => Promise<void>;

/** A timer, as a resolved promise would go on before any socket is looked at. */
export const giveWay: Pace = () => new Promise((resolve) => setTimeout(resolve, 1));

/** Does something to each, and gives way after every so many. */
export async function eachPaced<T, R>(
  items: readonly T[],
  every: number,
  pace: Pace,
  work: (item: T, at: number) => R,
): Promise<R[]> {
  const done: R[] = [];
  for (const [at, item] of items.entries()) {
    if (at > 0 && at % every === 0) await pace();
    done.push(work(item, at));
  }
  return done;
}
