import { z } from "zod";
import { type Reply, text } from "../../messaging/reply.ts";
import type { KeyRing } from "../../platform/crypto/key-ring.ts";
import { errorCode } from "../../platform/errors.ts";
import { logEvent } from "../../platform/log.ts";
import { DAY, toMinute } from "../../platform/time.ts";
import type { Condition } from "./audit.ts";

/** Words for supervisors, with buttons where something can be done about it. */
const Words = z.object({
  paragraphs: z.array(z.string()),
  buttons: z.array(z.object({ label: z.string(), payload: z.string() })).optional(),
});

export type NoticeWords = Readonly<z.infer<typeof Words>>;

export interface Notice {
  /** The same key is told once. */
  readonly key: string;
  readonly words: NoticeWords;
  readonly at: number;
  /** Who did it: they get their answer in their own chat, and all other supervisors get this. */
  readonly actor?: string;
  /** The only one who gets it; absent = all supervisors. */
  readonly recipient?: string;
}

/** Sends a message to a private Telegram chat; the same key is sent once. Throws where that chat couldn't store it. */
export type Tell = (chat: string, key: string, reply: Reply) => Promise<void>;

interface NoticeRow {
  readonly id: number;
  readonly key: string;
  readonly recipient: string | null;
  readonly actor: string | null;
  readonly body: string;
}

const AT_ONCE = 50;
/** Long after the last repetition of a turn. */
const KEPT = 30 * DAY;
const UNSEALED = "{";

/**
 * What supervisors have to be told of each other: stored in the same transaction as what it tells of, then carried to
 * each one's chat; what didn't get there is carried again.
 */
export class OfficialNotices {
  readonly #db: D1Database;
  readonly #ring: KeyRing | undefined;

  constructor(db: D1Database, ring?: KeyRing) {
    this.#db = db;
    this.#ring = ring;
  }

  /**
   * Stores a notice.
   * @param when the notice is only stored where it holds
   */
  statement({ key, words, at, actor, recipient }: Notice, when?: Condition): D1PreparedStatement {
    const json = JSON.stringify(words);
    return this.#db
      .prepare(
        `INSERT OR IGNORE INTO official_notices (key, recipient, actor, body, made_at)
         SELECT ?, ?, ?, ?, ? WHERE ${when?.sql ?? "1"}`,
      )
      .bind(
        key,
        recipient ?? null,
        actor ?? null,
        this.#ring?.sealNow(json, bindingOf(key)) ?? json,
        toMinute(at),
        ...(when?.values ?? []),
      );
  }

  /**
   * Carries what waits, in its order. Of too many at once it takes the newest: so those that one chat can't take hold
   * up nothing that comes after them. Never throws: the next run carries the rest.
   */
  async carry(supervisors: () => Promise<readonly string[]>, tell: Tell, now: number): Promise<void> {
    try {
      const rows = await this.#waiting();
      if (rows.length === 0) return;
      const all = await supervisors();
      for (const row of rows) await this.#carryOne(row, all, tell, now);
    } catch (error) {
      logEvent("officials_not_told", { code: errorCode(error) });
    }
  }

  /** True where a notice with this key was stored, told or not. */
  async has(key: string): Promise<boolean> {
    const row = await this.#db.prepare("SELECT 1 AS n FROM official_notices WHERE key = ?").bind(key).first();
    return row !== null;
  }

  /** Deletes notices that were told long ago. */
  async expire(now: number): Promise<void> {
    await this.#db
      .prepare("DELETE FROM official_notices WHERE told_at < ?")
      .bind(now - KEPT)
      .run();
  }

  async #waiting(): Promise<readonly NoticeRow[]> {
    const { results } = await this.#db
      .prepare(
        `SELECT * FROM (
           SELECT id, key, recipient, actor, body FROM official_notices WHERE told_at IS NULL ORDER BY id DESC LIMIT ?
         ) ORDER BY id`,
      )
      .bind(AT_ONCE)
      .all<NoticeRow>();
    return results;
  }

  async #carryOne(row: NoticeRow, supervisors: readonly string[], tell: Tell, now: number): Promise<void> {
    try {
      const reply = this.#replyOf(row);
      const to = row.recipient === null ? supervisors.filter((id) => id !== row.actor) : [row.recipient];
      const told = await Promise.allSettled(to.map((chat) => tell(chat, `notice:${row.key}`, reply)));
      const failed = told.find((outcome) => outcome.status === "rejected");
      if (failed !== undefined) throw failed.reason;
      await this.#db
        .prepare("UPDATE official_notices SET told_at = ?, body = '' WHERE id = ? AND told_at IS NULL")
        .bind(toMinute(now), row.id)
        .run();
    } catch (error) {
      logEvent("officials_not_told", { code: errorCode(error) });
    }
  }

  #replyOf({ key, body }: NoticeRow): Reply {
    const json = body.startsWith(UNSEALED) ? body : this.#ring?.openNow(body, bindingOf(key));
    const { paragraphs, buttons } = Words.parse(JSON.parse(json ?? ""));
    return { blocks: paragraphs.map(text), ...(buttons !== undefined && { buttons }) };
  }
}

const bindingOf = (key: string): string => `official_notices/${key}`;
