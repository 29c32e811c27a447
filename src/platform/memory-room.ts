import { AppError } from "./errors.ts";

/** A waiting one looks again after so long, in milliseconds. */
const LOOK = 20;

/**
 * Room in memory for work with large files: so many places at the same time in this isolate, whoever asks. A place's
 * memory is made once and used again: what JavaScript gives up is free only when it is collected, which is late.
 *
 * Whoever waits looks for a place itself: a Durable Object may not resolve a promise of another one.
 */
export class MemoryRoom {
  readonly #places: number;
  readonly #bytes: number;
  readonly #life: number;
  readonly #spare: Uint8Array<ArrayBuffer>[] = [];
  /** The latest end of each work: after that its place is free, whatever happened to its chat. */
  readonly #taken = new Map<symbol, number>();

  /**
   * @param bytes the memory of a place
   * @param life the longest time that a place is taken, in milliseconds
   */
  constructor(places: number, bytes: number, life: number) {
    this.#places = places;
    this.#bytes = bytes;
    this.#life = life;
  }

  /**
   * Does the work when there is a place. It has the memory for itself until it ends, and what stood there before is
   * still in it.
   * @param patience the longest wait in milliseconds
   * @throws AppError "busy" where there was none in that time
   */
  async use<T>(patience: number, work: (memory: Uint8Array<ArrayBuffer>) => Promise<T>): Promise<T> {
    const until = Date.now() + patience;
    while (!this.#isFree()) {
      if (Date.now() >= until) throw new AppError("busy", "no room for another file");
      await new Promise((resolve) => setTimeout(resolve, LOOK));
    }
    const place = Symbol("place");
    this.#taken.set(place, Date.now() + this.#life);
    const memory = this.#spare.pop() ?? new Uint8Array(this.#bytes);
    try {
      return await work(memory);
    } finally {
      // Work that never ends keeps its memory: the next one gets another.
      if (this.#spare.length < this.#places) this.#spare.push(memory);
      this.#taken.delete(place);
    }
  }

  #isFree(): boolean {
    const now = Date.now();
    for (const [place, until] of this.#taken) if (until <= now) this.#taken.delete(place);
    return this.#taken.size < this.#places;
  }
}
