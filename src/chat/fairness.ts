/**
 * Which chat of an isolate takes its turn or sends next: a danger at once, then the chat with the fewest seats since
 * the rush began. All chats of an isolate share one thread, and workerd reads its sockets only when nothing else is
 * ready: without this a danger among 300 messages is answered with the others, after up to 2.1 s on two cores.
 *
 * Each waiting chat looks for a seat itself. A Durable Object may not resolve a promise of another one ("Cannot perform
 * I/O on behalf of a different Durable Object"), so no chat can wake another.
 */

/** The next chat looks again after this long, in milliseconds; each one before it in the order adds to that. */
const LOOK = 3;
const PER_PLACE = 2;
const LONGEST_LOOK = 1_000;
/** A chat that hasn't looked for so long has died. */
const GONE_AFTER = 10 * LONGEST_LOOK;

interface Waiter {
  readonly chat: string;
  readonly hurried: PromiseWithResolvers<void>;
  isHurried: boolean;
  lookedAt: number;
}

/** Limits how many chats of this isolate do one kind of work at the same time. */
export class Seats {
  readonly #size: number;
  readonly #life: number;
  /** The taken seats and the latest end of each: after that a seat is free again, whatever happened. */
  readonly #taken = new Map<symbol, number>();
  /** In the order in which they came. */
  readonly #waiters = new Set<Waiter>();
  readonly #had = new Map<string, number>();

  /** @param life the longest time that a seat is taken, in milliseconds */
  constructor(size: number, life: number) {
    this.#size = size;
    this.#life = life;
  }

  /** How many chats wait for a seat. */
  get waiting(): number {
    return this.#waiters.size;
  }

  /** A danger was reported in this chat: its waiting work goes on at once. Called by the chat itself. */
  hurry(chat: string): void {
    for (const waiter of this.#waiters)
      if (waiter.chat === chat) {
        waiter.isHurried = true;
        waiter.hurried.resolve();
      }
  }

  /**
   * Does a chat's work when a seat is free.
   * @param isUrgent true: doesn't wait for a seat
   * @param work gets a function that frees its seat early, for when only waiting is left
   */
  async use<T>(chat: string, isUrgent: boolean, work: (leave: () => void) => Promise<T>): Promise<T> {
    const seat = Symbol(chat);
    const sit = () => {
      this.#had.set(chat, this.#hadBy(chat) + 1);
      this.#taken.set(seat, Date.now() + this.#life);
    };
    if (isUrgent) sit();
    else await this.#sitWhenFree(chat, sit);
    const leave = () => {
      this.#taken.delete(seat);
      if (this.#taken.size === 0 && this.#waiters.size === 0) this.#had.clear();
    };
    try {
      return await work(leave);
    } finally {
      leave();
    }
  }

  /** Takes the seat in the same moment as the look that found it free, or it would be another chat's. */
  async #sitWhenFree(chat: string, sit: () => void): Promise<void> {
    const waiter: Waiter = { chat, hurried: Promise.withResolvers(), isHurried: false, lookedAt: 0 };
    for (;;) {
      const place = this.#placeOf(waiter);
      if (waiter.isHurried || place < this.#free()) break;
      await Promise.race([
        waiter.hurried.promise,
        scheduler.wait(Math.min(LONGEST_LOOK, LOOK + PER_PLACE * place)),
      ]);
    }
    this.#waiters.delete(waiter);
    sit();
  }

  /** How many waiting chats go first: those that had fewer seats, or as many and came earlier. */
  #placeOf(waiter: Waiter): number {
    const now = Date.now();
    waiter.lookedAt = now;
    this.#waiters.add(waiter);
    const had = this.#hadBy(waiter.chat);
    let place = 0;
    let isEarlier = true;
    for (const other of this.#waiters) {
      if (other === waiter) isEarlier = false;
      else if (other.lookedAt < now - GONE_AFTER) this.#waiters.delete(other);
      else if (this.#hadBy(other.chat) < had || (isEarlier && this.#hadBy(other.chat) === had)) place += 1;
    }
    return place;
  }

  #free(): number {
    const now = Date.now();
    for (const [seat, until] of this.#taken) if (until <= now) this.#taken.delete(seat);
    return this.#size - this.#taken.size;
  }

  #hadBy(chat: string): number {
    return this.#had.get(chat) ?? 0;
  }
}
