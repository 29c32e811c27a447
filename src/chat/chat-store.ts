import { localDay } from "../language/dates.ts";
import type { WaitingCounts } from "../messaging/chats.ts";
import type { ChannelName, Inbound } from "../messaging/inbound.ts";
import { HOUR } from "../platform/time.ts";
import type { Session } from "../turn/session.ts";
import { ChatMemory } from "./chat-memory.ts";
import type { ChatSeal } from "./chat-seal.ts";
import { countPartsFrom, lastPartOf, renewTables } from "./renew-tables.ts";
import { isHurried, nextStart, type Place, placeOf, startable, type WaitingPart } from "./send-order.ts";
import type { HandedOver, Numbers, OutgoingPart, PartState, StoredMessage } from "./stored-rows.ts";
import { type PartMarks, parseInbound, parseMarks, parsePart } from "./stored-shapes.ts";

export type { OutgoingPart } from "./stored-rows.ts";

/** A message waiting for its turn. */
export interface PendingMessage {
  readonly seq: number;
  /** Null where the stored message can't be read: it is of an earlier release, or damaged. */
  readonly inbound: Inbound | null;
  readonly attempts: number;
  /** It had been set aside once: an operator's book has it. */
  readonly wasParked: boolean;
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

/** Why a part was set aside that couldn't be opened. */
const UNREADABLE_PART = "unreadable_part";

/** What stays of an answered message needs no exact time: it would tell which report the chat sent. */
const atRest = (message: StoredMessage): StoredMessage =>
  message.state === "answered" || message.state === "ignored"
    ? { ...message, nextAt: 0, receivedAt: message.receivedAt - (message.receivedAt % HOUR) }
    : message;

const PART = "seq, channel, chat, body, marks, attempts, created_at, parked_at, rank, queue";

const asPending = (
  { seq, attempts, rank, queue, created_at: createdAt, parked_at: parkedAt }: PartRow,
  part: OutgoingPart & { readonly marks: PartMarks },
): PendingPart => ({ ...part, seq, attempts, rank, queue, createdAt, wasParked: parkedAt !== null });

const messagePlace = (seq: number): string => `inbox/${seq}`;
const partPlace = (seq: number): string => `outbox/${seq}`;

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
  readonly #seal: ChatSeal;

  constructor(sql: SqlStorage, seal: ChatSeal) {
    this.#sql = sql;
    this.#seal = seal;
    this.memory = new ChatMemory(sql, seal);
  }

