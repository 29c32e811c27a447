import { AppError } from "./errors.ts";

/** A waiting one looks again after so long, in milliseconds. */
const LOOK = 20;

/**
 * Room in memory for work with large files: so much at the same time in this isolate, whoever asks.
 *
 * Whoever waits looks for a place itself: a Durable Object may not resolve a promise of another one.
 */
export class MemoryRoom {
  readonly #places: number;
  readonly #life: number;
  /** The latest end of each work: after that its place is free, whatever happened to its chat. */
  readonly #taken = new Map<symbol, number>();

  /** @param life the longest time that a place is taken, in milliseconds */
  constructor(places: number, life: number) {
    this.#places = places;
    this.#life = life;
  }

  /**
   * Does the work when there is a place.
   * @param patience the longest wait in milliseconds
   * @throws AppError "busy" where there was none in that time
   */
  async use<T>(patience: number, work: () => Promise<T>): Promise<T> {
    const until = Date.now() + patience;
    while (!this.#isFree()) {
      if (Date.now() >= until) throw new AppError("busy", "no room for another file");
      await new Promise((resolve) => setTimeout(resolve, LOOK));
    }
    const place = Symbol("place");
    this.#taken.set(place, Date.now() + this.#life);
    try {
      return await work();
    } finally {
      this.#taken.delete(place);
    }
  }

  #isFree(): boolean {
    const now = Date.now();
    for (const [place, until] of this.#taken) if (until <= now) this.#taken.delete(place);
    return this.#taken.size < this.#places;
  }
}
