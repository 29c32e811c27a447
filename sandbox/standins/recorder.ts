/** After this time the awaited thing hangs, however slow the machine is. */
export const PATIENCE_MS = 120_000;

/** Stores what happened, in order, and lets a test wait for the n-th item instead of sleeping. */
export class Recorder<T> {
  readonly items: T[] = [];
  readonly #listeners = new Set<(item: T) => void>();

  add(item: T): void {
    this.items.push(item);
    for (const listener of [...this.#listeners]) listener(item);
  }

  /** Calls back for every later item; returns a function to stop. */
  subscribe(listener: (item: T) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The first `n` items once there are that many; rejects with what there was after `timeoutMs`. */
  waitFor(n: number, what: string, timeoutMs = PATIENCE_MS): Promise<readonly T[]> {
    if (this.items.length >= n) return Promise.resolve(this.items.slice(0, n));
    return new Promise((resolve, reject) => {
      const stop = this.subscribe(() => {
        if (this.items.length < n) return;
        clearTimeout(timer);
        stop();
        resolve(this.items.slice(0, n));
      });
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`waited ${timeoutMs} ms for ${n} ${what}, saw ${this.items.length}`));
      }, timeoutMs);
    });
  }

  /** The first match of `find` in past and later items; rejects after `timeoutMs`. */
  waitUntil<Found>(
    find: (items: readonly T[]) => Found | undefined,
    timeoutMs = PATIENCE_MS,
  ): Promise<Found> {
    const found = find(this.items);
    if (found !== undefined) return Promise.resolve(found);
    return new Promise((resolve, reject) => {
      const stop = this.subscribe(() => {
        const now = find(this.items);
        if (now === undefined) return;
        clearTimeout(timer);
        stop();
        resolve(now);
      });
      const timer = setTimeout(() => {
        stop();
        reject(
          new Error(
            `waited ${timeoutMs} ms in vain; the last of ${this.items.length}: ${JSON.stringify(this.items.slice(-3))}`,
          ),
        );
      }, timeoutMs);
    });
  }
}
