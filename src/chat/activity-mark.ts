import { KEPT_FOR } from "../platform/retention.ts";
import type { ConversationStore } from "./chat-store.ts";

/**
 * Whether the operator's book lists this chat as one that the sweep must ask. A round begins with a message and ends
 * when the chat has told a sweep that nothing waits. Each round needs a mark in the book: without it the ledger would
 * miss its messages.
 */
export class ActivityMark {
  readonly #store: ConversationStore;

  constructor(store: ConversationStore) {
    this.#store = store;
  }

  /** How often this chat has told a sweep that nothing waits in it. */
  round(): number {
    return this.#store.memory.number("round");
  }

  /** True where the book knows that this chat was active on `day`, in this round. */
  isMarked(day: string): boolean {
    const marked = this.#store.memory.marked();
    return marked.day === day && marked.round === String(this.round());
  }

  /** True where the book doesn't know the day of the newest message, or doesn't know of this round. */
  isDue(): boolean {
    const newest = this.#store.newest();
    if (newest === undefined) return false;
    const { memory } = this.#store;
    const marked = memory.marked();
    if (newest.day > marked.day) return true;
    return newest.seq > memory.number("settled") && marked.round !== String(this.round());
  }

  /** Remembers that the book has this chat on its list for `day`. Old tombstones go with a new day. */
  marked(day: string, round: number, now: number): void {
    const isNewDay = this.#store.memory.marked().day !== day;
    this.#store.memory.setMarked(day, round);
    if (isNewDay) this.#store.forgetBefore(now - KEPT_FOR.messages);
  }

  /**
   * Ends the round where nothing waits for us or for an operator, and returns its number; null where something waits.
   * The next message begins another round.
   */
  settle(): number | null {
    if (this.#store.nextDue() !== null || this.#store.counts().parked > 0 || this.isDue()) return null;
    const round = this.round();
    this.#store.memory.setNumber("round", round + 1);
    this.#store.memory.setNumber("settled", this.#store.newest()?.seq ?? 0);
    return round;
  }
}
