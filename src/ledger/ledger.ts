import type { OpenParked } from "../messaging/counts.ts";
import type { ChannelName } from "../messaging/inbound.ts";
import { errorCode } from "../platform/errors.ts";
import { logEvent } from "../platform/log.ts";
import { ParkedBook } from "./parked-book.ts";

/**
 * The operator's book in D1: counts, active conversations, parked messages. No message text and no identity. A failed
 * write never stops a conversation: it is logged and the message is still answered.
 */
export class Ledger {
  readonly #db: D1Database;

  constructor(db: D1Database) {
    this.#db = db;
  }

  /** Adds to a day's counter, e.g. ("zalo", "bad_signature"); "knowledge" for counts without a messenger. */
  async count(day: string, channel: ChannelName | "knowledge", kind: string, n = 1): Promise<void> {
    await this.#try("count", () =>
      this.#db
        .prepare(
          `INSERT INTO daily_counts (day, channel, kind, n) VALUES (?, ?, ?, ?)
           ON CONFLICT (day, channel, kind) DO UPDATE SET n = n + excluded.n`,
        )
        .bind(day, channel, kind, n)
        .run(),
    );
  }

  /**
   * Remembers that a conversation was active, so that the sweep finds it; false where that failed.
   * @param round higher than any round that the conversation has reported as ended to a sweep
   * @param isPlain its object's name can be guessed from an account: it moves once keys are set
   */
  async markActive(
    day: string,
    conversation: string,
    round: number,
    { isPlain = false }: { readonly isPlain?: boolean } = {},
  ): Promise<boolean> {
    const db = this.#db;
    const mark = db
      .prepare(
        `INSERT INTO active_conversations (day, id, round, open) VALUES (?, ?, ?, 1)
         ON CONFLICT (day, id) DO UPDATE SET round = excluded.round, open = 1 WHERE excluded.round > round`,
      )
      .bind(day, conversation, round);
    const list = db.prepare("INSERT OR IGNORE INTO plain_conversations (id) VALUES (?)").bind(conversation);
    return this.#try("mark_active", () => (isPlain ? db.batch([list, mark]) : mark.run()));
  }

  /** Removes conversations with an ended round from the sweep's list; one that has begun another round stays. */
  async settle(over: readonly { readonly conversation: string; readonly round: number }[]): Promise<void> {
    if (over.length === 0) return;
    await this.#db
      .prepare(
        `UPDATE active_conversations SET open = 0 FROM json_each(?) AS said
         WHERE active_conversations.id = said.value ->> 'conversation' AND open = 1 AND round <= said.value ->> 'round'`,
      )
      .bind(JSON.stringify(over))
      .run();
  }

  /** Shows an operator that a message could not be delivered or understood. The next sweep corrects a failure. */
  async park(conversation: string, parked: OpenParked): Promise<void> {
    await this.#try("park", () => new ParkedBook(this.#db).park(conversation, parked));
  }

  /** A parked message was sent or closed. The next sweep corrects a failure. */
  async resolve(conversation: string, message: string, at: number): Promise<void> {
    await this.#try("resolve", () => new ParkedBook(this.#db).resolve(conversation, message, at));
  }

  /** Remembers a group's new id. */
  async noteMoved(from: string, to: string, at: number): Promise<void> {
    await this.#try("note_moved", () =>
      this.#db
        .prepare("INSERT OR IGNORE INTO moved_groups (new_id, old_id, moved_at) VALUES (?, ?, ?)")
        .bind(to, from, at)
        .run(),
    );
  }

  /** The id of a group in our data: its own, or the first one where it moved. */
  async originOf(group: string): Promise<string> {
    const row = await this.#db
      .prepare("SELECT old_id FROM moved_groups WHERE new_id = ?")
      .bind(group)
      .first<{ old_id: string }>();
    return row?.old_id ?? group;
  }

  /** The id that the messenger has for a group now: its own, or the newest one where it moved. */
  async presentIdOf(group: string): Promise<string> {
    const row = await this.#db
      .prepare("SELECT new_id FROM moved_groups WHERE old_id = ? ORDER BY moved_at DESC LIMIT 1")
      .bind(group)
      .first<{ new_id: string }>();
    return row?.new_id ?? group;
  }

  /** Ids of the conversations active since `day` that may still have something to do or to count. */
  async activeSince(day: string): Promise<string[]> {
    const { results } = await this.#db
      .prepare("SELECT DISTINCT id FROM active_conversations WHERE open = 1 AND day >= ?")
      .bind(day)
      .all<{ id: string }>();
    return results.map((row) => row.id);
  }

  /** Deletes activity older than `day`. */
  async forgetActivityBefore(day: string): Promise<void> {
    await this.#db.prepare("DELETE FROM active_conversations WHERE day < ?").bind(day).run();
  }

  /** A day's counters as "channel.kind" → n. */
  async countsOf(day: string): Promise<Record<string, number>> {
    const { results } = await this.#db
      .prepare("SELECT channel, kind, n FROM daily_counts WHERE day = ?")
      .bind(day)
      .all<{ channel: string; kind: string; n: number }>();
    return Object.fromEntries(results.map((row) => [`${row.channel}.${row.kind}`, row.n]));
  }

  async parkedCount(): Promise<number> {
    const row = await this.#db
      .prepare("SELECT count(*) AS n FROM parked_messages WHERE resolved_at IS NULL")
      .first<{ n: number }>();
    return row?.n ?? 0;
  }

  async #try(what: string, write: () => Promise<unknown>): Promise<boolean> {
    try {
      await write();
      return true;
    } catch (error) {
      logEvent("ledger_write_failed", { what, code: errorCode(error) });
      return false;
    }
  }
}
