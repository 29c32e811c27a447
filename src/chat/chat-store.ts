import { localDay } from "../language/dates.ts";
import type { WaitingCounts } from "../messaging/chats.ts";
import type { ChannelName, Inbound } from "../messaging/inbound.ts";
import { HOUR, toHour } from "../platform/time.ts";
import type { Session } from "../turn/session.ts";
import { Arrivals, type Journaled, messagePlace, type Newest, newestOf } from "./arrivals.ts";
import { ChatMemory } from "./chat-memory.ts";
import type { ChatSeal } from "./chat-seal.ts";
import { Outbox } from "./outbox.ts";
import { lastPartOf, renewTables } from "./renew-tables.ts";
import type { HandedOver, Numbers, OutgoingPart, StoredMessage } from "./stored-rows.ts";
import { parseInbound } from "./stored-shapes.ts";

/** A message waiting for its turn. */
export interface PendingMessage {
  readonly seq: number;
  /** Null where the stored message can't be read: it is of an earlier release, or damaged. */
  readonly inbound: Inbound | null;
  readonly attempts: number;
  /** It had been set aside once: an operator's book has it. */
  readonly wasParked: boolean;
}

/** What stays of an answered message needs no exact time: it would tell which report the chat sent. */
const atRest = (message: StoredMessage): StoredMessage =>
  message.state === "answered" || message.state === "ignored"
    ? { ...message, nextAt: 0, receivedAt: toHour(message.receivedAt) }
    : message;

type MessageRow = {
  seq: number;
  inbound: string;
  attempts: number;
  next_at: number;
  parked_at: number | null;
};

/**
 * The messages of one chat, and what is written of them and of the parts of its replies (`Outbox`) together, in the tables
 * of `migrateChat`. Every method is synchronous: writes without an `await` between them are committed together.
 */
export class ConversationStore {
  readonly memory: ChatMemory;
  readonly outbox: Outbox;
  readonly #sql: SqlStorage;
  readonly #seal: ChatSeal;
  readonly #arrivals: Arrivals;

  constructor(sql: SqlStorage, seal: ChatSeal) {
    this.#sql = sql;
    this.#seal = seal;
    this.memory = new ChatMemory(sql, seal);
    this.#arrivals = new Arrivals(sql, seal, this.memory);
    this.outbox = new Outbox(sql, seal, this.memory);
  }

  /** Stores a message that came. */
  journal(inbound: Inbound, now: number): Journaled {
    return this.#arrivals.journal(inbound, now);
  }

  /** The oldest message without a finished turn, if its time has come. The order is strict. */
  nextMessage(now: number): PendingMessage | null {
    const row = this.#sql
      .exec<MessageRow>(
        `SELECT seq, inbound, attempts, next_at, parked_at FROM inbox
         WHERE state = 'pending' AND seq > ? ORDER BY seq LIMIT 1`,
        this.memory.number("finished"),
      )
      .toArray()[0];
    if (row === undefined || row.next_at > now) return null;
    const { seq, attempts } = row;
    const inbound =
      this.#arrivals.turnBegins(seq) ?? parseInbound(this.#seal.tryOpen(row.inbound, messagePlace(seq)));
    return { seq, attempts, inbound, wasParked: row.parked_at !== null };
  }

  /** True where a later message waits for its turn. */
  hasNewerThan(seq: number): boolean {
    return (
      this.#sql.exec("SELECT 1 FROM inbox WHERE state = 'pending' AND seq > ? LIMIT 1", seq).toArray()
        .length > 0
    );
  }

  /** Ends a message's turn: outcome, next session and reply parts, in one write. */
  commit(
    seq: number,
    state: "answered" | "ignored" | "parked",
    session: Session,
    parts: readonly OutgoingPart[],
    now: number,
  ): void {
    if (state === "parked") this.park(seq, now);
    else {
      this.settle(seq, state);
      this.memory.setNumber("finished", seq);
    }
    this.memory.setSession(session);
    this.outbox.add(parts, now, seq);
  }

