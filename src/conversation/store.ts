import type { ChannelName, Inbound } from "../messaging/inbound.ts";
import { SEND_AFTER } from "./schedule.ts";
import type { Session } from "./session.ts";

/** A message waiting for its turn. */
export interface PendingMessage {
  readonly seq: number;
  readonly inbound: Inbound;
  readonly attempts: number;
  readonly receivedAt: number;
}

/** One part of a reply waiting to go out. */
export interface PendingPart {
  readonly seq: number;
  readonly channel: ChannelName;
  readonly chat: string;
  readonly body: string;
  readonly attempts: number;
  readonly createdAt: number;
}

export interface OutgoingPart {
  readonly channel: ChannelName;
  readonly chat: string;
  readonly body: string;
}

/** How many messages and parts stand where. */
export interface StoreCounts {
  readonly waiting: number;
  readonly outgoing: number;
  readonly parked: number;
}

type PartRow = {
  seq: number;
  channel: ChannelName;
  chat: string;
  body: string;
  attempts: number;
  next_at: number;
  created_at: number;
};

const SCHEMA = `
CREATE TABLE IF NOT EXISTS inbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  -- Emptied when the turn is done: what remains is the tombstone against redelivery.
  inbound TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'answered', 'ignored', 'parked')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL,
  received_at INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS inbox_pending ON inbox (seq) WHERE state = 'pending';
CREATE TABLE IF NOT EXISTS outbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  channel TEXT NOT NULL,
  chat TEXT NOT NULL,
  body TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'held', 'parked')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL,
  reason TEXT,
  created_at INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`;

/** Tombstones outlive every platform's redelivery (Telegram 24 h, Zalo hours) by far. */
const TOMBSTONE_DAYS = 30;

/**
 * The durable rows of one chat. Every method is synchronous: what it writes without an `await` between commits as one.
 */
export class ConversationStore {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    this.#sql.exec(SCHEMA);
  }

  /** Writes the message down; false where its key was seen before. The row is the deduplication. */
  journal(inbound: Inbound, now: number): boolean {
    const cursor = this.#sql.exec(
      "INSERT OR IGNORE INTO inbox (key, inbound, next_at, received_at) VALUES (?, ?, ?, ?) RETURNING seq",
      inbound.key,
      JSON.stringify(inbound),
      now,
      now,
    );
    if (cursor.toArray().length === 0) return false;
    this.#sql.exec("UPDATE outbox SET state = 'pending', next_at = ? WHERE state = 'held'", now + SEND_AFTER);
    return true;
  }

  /** The oldest message without a finished turn, if its time has come. Order is strict: none overtakes it. */
  nextMessage(now: number): PendingMessage | null {
    const row = this.#sql
      .exec<{ seq: number; inbound: string; attempts: number; next_at: number; received_at: number }>(
        "SELECT seq, inbound, attempts, next_at, received_at FROM inbox WHERE state = 'pending' ORDER BY seq LIMIT 1",
      )
      .toArray()[0];
    if (row === undefined || row.next_at > now) return null;
    return {
      seq: row.seq,
      inbound: JSON.parse(row.inbound) as Inbound,
      attempts: row.attempts,
      receivedAt: row.received_at,
    };
  }

  /** The oldest part not sent yet, if its time has come. */
  nextPart(now: number): PendingPart | null {
    const row = this.#sql
      .exec<PartRow>(
        "SELECT seq, channel, chat, body, attempts, next_at, created_at FROM outbox WHERE state = 'pending' ORDER BY seq LIMIT 1",
      )
      .toArray()[0];
    if (row === undefined || row.next_at > now) return null;
    const { seq, channel, chat, body, attempts, created_at: createdAt } = row;
    return { seq, channel, chat, body, attempts, createdAt };
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
    this.#sql.exec("UPDATE inbox SET state = ?, inbound = '' WHERE seq = ?", state, seq);
    this.#write("session", JSON.stringify(session));
    for (const part of parts) {
      this.#sql.exec(
        "INSERT INTO outbox (channel, chat, body, next_at, created_at) VALUES (?, ?, ?, ?, ?)",
        part.channel,
        part.chat,
        part.body,
        dueAt,
        now,
      );
    }
  }

  /** Puts a failed turn off; the attempt is counted. */
  postpone(seq: number, until: number): void {
    this.#sql.exec("UPDATE inbox SET attempts = attempts + 1, next_at = ? WHERE seq = ?", until, seq);
  }

  /** The part went out: nothing of it is kept. */
  sent(seq: number): void {
    this.#sql.exec("DELETE FROM outbox WHERE seq = ?", seq);
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
  setAside(seq: number, state: "held" | "parked", reason: string): void {
    this.#sql.exec("UPDATE outbox SET state = ?, reason = ? WHERE seq = ?", state, reason, seq);
  }

  session(): Session {
    const value = this.read("session");
    return value === null ? {} : (JSON.parse(value) as Session);
  }

  read(name: string): string | null {
    const row = this.#sql.exec<{ value: string }>("SELECT value FROM meta WHERE name = ?", name).toArray()[0];
    return row?.value ?? null;
  }

  /** Remembers that this chat was seen on `day`; false where it was known already. Old tombstones go with the new day. */
  firstOf(day: string, now: number): boolean {
    if (this.read("day") === day) return false;
    this.#write("day", day);
    this.#sql.exec(
      "DELETE FROM inbox WHERE state IN ('answered', 'ignored') AND received_at < ?",
      now - TOMBSTONE_DAYS * 86_400_000,
    );
    return true;
  }

  /** When there is something to do next, in milliseconds since the epoch; null where all is done. */
  nextDue(): number | null {
    const row = this.#sql
      .exec<{ due: number | null }>(
        `SELECT min(next_at) AS due FROM (
           SELECT * FROM (SELECT next_at FROM inbox WHERE state = 'pending' ORDER BY seq LIMIT 1)
           UNION ALL SELECT * FROM (SELECT next_at FROM outbox WHERE state = 'pending' ORDER BY seq LIMIT 1))`,
      )
      .one();
    return row.due;
  }

  counts(): StoreCounts {
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
    this.#sql.exec(
      "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      name,
      value,
    );
  }
}
