import { normaliseTone } from "../../language/fold.ts";
import { syllables } from "../../language/syllables.ts";
import { type KeyRing, SealError } from "../../platform/crypto/key-ring.ts";
import { KEPT_FOR } from "../../platform/retention.ts";
import { DAY } from "../../platform/time.ts";
import type { AuditLog } from "../officials/audit.ts";

/** How long a question stays on the list, in days. */
export const LISTED_DAYS = 30;
/** Stored questions a day: somebody may fill the list with rubbish. */
const QUESTIONS_A_DAY = 2_000;
/** Questions that are read for the list, the most asked first. */
const READ = 600;

/** An unanswered question, summed over the listed days. */
export interface Unanswered {
  readonly id: string;
  /** Masked. */
  readonly words: string;
  readonly n: number;
  /** The last day on which it was asked, YYYY-MM-DD. */
  readonly lastDay: string;
}

interface Row extends Omit<Unanswered, "words"> {
  readonly words: string;
  readonly sealed: number;
}

/** The place of encrypted words: they can't be decrypted in another row. */
const binding = (day: string, id: string): string => `unanswered/words/${day}/${id}`;

/** Rows of an earlier release that one run of cron encrypts. */
const SEALED_AT_ONCE = 200;

/**
 * Unanswered questions in D1: masked words, a day and a count. No chat, no sender, no hour. With a key ring the words
 * are encrypted and found again by a keyed hash; without one they are readable.
 */
export class UnansweredQuestions {
  readonly #db: D1Database;
  readonly #audit: AuditLog;
  readonly #ring: KeyRing | undefined;

  constructor(db: D1Database, audit: AuditLog, ring?: KeyRing) {
    this.#db = db;
    this.#audit = audit;
    this.#ring = ring;
  }

  /** The same id for a question with other capitals and punctuation. Marks count: "bán pháo" isn't "bắn pháo". */
  async idOf(words: string): Promise<string> {
    return this.#hash(syllables(normaliseTone(words.toLowerCase())).join(" "));
  }

  /** The ticket of one message: counted once, and it doesn't tell whose it was. */
  async ticketOf(message: { channel: string; chat: string; key: string }): Promise<string> {
    return this.#hash(`${message.channel}:${message.chat}:${message.key}`);
  }

  async #hash(text: string): Promise<string> {
    return this.#ring === undefined
      ? shortHash(text)
      : (await this.#ring.lookupHash(`unanswered:${text}`)).slice(0, 22);
  }

  /** Counts a question once for each ticket: both statements succeed or neither does. */
  async note(question: {
    readonly words: string;
    readonly day: string;
    readonly ticket: string;
  }): Promise<void> {
    const { words, day, ticket } = question;
    const id = await this.idOf(words);
    const sealed = (await this.#ring?.seal(words, binding(day, id))) ?? null;
    await this.#db.batch([
      this.#db
        .prepare(
          `INSERT INTO unanswered (day, question, words, n, sealed)
           SELECT ?1, ?2, ?3, 1, ?5
           WHERE NOT EXISTS (SELECT 1 FROM unanswered_tickets WHERE ticket = ?4)
             AND (SELECT count(*) FROM unanswered WHERE day = ?1) < ${QUESTIONS_A_DAY}
           ON CONFLICT (day, question) DO UPDATE SET n = n + 1`,
        )
        .bind(day, id, sealed ?? words, ticket, sealed === null ? 0 : 1),
      this.#db
        .prepare("INSERT OR IGNORE INTO unanswered_tickets (ticket, day) VALUES (?, ?)")
        .bind(ticket, day),
    ]);
  }

  /** The questions since that day that are still on the list, the most asked first. */
  async since(day: string): Promise<readonly Unanswered[]> {
    const { results } = await this.#db
      .prepare(
        // With a single max() SQLite takes the other columns from that row (sqlite.org/lang_select.html#bareagg).
        `SELECT question AS id, words, sealed, sum(n) AS n, max(day) AS lastDay FROM unanswered
         WHERE day >= ? AND question NOT IN (SELECT question FROM unanswered_skipped)
         GROUP BY question ORDER BY n DESC, lastDay DESC, question LIMIT ${READ}`,
      )
      .bind(day)
      .all<Row>();
    return results.flatMap(({ sealed, ...row }) => {
      const words = sealed === 0 ? row.words : this.#open(row.words, binding(row.lastDay, row.id));
      return words === null ? [] : [{ ...row, words }];
    });
  }

  /** Null where the key is no longer in the ring. */
  #open(sealed: string, place: string): string | null {
    try {
      return this.#ring?.openNow(sealed, place) ?? null;
    } catch (error) {
      if (error instanceof SealError) return null;
      throw error;
    }
  }

  /** Removes questions from the list; the same decision (`key`) twice counts once. */
  async skip(ids: readonly string[], { key, by, at, day }: SkipDecision): Promise<void> {
    await this.#audit.commit(
      {
        key: `skip:${by}:${key}`,
        at,
        actor: by,
        action: "question_skipped",
        subject: `${ids.length} questions`,
      },
      {
        statements: ids.map((id) =>
          this.#db
            .prepare("INSERT OR IGNORE INTO unanswered_skipped (question, day) VALUES (?, ?)")
            .bind(id, day),
        ),
      },
    );
  }

  /** Encrypts words that an earlier release stored readable; some of them in one call. */
  async seal(): Promise<void> {
    if (this.#ring === undefined) return;
    const { results } = await this.#db
      .prepare(`SELECT day, question, words FROM unanswered WHERE sealed = 0 LIMIT ${SEALED_AT_ONCE}`)
      .all<{ day: string; question: string; words: string }>();
    for (const { day, question, words } of results) {
      const id = await this.idOf(words);
      await this.#db.batch([
        this.#db
          .prepare(
            "UPDATE OR REPLACE unanswered SET question = ?, words = ?, sealed = 1 WHERE day = ? AND question = ?",
          )
          .bind(id, this.#ring.sealNow(words, binding(day, id)), day, question),
        this.#db
          .prepare(
            "INSERT OR IGNORE INTO unanswered_skipped SELECT ?, day FROM unanswered_skipped WHERE question = ?",
          )
          .bind(id, question),
      ]);
    }
  }

  /** Deletes what is older than its retention time. @param today YYYY-MM-DD */
  async expire(today: string): Promise<void> {
    const before = (kept: number) => daysBefore(today, kept / DAY);
    await this.#db.batch([
      this.#db.prepare("DELETE FROM unanswered WHERE day < ?").bind(before(KEPT_FOR.unanswered)),
      this.#db.prepare("DELETE FROM unanswered_skipped WHERE day < ?").bind(before(KEPT_FOR.unanswered)),
      this.#db
        .prepare("DELETE FROM unanswered_tickets WHERE day < ?")
        .bind(before(KEPT_FOR.unansweredTicket)),
    ]);
  }
}

interface SkipDecision {
  /** The key of the message with the decision. */
  readonly key: string;
  readonly by: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly day: string;
}

/** 16 hexadecimal digits of SHA-256. */
export async function shortHash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest).slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param day YYYY-MM-DD */
export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY).toISOString().slice(0, 10);
}
