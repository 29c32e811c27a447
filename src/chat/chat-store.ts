import { localDay } from "../language/dates.ts";
import type { WaitingCounts } from "../messaging/chats.ts";
import type { ChannelName, Inbound } from "../messaging/inbound.ts";
import { KEPT_FOR } from "../platform/retention.ts";
import type { Asked } from "../turn/feature.ts";
import type { Session } from "../turn/session.ts";
import { prepareInbox, prepareRest } from "./chat-schema.ts";
import { Notes } from "./key-values.ts";

/** A message waiting for its turn. */
export interface PendingMessage {
  readonly seq: number;
  readonly inbound: Inbound;
  readonly attempts: number;
  readonly receivedAt: number;
  /** It had been set aside once: an operator's book has it. */
  readonly wasParked: boolean;
}

/** What a part belongs to, beside its words. See `Reply`. */
export interface PartMarks {
  readonly about?: string;
  readonly slot?: string;
  readonly topic?: string;
  readonly thread?: string;
  /** The key of the delivery that brought it, where it is no answer to a message of this chat. */
  readonly delivery?: string;
  /** It answers a danger: nothing else goes before it. */
  readonly urgent?: true;
}

export interface OutgoingPart {
  readonly channel: ChannelName;
  readonly chat: string;
  readonly body: string;
  readonly marks?: PartMarks;
}

/** One part of a reply waiting to go out. */
export interface PendingPart extends OutgoingPart {
  readonly seq: number;
  readonly marks: PartMarks;
  readonly attempts: number;
  readonly createdAt: number;
  /** It had been set aside once: an operator's book has it. */
  readonly wasParked: boolean;
}

/** A time at which a chat is to be taken up again though nobody wrote. */
export interface Pause {
  readonly at: number;
  readonly inbound: Inbound;
}

/** How many messages and parts stand where. */
type PartRow = {
  seq: number;
  channel: ChannelName;
  chat: string;
  body: string;
  marks: string | null;
  attempts: number;
  next_at: number;
  created_at: number;
  parked_at: number | null;
};

/**
 * The durable rows of one chat. Every method is synchronous: what it writes without an `await` between commits as one.
 */
export class ConversationStore {
  readonly #sql: SqlStorage;
  readonly #notes: Notes;
  #isWhole = false;

  constructor(sql: SqlStorage) {
    prepareInbox(sql);
    this.#sql = sql;
    this.#notes = new Notes(sql);
  }

