/** Nobody sleeps longer between two looks, in milliseconds; whoever is this late has been let go of with its process. */
export const LONGEST_LOOK = 5_000;

/**
 * Chats of one isolate that wait for the same thing, in the order they came. They look for themselves, as none can wake
 * another's: the further back, the more seldom, or a thousand of them would keep the thread busy with looking.
 */
export class Line {
  /** Ticket → when it looks again, in milliseconds since the epoch. */
  readonly #looks = new Map<number, number>();
  #next = 0;

  get length(): number {
    return this.#looks.size;
  }

  ticket(): number {
    return this.#next++;
  }

  /** Sleeps until it is time to look. @returns by how many milliseconds the thread was late */
  async sleep(ticket: number, ms: number): Promise<number> {
    const before = Date.now();
    this.#looks.set(ticket, before + ms);
    await scheduler.wait(ms);
    return Date.now() - before - ms;
  }

  leave(ticket: number): void {
    this.#looks.delete(ticket);
  }

  /** How many wait ahead, as a guess: those who left are taken to be spread over the line evenly. */
  placeOf(ticket: number): number {
    const late = Date.now() - LONGEST_LOOK;
    for (const [first, looksAt] of this.#looks) {
      // It would stand first for ever.
      if (looksAt < late) this.#looks.delete(first);
      else if (first >= ticket) return 0;
      else return Math.ceil((this.#looks.size * (ticket - first)) / (this.#next - first));
    }
    return 0;
  }
}
