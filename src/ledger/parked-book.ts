import type { OpenParked } from "../messaging/counts.ts";
import type { ChannelName } from "../messaging/inbound.ts";
import { toHour } from "../platform/time.ts";

/** A parked message as a supervisor sees it: a number, no text and no name. */
export interface ParkedEntry extends OpenParked {
  readonly number: number;
  readonly conversation: string;
}

type Row = {
  number: number;
  conversation: string;
  message: string;
  channel: ChannelName;
  reason: string;
  parked_at: number;
};

/**
 * Parked messages in D1, numbered for supervisors. The conversation knows what is parked; this is only the list of it.
 * Every write may be repeated, and writes may come in another order than the events. Times are whole hours: within one
 * hour the last write counts, and the next sweep corrects it by what the conversation says.
 */
export class ParkedBook {
  readonly #db: D1Database;

  constructor(db: D1Database) {
    this.#db = db;
  }

  /** A message is parked. One that was resolved and is parked again is open again, with its old number. */
  async park(conversation: string, { message, channel, reason, at }: OpenParked): Promise<void> {
    await this.#db
      .prepare(
        `INSERT INTO parked_messages (conversation, message, channel, reason, parked_at, number)
         SELECT ?, ?, ?, ?, ?, coalesce(max(number), 0) + 1 FROM parked_messages WHERE true
         ON CONFLICT (conversation, message) DO UPDATE SET reason = excluded.reason, parked_at = excluded.parked_at,
           resolved_at = NULL
         WHERE excluded.parked_at >= coalesce(resolved_at, parked_at + 1)`,
      )
      .bind(conversation, message, channel, reason, toHour(at))
      .run();
  }

  /** A message is no longer parked. One that was parked again after `parkedAt` stays open. */
  async resolve(conversation: string, message: string, at: number, parkedAt = at): Promise<void> {
    await this.#db
      .prepare(
        `UPDATE parked_messages SET resolved_at = ?
         WHERE conversation = ? AND message = ? AND resolved_at IS NULL AND parked_at <= ?`,
      )
      .bind(toHour(at), conversation, message, toHour(parkedAt))
      .run();
  }

  /** The open ones, the oldest first. */
  async open(limit = -1): Promise<readonly ParkedEntry[]> {
    const { results } = await this.#db
      .prepare(
        `SELECT number, conversation, message, channel, reason, parked_at FROM parked_messages
         WHERE resolved_at IS NULL ORDER BY parked_at, number LIMIT ?`,
      )
      .bind(limit)
      .all<Row>();
    return results.map(entryOf);
  }

  /** Ids of the conversations with a message that couldn't be read, parked before then and still open. */
  async unreadBefore(at: number): Promise<readonly string[]> {
    const { results } = await this.#db
      .prepare(
        `SELECT DISTINCT conversation FROM parked_messages
         WHERE resolved_at IS NULL AND parked_at < ? AND message LIKE 'in-%'`,
      )
      .bind(at)
      .all<{ conversation: string }>();
    return results.map(({ conversation }) => conversation);
  }

  /** The message with this number, open or not; null where there was never one. */
  async byNumber(number: number): Promise<(ParkedEntry & { readonly isOpen: boolean }) | null> {
    const row = await this.#db
      .prepare(
        `SELECT number, conversation, message, channel, reason, parked_at, resolved_at
         FROM parked_messages WHERE number = ?`,
      )
      .bind(number)
      .first<Row & { resolved_at: number | null }>();
    return row === null ? null : { ...entryOf(row), isOpen: row.resolved_at === null };
  }

  /** How many were parked since the beginning of that hour and still are. */
  async newSince(at: number): Promise<number> {
    const row = await this.#db
      .prepare("SELECT count(*) AS n FROM parked_messages WHERE resolved_at IS NULL AND parked_at >= ?")
      .bind(toHour(at))
      .first<{ n: number }>();
    return row?.n ?? 0;
  }
}

function entryOf({ number, conversation, message, channel, reason, parked_at: at }: Row): ParkedEntry {
  return { number, conversation, message, channel, reason, at };
}