  /** To be called before anything but `journal`: the acknowledgement of a new chat doesn't wait for its other tables. */
  makeWhole(): this {
    if (!this.#isWhole) prepareRest(this.#sql);
    this.#isWhole = true;
    return this;
  }

  /** Writes the message down; false where its key was seen before. The row is the deduplication. */
  journal(inbound: Inbound, now: number): boolean {
    const isWritten = inbound.content.kind !== "pause";
    const last = this.#sql
      .exec<{ day: string; nth: number }>("SELECT day, nth FROM inbox ORDER BY seq DESC LIMIT 1")
      .toArray()[0];
    const today = localDay(now);
    // The clock may step back over midnight: the message then belongs to the later day, which goes on counting.
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

  /** A person's word opens the window again: what was held goes out, before the answer to it. */
  releaseHeld(dueAt: number): void {
    this.#sql.exec("UPDATE outbox SET state = 'pending', next_at = ? WHERE state = 'held'", dueAt);
  }

  /** The oldest message without a finished turn, if its time has come. Order is strict: none overtakes it. */
  nextMessage(now: number): PendingMessage | null {
    const row = this.#sql
      .exec<{
        seq: number;
        inbound: string;
        attempts: number;
        next_at: number;
        received_at: number;
        parked_at: number | null;
      }>(
        `SELECT seq, inbound, attempts, next_at, received_at, parked_at FROM inbox
         WHERE state = 'pending' AND seq > ? ORDER BY seq LIMIT 1`,
        this.#finished(),
      )
      .toArray()[0];
    if (row === undefined || row.next_at > now) return null;
    return {
      seq: row.seq,
      inbound: JSON.parse(row.inbound) as Inbound,
      attempts: row.attempts,
      receivedAt: row.received_at,
      wasParked: row.parked_at !== null,
    };
  }

  /** True where a message that came after this one waits for its turn. */
  hasNewerThan(seq: number): boolean {
    return (
      this.#sql.exec("SELECT 1 FROM inbox WHERE state = 'pending' AND seq > ? LIMIT 1", seq).toArray()
        .length > 0
    );
  }

  /** The oldest part not sent yet, if its time has come. */
  nextPart(now: number): PendingPart | null {
    const row = this.#sql
      .exec<PartRow>(
        "SELECT seq, channel, chat, body, marks, attempts, next_at, created_at, parked_at FROM outbox WHERE state = 'pending' ORDER BY seq LIMIT 1",
      )
      .toArray()[0];
    if (row === undefined || row.next_at > now) return null;
    const { seq, channel, chat, body, attempts, created_at: createdAt } = row;
    const marks = row.marks === null ? {} : (JSON.parse(row.marks) as PartMarks);
    return { seq, channel, chat, body, marks, attempts, createdAt, wasParked: row.parked_at !== null };
  }

  /** Ends a message's turn: its outcome, the next session and what is to be sent from `dueAt` on, in one write. */
  commit(
    seq: number,
    state: "answered" | "ignored" | "parked",
    session: Session,
    parts: readonly OutgoingPart[],
    now: number,
    dueAt = now,
  ): void {
    if (state === "parked")
      this.#sql.exec("UPDATE inbox SET state = ?, parked_at = ? WHERE seq = ?", state, now, seq);
    else this.#sql.exec("UPDATE inbox SET state = ?, inbound = '' WHERE seq = ?", state, seq);
    this.#write("finished", String(seq));
    this.#write("session", JSON.stringify(session));
    this.#queue(parts, now, dueAt, seq);
  }

  /** Takes what another chat wants said here; false where the key was taken before. */
  deliver(key: string, parts: readonly OutgoingPart[], now: number): boolean {
    const isNew = this.#notes.add("delivery", key, now);
    if (isNew) this.#queue(parts, now, now, null);
    return isNew;
  }

  #queue(parts: readonly OutgoingPart[], now: number, dueAt: number, message: number | null): void {
    for (const { channel, chat, body, marks = {} } of parts) {
      this.#sql.exec(
        "INSERT INTO outbox (channel, chat, body, marks, next_at, created_at, message) VALUES (?, ?, ?, ?, ?, ?, ?)",
        channel,
        chat,
        body,
        Object.keys(marks).length === 0 ? null : JSON.stringify(marks),
        dueAt,
        now,
        message,
      );
    }
  }

  /** A message of before waits again. */
  reopened(seq: number): void {
    this.#write("finished", String(Math.min(this.#finished(), seq - 1)));
  }

  /** Puts a failed turn off; the attempt is counted. */
  postpone(seq: number, until: number): void {
    this.#sql.exec("UPDATE inbox SET attempts = attempts + 1, next_at = ? WHERE seq = ?", until, seq);
  }

  /** The part went out: of it only what it was about is kept, where it was about a report. */
  sent(seq: number, { about, slot }: PartMarks = {}, messages: readonly string[] = []): void {
    this.#sql.exec("DELETE FROM outbox WHERE seq = ?", seq);
    for (const message of messages) {
      if (about !== undefined) this.#notes.write("about", message, about);
      if (slot !== undefined) this.#notes.write("slot", slot, message);
    }
  }

  /** The id that this chat has now, where it isn't the one it began with. */
  movedTo(): string | null {
    return this.read("moved_to");
  }

  /** The chat has a new id, in which our messages have new numbers. */
  setMoved(newId: string): void {
    this.#write("moved_to", newId);
    this.#notes.forgetAll("slot", "about", "topic");
  }

  /** The report that one of our messages was about. */
  aboutOf(message: string): string | undefined {
    return this.#notes.read("about", message) ?? undefined;
  }

  /** Our message that stands in a slot. */
  messageIn(slot: string): string | undefined {
    return this.#notes.read("slot", slot) ?? undefined;
  }

  /** A report's topic: null where it is known to have none, undefined where nobody asked yet. */
  threadOf(code: string): string | null | undefined {
    const thread = this.#notes.read("topic", code);
    return thread === null ? undefined : thread || null;
  }

  keepThread(code: string, thread: string | null): void {
    this.#notes.write("topic", code, thread ?? "");
  }