  /** The message is done with: its words are deleted, and what stays is as `atRest` has it. */
  settle(seq: number, state: "answered" | "ignored"): void {
    this.#sql.exec(
      `UPDATE inbox SET state = ?, inbound = '', next_at = 0, received_at = received_at - received_at % ${HOUR}
       WHERE seq = ?`,
      state,
      seq,
    );
  }

  /**
   * Sets a message aside, with its words, until an operator decides.
   * @returns the messenger that it came by; null for a pause, which concerns nobody and is over
   */
  park(seq: number, now: number): ChannelName | null {
    const { channel } = this.#sql
      .exec<{ channel: ChannelName | null }>(
        `UPDATE inbox SET state = iif(channel IS NULL, 'ignored', 'parked'), parked_at = ?,
         inbound = iif(channel IS NULL, '', inbound) WHERE seq = ? RETURNING channel`,
        now,
        seq,
      )
      .one();
    this.memory.setNumber("finished", seq);
    return channel;
  }

  /** Stores a message from another chat that is to be sent here; false where the key was used before. */
  deliver(key: string, parts: readonly OutgoingPart[], now: number): boolean {
    const isNew = this.memory.isNewDelivery(key, now);
    if (isNew) this.outbox.add(parts, now, null);
    return isNew;
  }

  /**
   * Takes the rows of the same chat from under an older name, sealed here: once, however often they are given.
   * @param from the older name
   * @returns by how much the numbers of messages and parts grew: 0 where nothing had been stored here
   */
  takeOver(from: string, { messages, parts, lastPart, notes }: HandedOver): Numbers {
    const known = this.memory.takenFrom(from);
    if (known !== null) return known;
    const newest = this.newest();
    const grown = { messages: newest?.seq ?? 0, parts: lastPartOf(this.#sql) };
    let last = newest;
    let before: StoredMessage | undefined;
    for (const message of messages) {
      // Days never go back, and a lost row still shows: each message counts for as many as it did.
      const step = message.nth - (before?.day === message.day ? before.nth : 0);
      const day = last !== undefined && last.day > message.day ? last.day : message.day;
      const nth = (last?.day === day ? last.nth : 0) + step;
      const seq = message.seq + grown.messages;
      this.#arrivals.insert({ ...atRest(message), seq, day, nth });
      last = { seq, day, nth };
      before = message;
    }
    this.outbox.takeOver({ parts, lastPart }, grown);
    this.memory.takeOver(from, notes, grown);
    return grown;
  }

  /** Forgets everything about a report that was erased; what waited to be said of it isn't said any more. */
  forgetCase(code: string, { empties }: { readonly empties: boolean }): void {
    this.memory.forgetCase(code);
    for (const { seq, marks, message } of this.outbox.waitingParts())
      if (marks.about === code) this.outbox.drop(seq, message);
    if (empties) renewTables(this.#sql);
  }

  /**
   * The person of this chat had their data erased: nothing stays but the session, what is still to be said, keyed hashes
   * and counts, and what belongs to cases that are still open.
   * @param open codes of the cases that are handled to their end
   */
  erase(open: readonly string[]): void {
    for (const { seq, marks, message, state } of this.outbox.waitingParts())
      if (state === "parked" || (marks.about !== undefined && !open.includes(marks.about)))
        this.outbox.drop(seq, message);
    this.#sql.exec("UPDATE inbox SET state = 'ignored', inbound = '', next_at = 0 WHERE state = 'parked'");
    this.memory.erase(open);
    renewTables(this.#sql);
  }

  /** An earlier message waits again. */
  reopened(seq: number): void {
    this.memory.setNumber("finished", Math.min(this.memory.number("finished"), seq - 1));
  }

  /** Postpones a failed turn and counts the attempt. */
  postpone(seq: number, until: number): void {
    this.#sql.exec("UPDATE inbox SET attempts = attempts + 1, next_at = ? WHERE seq = ?", until, seq);
  }

  /** Forgets the keys of messages answered, and of deliveries taken, before a time. */
  forgetBefore(at: number): void {
    this.#sql.exec(
      // The newest row stays: numbering continues from it.
      `DELETE FROM inbox WHERE state IN ('answered', 'ignored') AND day < ? AND received_at < ?
       AND seq < (SELECT max(seq) FROM inbox)`,
      localDay(at),
      at,
    );
    this.memory.forgetDeliveriesBefore(at);
  }

  /**
   * When the next work is due, in milliseconds since the epoch; null where all is done.
   * @param inFlight parts that are being sent: they aren't due
   */
  nextDue(inFlight?: ReadonlySet<number>): number | null {
    const { due } = this.#sql
      .exec<{ due: number | null }>(
        `SELECT min(next_at) AS due FROM
           (SELECT next_at FROM inbox WHERE state = 'pending' AND seq > ? ORDER BY seq LIMIT 1)`,
        this.memory.number("finished"),
      )
      .one();
    const times = [
      due,
      this.outbox.nextDue(Date.now(), inFlight),
      this.memory.pause()?.at ?? null,
      this.memory.nextExpiry()?.at ?? null,
    ].filter((at) => at !== null);
    return times.length === 0 ? null : Math.min(...times);
  }

  counts(): WaitingCounts {
    const messages = this.#sql
      .exec<{ waiting: number; parked: number }>(
        `SELECT count(*) FILTER (WHERE state = 'pending') AS waiting,
                count(*) FILTER (WHERE state = 'parked') AS parked FROM inbox`,
      )
      .one();
    const { outgoing, parked } = this.outbox.counts();
    return { waiting: messages.waiting, outgoing, parked: messages.parked + parked };
  }

  /** See `newestOf`. */
  newest(): Newest | undefined {
    return newestOf(this.#sql);
  }
}
