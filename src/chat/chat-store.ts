import { localDay } from "../language/dates.ts";
import type { WaitingCounts } from "../messaging/chats.ts";
import type { ChannelName, Inbound } from "../messaging/inbound.ts";
import type { Session } from "../turn/session.ts";
import { ChatMemory } from "./chat-memory.ts";
import {
  isHurried,
  nextStart,
  type Place,
  placeOf,
  type QueueOf,
  startable,
  type WaitingPart,
} from "./send-order.ts";
import { type PartMarks, parseInbound, parseMarks } from "./stored-shapes.ts";

/** A message waiting for its turn. */
export interface PendingMessage {
  readonly seq: number;
  /** Null where the stored message can't be read: it is of an earlier release, or damaged. */
  readonly inbound: Inbound | null;
  readonly attempts: number;
  /** It had been set aside once: an operator's book has it. */
  readonly wasParked: boolean;
}

export interface OutgoingPart {
  readonly channel: ChannelName;
  readonly chat: string;
  readonly body: string;
  readonly marks?: PartMarks;
}

const NONE: ReadonlySet<number> = new Set();

/** One part of a reply waiting to go out. */
export interface PendingPart extends OutgoingPart, Place {
  readonly seq: number;
  readonly marks: PartMarks;
  readonly attempts: number;
  readonly createdAt: number;
  /** It had been set aside once: an operator's book has it. */
  readonly wasParked: boolean;
}

type PartRow = {
  seq: number;
  channel: ChannelName;
  chat: string;
  body: string;
  marks: string | null;
  attempts: number;
  created_at: number;
  parked_at: number | null;
  rank: number;
  queue: string;
};

type MessageRow = {
  seq: number;
  inbound: string;
  attempts: number;
  next_at: number;
  parked_at: number | null;
};

/**
 * The messages of one chat and the parts of its replies, in the tables of `migrateChat`. Every method is synchronous:
 * writes without an `await` between them are committed together.
 */
export class ConversationStore {
  readonly memory: ChatMemory;
  readonly #sql: SqlStorage;
  readonly #queueOf: QueueOf;

  /** @param queueOf how a case's queue is called in the table */
  constructor(sql: SqlStorage, queueOf: QueueOf = (code) => code) {
    this.#sql = sql;
    this.#queueOf = queueOf;
    this.memory = new ChatMemory(sql);
  }