  retry(seq: number, at: number, reason: string): void {
    this.#sql.exec(
      "UPDATE outbox SET attempts = attempts + 1, next_at = ?, reason = ? WHERE seq = ?",
      at,
      reason,
      seq,
    );
  }

  /** `held` goes out with the person's next word; `parked` waits for an operator. */
  setAside(seq: number, state: "held" | "parked", reason: string, at = Date.now()): void {
    this.#sql.exec(
      "UPDATE outbox SET state = ?, reason = ?, parked_at = ? WHERE seq = ?",
      state,
      reason,
      at,
      seq,
    );
  }

  session(): Session {
    const value = this.read("session");
    return value === null ? {} : (JSON.parse(value) as Session);
  }

  read(name: string): string | null {
    return this.#notes.read("meta", name);
  }

  /** True where the operator's book knows that this chat was active on `day`, since it last told a sweep that it's done. */
  isMarked(day: string): boolean {
    return this.read("day") === day && this.read("marked") === String(this.round());
  }

  /** True where the operator's book doesn't know of the newest message's day, or nothing that came since the last round. */
  isUnmarked(): boolean {
    const row = this.#sql
      .exec<{ seq: number; day: string }>("SELECT seq, day FROM inbox ORDER BY seq DESC LIMIT 1")
      .toArray()[0];
    if (row === undefined) return false;
    if (row.day > (this.read("day") ?? "")) return true;
    return row.seq > Number(this.read("settled") ?? 0) && this.read("marked") !== String(this.round());
  }

  /** How often this chat has told a sweep that nothing of it waits. */
  round(): number {
    return Number(this.read("round") ?? 0);
  }

  /**
   * Ends the round where nothing waits, for us or for an operator, and returns its number; null where something does.
   * The next word begins another.
   */
  settle(): number | null {
    if (this.nextDue() !== null || this.counts().parked > 0 || this.isUnmarked()) return null;
    const round = this.round();
    const last = this.#sql.exec<{ seq: number | null }>("SELECT max(seq) AS seq FROM inbox").one().seq ?? 0;
    this.#write("round", String(round + 1));
    this.#write("settled", String(last));
    return round;
  }

  /** Remembers that the book has this chat on its list for `day`. Old tombstones go with a new day. */
  marked(day: string, round: number, now: number): void {
    this.#write("marked", String(round));
    if (this.read("day") === day) return;
    this.#write("day", day);
    const before = now - KEPT_FOR.messages;
    this.#sql.exec(
      // The newest stays: the numbers go on from it.
      `DELETE FROM inbox WHERE state IN ('answered', 'ignored') AND day < ? AND received_at < ?
       AND seq < (SELECT max(seq) FROM inbox)`,
      localDay(before),
      before,
    );
    this.#notes.forgetBefore("delivery", before);
  }

  /** The last question that a handler asked the person of this chat. */
  asked(): Asked | undefined {
    const value = this.read("asked");
    return value === null ? undefined : (JSON.parse(value) as Asked);
  }

  setAsked(asked: Asked): void {
    this.#write("asked", JSON.stringify(asked));
  }

  /** The session's wish to be woken, with what is needed to speak unasked; null where it has none. */
  pause(): Pause | null {
    const value = this.read("pause");
    return value === null || value === "" ? null : (JSON.parse(value) as Pause);
  }

  setPause(pause: Pause | null): void {
    const value = pause === null ? "" : JSON.stringify(pause);
    if ((this.read("pause") ?? "") !== value) this.#write("pause", value);
  }

  /** When there is something to do next, in milliseconds since the epoch; null where all is done. */
  nextDue(): number | null {
    const row = this.#sql
      .exec<{ due: number | null }>(
        `SELECT min(next_at) AS due FROM (
           SELECT * FROM (SELECT next_at FROM inbox WHERE state = 'pending' AND seq > ? ORDER BY seq LIMIT 1)
           UNION ALL SELECT * FROM (SELECT next_at FROM outbox WHERE state = 'pending' ORDER BY seq LIMIT 1))`,
        this.#finished(),
      )
      .one();
    const pause = this.pause()?.at;
    return pause === undefined ? row.due : Math.min(pause, row.due ?? pause);
  }

  /** No message up to this one waits: stands in for an index of those that do. */
  #finished(): number {
    return Number(this.read("finished") ?? 0);
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

  #write(name: string, value: string): void {
    this.#notes.write("meta", name, value);
  }
}
