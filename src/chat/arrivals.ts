import { localDay } from "../language/dates.ts";
import type { Inbound } from "../messaging/inbound.ts";
import { toHour } from "../platform/time.ts";
import type { ChatMemory } from "./chat-memory.ts";
import type { ChatSeal } from "./chat-seal.ts";
import { joined, mayHaveMore, waitOf } from "./parts.ts";
import { saysTheSame } from "./said-before.ts";
import type { StoredMessage } from "./stored-rows.ts";
import { parseInbound } from "./stored-shapes.ts";

/** What became of a message that came. */
export interface Journaled {
  /** False where its key was seen before. */
  readonly isNew: boolean;
  /** The message that is due for its turn now, of all its parts; null where nothing is, or more of it is waited for. */
  readonly due: Inbound | null;
}

/** A message's number, its day and its number on that day. */
export interface Newest {
  readonly seq: number;
  readonly day: string;
  readonly nth: number;
}

/** What a sealed message is bound to. */
export const messagePlace = (seq: number): string => `inbox/${seq}`;

/** The newest message; undefined where none came yet. */
export const newestOf = (sql: SqlStorage): Newest | undefined =>
  sql
    .exec<{ seq: number; day: string; nth: number }>(
      "SELECT seq, day, nth FROM inbox ORDER BY seq DESC LIMIT 1",
    )
    .toArray()[0];

/** How messages come into a chat. Synchronous: the caller's transaction takes all of it or nothing. */
export class Arrivals {
  readonly #sql: SqlStorage;
  readonly #seal: ChatSeal;
  readonly #memory: ChatMemory;
  /** Messages that were read on arrival, until their turn: what was read of them stays with the object. */
  readonly #read = new Map<number, Inbound>();
  #taken = 0;

  constructor(sql: SqlStorage, seal: ChatSeal, memory: ChatMemory) {
    this.#sql = sql;
    this.#seal = seal;
    this.#memory = memory;
  }

  /**
   * A message's turn begins: nothing joins it any more, whatever the clock does.
   * @returns the message where it was read on arrival
   */
  turnBegins(seq: number): Inbound | null {
    this.#taken = seq;
    const inbound = this.#read.get(seq) ?? null;
    this.#read.delete(seq);
    return inbound;
  }

  /**
   * Stores the message; the row itself prevents duplicates. A further part of a message that waits joins it, and an edit
   * that changes no word is done with: both leave only their row.
   */
  journal(inbound: Inbound, now: number): Journaled {
    const isWritten = inbound.content.kind !== "pause";
    const last = newestOf(this.#sql);
    const today = localDay(now);
    // The clock may go back over midnight: then the message counts for the later day.
    const day = last !== undefined && last.day > today ? last.day : today;
    const before = last?.day === day ? last.nth : 0;
    const first = this.#waitingForMore(now);
    const whole = first === null ? null : joined(first.inbound, inbound);
    const isDone = whole !== null || saysTheSame(inbound, this.#memory.said());
    const dueAt = isDone ? 0 : now + waitOf(inbound);
    const seq = (last?.seq ?? 0) + 1;
    const isNew = this.insert({
      seq,
      key: inbound.key,
      inbound: isDone ? "" : JSON.stringify(inbound),
      state: isDone ? "ignored" : "pending",
      attempts: 0,
      nextAt: dueAt,
      receivedAt: isDone ? toHour(now) : now,
      day,
      nth: isWritten ? before + 1 : before,
      channel: isWritten ? inbound.channel : null,
      parkedAt: null,
    });
    if (!isNew) return { isNew, due: null };
    this.#memory.noteSaid(inbound);
    if (isWritten) this.#memory.hasSpoken();
    if (!isDone && mayHaveMore(inbound)) this.#read.set(seq, inbound);
    if (first === null || whole === null) {
      // Something else was said: nothing more of the first comes.
      if (first !== null && !isDone) this.#dueAt(first.seq, now);
      return { isNew, due: isDone || dueAt > now ? null : inbound };
    }
    const isWhole = waitOf(whole) === 0;
    this.#read.set(first.seq, whole);
    this.#sql.exec(
      "UPDATE inbox SET inbound = ? WHERE seq = ?",
      this.#seal.seal(JSON.stringify(whole), messagePlace(first.seq)),
      first.seq,
    );
    if (isWhole) this.#dueAt(first.seq, now);
    return { isNew, due: isWhole ? whole : null };
  }

  /** @param at milliseconds since the epoch */
  #dueAt(seq: number, at: number): void {
    this.#sql.exec("UPDATE inbox SET next_at = ? WHERE seq = ?", at, seq);
  }

  /** The newest message, where it still waits for more of it: its turn hasn't begun. */
  #waitingForMore(now: number): { readonly seq: number; readonly inbound: Inbound } | null {
    const row = this.#sql
      .exec<{ seq: number; inbound: string }>(
        `SELECT seq, inbound FROM inbox
         WHERE state = 'pending' AND attempts = 0 AND next_at > ? AND parked_at IS NULL AND seq > ?
         ORDER BY seq DESC LIMIT 1`,
        now,
        Math.max(this.#memory.number("finished"), this.#taken),
      )
      .toArray()[0];
    if (row === undefined) return null;
    const inbound = parseInbound(this.#seal.tryOpen(row.inbound, messagePlace(row.seq)));
    return inbound === null ? null : { seq: row.seq, inbound };
  }

  /** @returns false where its key is known */
  insert(message: StoredMessage): boolean {
    const { seq, inbound } = message;
    const [key, ...older] = this.#seal.names(message.key, "inbox");
    if (older.some((name) => this.#sql.exec("SELECT 1 FROM inbox WHERE key = ?", name).toArray().length > 0))
      return false;
    const cursor = this.#sql.exec(
      `INSERT OR IGNORE INTO inbox
         (seq, key, inbound, state, attempts, next_at, received_at, day, nth, channel, parked_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING seq`,
      seq,
      key,
      this.#seal.seal(inbound, messagePlace(seq)),
      message.state,
      message.attempts,
      message.nextAt,
      message.receivedAt,
      message.day,
      message.nth,
      message.channel,
      message.parkedAt,
    );
    return cursor.toArray().length > 0;
  }
}