  /** Stores the message; false where its key was seen before. The row itself prevents duplicates. */
  journal(inbound: Inbound, now: number): boolean {
    const isWritten = inbound.content.kind !== "pause";
    const last = this.newest();
    const today = localDay(now);
    // The clock may go back over midnight: then the message counts for the later day.
    const day = last !== undefined && last.day > today ? last.day : today;
    const before = last?.day === day ? last.nth : 0;
    return this.#insertMessage({
      seq: (last?.seq ?? 0) + 1,
      key: inbound.key,
      inbound: JSON.stringify(inbound),
      state: "pending",
      attempts: 0,
      nextAt: now,
      receivedAt: now,
      day,
      nth: isWritten ? before + 1 : before,
      channel: isWritten ? inbound.channel : null,
      parkedAt: null,
    });
  }

  /** @returns false where its key is known */
  #insertMessage(message: StoredMessage): boolean {
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
    const inbound = parseInbound(this.#seal.tryOpen(row.inbound, messagePlace(seq)));
    return { seq, attempts, inbound, wasParked: row.parked_at !== null };
  }

  /** True where a later message waits for its turn. */
  hasNewerThan(seq: number): boolean {
    return (
      this.#sql.exec("SELECT 1 FROM inbox WHERE state = 'pending' AND seq > ? LIMIT 1", seq).toArray()
        .length > 0
    );
  }

  /**
   * The part to send now; null where none may be. One that can't be opened waits for an operator.
   * @param inFlight parts that are being sent at this moment
   */
  nextPart(now: number, inFlight: ReadonlySet<number> = NONE): PendingPart | null {
    for (;;) {
      const [first] = startable(this.#waiting(), inFlight, now);
      if (first === undefined) return null;
      const row = this.#sql.exec<PartRow>(`SELECT ${PART} FROM outbox WHERE seq = ?`, first.seq).one();
      const part = this.#openPart(row);
      if (part !== null) return asPending(row, part);
      this.setAside(first.seq, "parked", UNREADABLE_PART, now);
    }
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
    return this.waitingParts().filter(({ state }) => state === "parked");
  }

  /** Null where it can't be opened: its key is missing, or it was changed. */
  #openPart({ seq, channel, chat, body, marks }: PartRow): (OutgoingPart & { marks: PartMarks }) | null {
    if (!this.#seal.isOn && chat !== "") return { channel, chat, body, marks: parseMarks(marks) ?? {} };
    const part = parsePart(this.#seal.tryOpen(body, partPlace(seq)));
    return part === null ? null : { channel, ...part };
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
      this.#sql.exec(
        // As `atRest` has it.
        `UPDATE inbox SET state = ?, inbound = '', next_at = 0, received_at = received_at - received_at % ${HOUR}
         WHERE seq = ?`,
        state,
        seq,
      );
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
      const place = placeOf({ ...part, marks }, message, (code) => this.#seal.names(code, "queue")[0]);
      this.#insertPart(part, {
        ...place,
        state: "pending",
        attempts: 0,
        nextAt: isHurried(place) ? now : Math.max(now, silentUntil),
        reason: null,
        createdAt: now,
        message,
        parkedAt: null,
        dividedFrom: null,
      });
    }
  }

  /** A sealed part is bound to its number, so it gets the number first. */
  #insertPart({ channel, chat, body, marks = {} }: OutgoingPart, row: PartState, number?: number): void {
    const { isOn } = this.#seal;
    const { seq } = this.#sql
      .exec<{ seq: number }>(
        `INSERT INTO outbox
           (seq, channel, chat, body, marks, state, attempts, next_at, reason, created_at, message, parked_at,
            rank, queue, divided_from)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING seq`,
        number ?? null,
        channel,
        isOn ? "" : chat,
        isOn ? "" : body,
        isOn || Object.keys(marks).length === 0 ? null : JSON.stringify(marks),
        row.state,
        row.attempts,
        row.nextAt,
        row.reason,
        row.createdAt,
        row.message,
        row.parkedAt,
        row.rank,
        row.queue,
        row.dividedFrom,
      )
      .one();
    if (!isOn) return;
    const sealed = this.#seal.seal(JSON.stringify({ chat, body, marks }), partPlace(seq));
    this.#sql.exec("UPDATE outbox SET body = ? WHERE seq = ?", sealed, seq);
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
      this.#insertMessage({ ...atRest(message), seq, day, nth });
      last = { seq, day, nth };
      before = message;
    }
    for (const { seq, part, row } of parts) {
      const message = row.message === null ? null : row.message + grown.messages;
      const dividedFrom = row.dividedFrom === null ? null : row.dividedFrom + grown.parts;
      const { marks = {} } = part;
      const place = placeOf({ ...part, marks }, message, (code) => this.#seal.names(code, "queue")[0]);
      this.#insertPart(part, { ...row, ...place, message, dividedFrom }, seq + grown.parts);
    }
    countPartsFrom(this.#sql, lastPart + grown.parts);
    this.memory.takeOver(from, notes, grown);
    return grown;
  }

  /** Forgets everything about a report that was erased; what waited to be said of it isn't said any more. */
  forgetCase(code: string, { empties }: { readonly empties: boolean }): void {
    this.memory.forgetCase(code);
    for (const { seq, marks, message } of this.waitingParts())
      if (marks.about === code) this.dropPart(seq, message);
    if (empties) renewTables(this.#sql);
  }

  /** Every part that waits, is held or set aside, and can be opened. */
  waitingParts(): readonly (PendingPart & Pick<PartState, "message" | "state">)[] {
    return this.#sql
      .exec<PartRow & { message: number | null; state: PartState["state"] }>(
        `SELECT ${PART}, message, state FROM outbox ORDER BY seq`,
      )
      .toArray()
      .flatMap(({ message, state, ...row }) => {
        const part = this.#openPart(row);
        return part === null ? [] : [{ ...asPending(row, part), message, state }];
      });
  }

  /** A part is never sent: the message that it answers counts as ignored. */
  dropPart(seq: number, message: number | null): void {
    this.#sql.exec("DELETE FROM outbox WHERE seq = ?", seq);
    this.#sql.exec("UPDATE inbox SET state = 'ignored' WHERE seq = ? AND state = 'answered'", message);
  }

  /**
   * The person of this chat had their data erased: nothing stays but the session, what is still to be said, keyed hashes
   * and counts, and what belongs to cases that are still open.
   * @param open codes of the cases that are handled to their end
   */
  erase(open: readonly string[]): void {
    for (const { seq, marks, message, state } of this.waitingParts())
      if (state === "parked" || (marks.about !== undefined && !open.includes(marks.about)))
        this.dropPart(seq, message);
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

  /**
   * The part was sent. If it was about a report, only that is stored; else nothing. Where the report was erased while the
   * part was on its way, the part is gone and nothing is stored.
   */
  sent(seq: number, marks: PartMarks = {}, messages: readonly string[] = []): void {
    const waited = this.#sql.exec("DELETE FROM outbox WHERE seq = ? RETURNING seq", seq).toArray();
    if (waited.length > 0) this.memory.wasSent(marks, messages);
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

  /** Puts parts in the place of one, with what it belongs to; nothing where the part's report was erased meanwhile. */
  divide(part: PendingPart, into: readonly { readonly body: string; readonly marks: PartMarks }[]): void {
    const [whole] = this.#sql
      .exec<{ message: number | null; divided_from: number | null }>(
        "DELETE FROM outbox WHERE seq = ? RETURNING message, divided_from",
        part.seq,
      )
      .toArray();
    if (whole === undefined) return;
    const { message, divided_from: dividedFrom } = whole;
    const { rank, queue, createdAt } = part;
    for (const piece of into)
      this.#insertPart(
        { ...part, ...piece },
        {
          rank,
          queue,
          createdAt,
          message,
          state: "pending",
          attempts: 0,
          nextAt: this.memory.number("silentUntil"),
          reason: null,
          parkedAt: null,
          dividedFrom: dividedFrom ?? part.seq,
        },
      );
  }

  /**
   * `held` is sent after the person's next message; `parked` waits for an operator.
   * @returns false where the part is gone, because its report was erased meanwhile
   */
  setAside(seq: number, state: "held" | "parked", reason: string, at = Date.now()): boolean {
    const found = this.#sql.exec(
      "UPDATE outbox SET state = ?, reason = ?, parked_at = ? WHERE seq = ? RETURNING seq",
      state,
      reason,
      at,
      seq,
    );
    return found.toArray().length > 0;
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

  /** The newest message's number, its day and its number on that day; undefined where none came yet. */
  newest(): { readonly seq: number; readonly day: string; readonly nth: number } | undefined {
    return this.#sql
      .exec<{ seq: number; day: string; nth: number }>(
        "SELECT seq, day, nth FROM inbox ORDER BY seq DESC LIMIT 1",
      )
      .toArray()[0];
  }
}