  /** Stores the message; false where its key was seen before. The row itself prevents duplicates. */
  journal(inbound: Inbound, now: number): boolean {
    const isWritten = inbound.content.kind !== "pause";
    const last = this.#sql
      .exec<{ day: string; nth: number }>("SELECT day, nth FROM inbox ORDER BY seq DESC LIMIT 1")
      .toArray()[0];
    const today = localDay(now);
    // The clock may go back over midnight: then the message counts for the later day.
    const day = last !== undefined && last.day > today ? last.day : today;
    const before = last?.day === day ? last.nth : 0;
    const cursor = this.#sql.exec(
      `INSERT OR IGNORE INTO inbox (key, inbound, next_at, received_at, day, nth, channel)
       VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING seq`,
      inbound.key,
      JSON.stringify(inbound),
      now,
      now,
      day,
      isWritten ? before + 1 : before,
      isWritten ? inbound.channel : null,
    );
    return cursor.toArray().length > 0;
  }

  /** A person's message opens the window again: held replies are sent before the answer to it. */
  releaseHeld(now: number): void {
    this.#sql.exec(
      "UPDATE outbox SET state = 'pending', attempts = 0, next_at = ? WHERE state = 'held'",
      now,
    );
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
    return { seq, attempts, inbound: parseInbound(row.inbound), wasParked: row.parked_at !== null };
  }

  /** True where a later message waits for its turn. */
  hasNewerThan(seq: number): boolean {
    return (
      this.#sql.exec("SELECT 1 FROM inbox WHERE state = 'pending' AND seq > ? LIMIT 1", seq).toArray()
        .length > 0
    );
  }

  /**
   * The part to send now; null where none may be.
   * @param inFlight parts that are being sent at this moment
   */
  nextPart(now: number, inFlight: ReadonlySet<number> = NONE): PendingPart | null {
    const [first] = startable(this.#waiting(), inFlight, now);
    return first === undefined ? null : this.#partOf(first.seq);
  }

  /** All parts not sent yet, in the order of age. */
  #waiting(): readonly WaitingPart[] {
    return this.#sql
      .exec<{ seq: number; rank: number; queue: string; next_at: number }>(
        `SELECT seq, rank, queue, next_at FROM outbox WHERE state = 'pending'
         ORDER BY coalesce(divided_from, seq), seq`,
      )
      .toArray()
      .map(({ next_at: nextAt, ...part }) => ({ ...part, nextAt }));
  }

  #partOf(seq: number): PendingPart {
    const { created_at, parked_at, marks, ...part } = this.#sql
      .exec<PartRow>(
        `SELECT seq, channel, chat, body, marks, attempts, created_at, parked_at, rank, queue
         FROM outbox WHERE seq = ?`,
        seq,
      )
      .one();
    return {
      ...part,
      marks: parseMarks(marks) ?? {},
      createdAt: created_at,
      wasParked: parked_at !== null,
    };
  }

  /** How many parts wait to be sent, and since when the oldest does. */
  unsent(): { readonly n: number; readonly since: number | null } {
    return this.#sql
      .exec<{ n: number; since: number | null }>(
        "SELECT count(*) AS n, min(created_at) AS since FROM outbox WHERE state = 'pending'",
      )
      .one();
  }

  /** Parts that an operator must look at. */
  parkedParts(): readonly Pick<PendingPart, "seq" | "marks">[] {
    return this.#sql
      .exec<{ seq: number; marks: string | null }>("SELECT seq, marks FROM outbox WHERE state = 'parked'")
      .toArray()
      .map(({ seq, marks }) => ({ seq, marks: parseMarks(marks) ?? {} }));
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
      this.#sql.exec("UPDATE inbox SET state = ?, inbound = '' WHERE seq = ?", state, seq);
      this.memory.setNumber("finished", seq);
    }
    this.memory.setSession(session);
    this.#queue(parts, now, seq);
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
    if (isNew) this.#queue(parts, now, null);
    return isNew;
  }

  #queue(parts: readonly OutgoingPart[], now: number, message: number | null): void {
    const silentUntil = this.memory.number("silentUntil");
    for (const part of parts) {
      const { marks = {} } = part;
      const place = placeOf({ ...part, marks }, message, this.#queueOf);
      const nextAt = isHurried(place) ? now : Math.max(now, silentUntil);
      this.#insert({ ...part, marks, ...place, createdAt: now }, { message, nextAt, dividedFrom: null });
    }
  }

  #insert(
    {
      channel,
      chat,
      body,
      marks,
      rank,
      queue,
      createdAt,
    }: Omit<PendingPart, "seq" | "attempts" | "wasParked">,
    rest: { readonly message: number | null; readonly nextAt: number; readonly dividedFrom: number | null },
  ): void {
    this.#sql.exec(
      `INSERT INTO outbox (channel, chat, body, marks, next_at, created_at, message, rank, queue, divided_from)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      channel,
      chat,
      body,
      Object.keys(marks).length === 0 ? null : JSON.stringify(marks),
      rest.nextAt,
      createdAt,
      rest.message,
      rank,
      queue,
      rest.dividedFrom,
    );
  }

  /** An earlier message waits again. */
  reopened(seq: number): void {
    this.memory.setNumber("finished", Math.min(this.memory.number("finished"), seq - 1));
  }

  /** Postpones a failed turn and counts the attempt. */
  postpone(seq: number, until: number): void {
    this.#sql.exec("UPDATE inbox SET attempts = attempts + 1, next_at = ? WHERE seq = ?", until, seq);
  }

  /** The part was sent. If it was about a report, only that is stored; else nothing. */
  sent(seq: number, marks: PartMarks = {}, messages: readonly string[] = []): void {
    this.#sql.exec("DELETE FROM outbox WHERE seq = ?", seq);
    this.memory.wasSent(marks, messages);
  }

  retry(seq: number, at: number, reason: string): void {
    this.#sql.exec(
      "UPDATE outbox SET attempts = attempts + 1, next_at = ?, reason = ? WHERE seq = ?",
      at,
      reason,
      seq,
    );
  }

  /** Nothing is sent here before a time, apart from what is urgent and wasn't tried yet. It is nobody's try. */
  wait(seq: number, until: number, reason: string): void {
    this.#sql.exec(
      `UPDATE outbox SET next_at = max(next_at, ?), reason = iif(seq = ?, ?, reason)
       WHERE state = 'pending' AND (seq = ? OR rank > 1 OR reason IS NOT NULL)`,
      until,
      seq,
      reason,
      seq,
    );
    this.memory.setNumber("silentUntil", until);
  }

  /** Puts parts in the place of one, with what it belongs to. */
  divide(part: PendingPart, into: readonly { readonly body: string; readonly marks: PartMarks }[]): void {
    const { message, divided_from: dividedFrom } = this.#sql
      .exec<{ message: number | null; divided_from: number | null }>(
        "SELECT message, divided_from FROM outbox WHERE seq = ?",
        part.seq,
      )
      .one();
    const rest = { message, nextAt: Date.now(), dividedFrom: dividedFrom ?? part.seq };
    for (const piece of into) this.#insert({ ...part, ...piece }, rest);
    this.#sql.exec("DELETE FROM outbox WHERE seq = ?", part.seq);
  }

  /** `held` is sent after the person's next message; `parked` waits for an operator. */
  setAside(seq: number, state: "held" | "parked", reason: string, at = Date.now()): void {
    this.#sql.exec(
      "UPDATE outbox SET state = ?, reason = ?, parked_at = ? WHERE seq = ?",
      state,
      reason,
      at,
      seq,
    );
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
  nextDue(inFlight: ReadonlySet<number> = NONE): number | null {
    const { due } = this.#sql
      .exec<{ due: number | null }>(
        `SELECT min(next_at) AS due FROM
           (SELECT next_at FROM inbox WHERE state = 'pending' AND seq > ? ORDER BY seq LIMIT 1)`,
        this.memory.number("finished"),
      )
      .one();
    const times = [
      due,
      nextStart(this.#waiting(), inFlight, Date.now()),
      this.memory.pause()?.at ?? null,
      this.memory.nextExpiry()?.at ?? null,
    ].filter((at) => at !== null);
    return times.length === 0 ? null : Math.min(...times);
  }

  counts(): WaitingCounts {
    return this.#sql
      .exec<{ waiting: number; outgoing: number; parked: number }>(
        `SELECT (SELECT count(*) FROM inbox WHERE state = 'pending') AS waiting,
                (SELECT count(*) FROM outbox WHERE state = 'pending') AS outgoing,
                (SELECT count(*) FROM outbox WHERE state IN ('held', 'parked'))
                + (SELECT count(*) FROM inbox WHERE state = 'parked') AS parked`,
      )
      .one();
  }

  /** The number and the day of the newest message; undefined where none came yet. */
  newest(): { readonly seq: number; readonly day: string } | undefined {
    return this.#sql
      .exec<{ seq: number; day: string }>("SELECT seq, day FROM inbox ORDER BY seq DESC LIMIT 1")
      .toArray()[0];
  }
}
