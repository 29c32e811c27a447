import { MINUTE } from "../platform/time.ts";

/**
 * Which chat of an isolate takes its turn or sends next: a danger at once, then the chat with the fewest seats since
 * the rush began. While a danger's turn is taken no other chat begins one. All chats of an isolate share one
 * thread, and workerd reads its sockets only when nothing else is ready: without this a danger among 300 messages is
 * answered with the others, after up to 2.1 s on two cores.
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
/** Dangers of one chat a minute that go before everybody; with more of them it takes its turn, as its others do. */
export const DANGERS_A_MINUTE = 5;

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
  readonly #patience: number;
  /** The taken seats and the latest end of each: after that a seat is free again, whatever happened. */
  readonly #taken = new Map<symbol, number>();
  /** In the order in which they came. */
  readonly #waiters = new Set<Waiter>();
  readonly #had = new Map<string, number>();
  /** The seats taken for a danger: whose, and until when others wait for it. */
  readonly #dangers = new Map<symbol, { readonly chat: string; readonly until: number }>();
  readonly #dangersOf = new Map<string, { readonly since: number; readonly n: number }>();

  /**
   * @param life the longest time that a seat is taken, in milliseconds
   * @param patience how long the others begin nothing while a danger has a seat, in milliseconds: it may hang
   */
  constructor(size: number, life: number, patience = 0) {
    this.#size = size;
    this.#life = life;
    this.#patience = patience;
  }

  /** How many chats wait for a seat. */
  get waiting(): number {
    return this.#waiters.size;
  }

  /** A danger was reported in this chat: its waiting work goes on at once. Called by the chat itself. */
  hurry(chat: string): void {
    if (this.#dangersOfMinute(chat) >= DANGERS_A_MINUTE) return;
    for (const waiter of this.#waiters)
      if (waiter.chat === chat) {
        waiter.isHurried = true;
        waiter.hurried.resolve();
      }
  }

  /**
   * Does a chat's work when a seat is free.
   * @param isUrgent true: doesn't wait for a seat, unless the chat had its dangers of this minute
   * @param work gets a function that frees its seat early, for when only waiting is left
   */
  async use<T>(chat: string, isUrgent: boolean, work: (leave: () => void) => Promise<T>): Promise<T> {
    const seat = Symbol(chat);
    const sit = () => {
      this.#had.set(chat, this.#hadBy(chat) + 1);
      this.#taken.set(seat, Date.now() + this.#life);
    };
    if (isUrgent && this.#goesFirst(chat)) {
      this.#dangers.set(seat, { chat, until: Date.now() + this.#patience });
      sit();
    } else await this.#sitWhenFree(chat, sit);
    const leave = () => {
      this.#taken.delete(seat);
      this.#dangers.delete(seat);
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
      if (waiter.isHurried || (place < this.#free() && !this.#isDangerElsewhere(chat))) break;
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

  /** Counts a danger of a chat; false where it had its share of this minute. */
  #goesFirst(chat: string): boolean {
    const n = this.#dangersOfMinute(chat);
    this.#dangersOf.set(chat, { since: this.#dangersOf.get(chat)?.since ?? Date.now(), n: n + 1 });
    return n < DANGERS_A_MINUTE;
  }

  #dangersOfMinute(chat: string): number {
    const now = Date.now();
    for (const [other, { since }] of this.#dangersOf)
      if (now - since >= MINUTE) this.#dangersOf.delete(other);
    return this.#dangersOf.get(chat)?.n ?? 0;
  }

  #isDangerElsewhere(chat: string): boolean {
    const now = Date.now();
    for (const [seat, { until }] of this.#dangers) if (until <= now) this.#dangers.delete(seat);
    return [...this.#dangers.values()].some((danger) => danger.chat !== chat);
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
