import type { KeyRing } from "../../platform/crypto/key-ring.ts";
import { AppError } from "../../platform/errors.ts";
import { toMinute } from "../../platform/time.ts";
import {
  type AuditEntry,
  type AuditHead,
  type AuditRow,
  BEGIN,
  ChainCheck,
  linked,
  type NewEntry,
  OldRowsDigest,
} from "./audit-chain.ts";

export type { NewEntry } from "./audit-chain.ts";

/** Writers that come at once take turns: each try that fails let another one through. */
const TRIES = 50;
const PAGE = 1_000;
/** The guard's words (migrations/ledger/0068_audit_chain.sql) where another row came first. */
const OVERTAKEN = /audit is (?:append-only|a chain)/u;

const COLUMNS = "n, prev, hash, key_id AS keyId, key, at, actor, action, subject";

/** An SQL condition. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** What is written in the same transaction as the entry. */
export interface Act {
  /** Before the entry; their results are returned. */
  readonly statements?: readonly D1PreparedStatement[];
  /** Checked after the statements: the entry is only written where it holds. */
  readonly when?: Condition;
}

/**
 * What officials do, as a chain: each row holds the hash of the one before, under a key of the ring, so that a row that
 * was altered, taken out, put in or moved is found. Inserts only; an entry whose key is there isn't written again.
 */
export class AuditLog {
  readonly #db: D1Database;
  readonly #ring: KeyRing | undefined;

  /** @param ring absent where no keys are set: then the hashes are plain */
  constructor(db: D1Database, ring?: KeyRing) {
    this.#db = db;
    this.#ring = ring;
  }

  /**
   * Writes an entry together with what it tells of: both or neither.
   * @returns the results of the statements
   */
  async commit(entry: NewEntry, { statements = [], when }: Act = {}): Promise<D1Result[]> {
    for (let tries = 0; tries < TRIES; tries++) {
      const head = await this.head();
      try {
        if (head === null) await this.#begin(entry.at);
        else return await this.#db.batch([...statements, this.#insert(entry, head, when)]);
      } catch (error) {
        if (!(error instanceof Error && OVERTAKEN.test(error.message))) throw error;
      }
    }
    throw new AppError("audit_busy", "too many wrote to the audit at once");
  }

  /** The newest row; null where the chain hasn't begun. */
  async head(): Promise<AuditHead | null> {
    return this.#db.prepare("SELECT n, hash FROM audit WHERE n IS NOT NULL ORDER BY n DESC LIMIT 1").first();
  }

  /** The newest rows, newest first. @param before only rows with a smaller number */
  async latest(limit: number, before = Number.MAX_SAFE_INTEGER): Promise<readonly AuditRow[]> {
    const { results } = await this.#db
      .prepare(`SELECT ${COLUMNS} FROM audit WHERE n IS NOT NULL AND n < ? ORDER BY n DESC LIMIT ?`)
      .bind(before, limit)
      .all<AuditRow>();
    return results;
  }

  /** True where the newest rows, at most 1,000, are each as written and follow one another. */
  async isWhole(): Promise<boolean> {
    const rows = [...(await this.latest(PAGE + 1))].reverse();
    const check = new ChainCheck(this.#ring, rows.length > PAGE ? rows.shift() : null);
    return rows.every((row) => check.next(row) === null);
  }

  #insert(entry: AuditEntry, { n, hash }: AuditHead, when?: Condition): D1PreparedStatement {
    const row = linked({ ...entry, at: toMinute(entry.at) }, { n: n + 1, prev: hash }, this.#ring);
    return this.#db
      .prepare(
        `INSERT INTO audit (n, prev, hash, key_id, key, at, actor, action, subject)
         SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?
         WHERE NOT EXISTS (SELECT 1 FROM audit WHERE key = ?) AND (${when?.sql ?? "1"})`,
      )
      .bind(
        row.n,
        row.prev,
        row.hash,
        row.keyId,
        row.key,
        row.at,
        row.actor,
        row.action,
        row.subject,
        row.key,
        ...(when?.values ?? []),
      );
  }

  /** The first row: it holds the digest of the rows from before the chain. */
  async #begin(at: number): Promise<void> {
    const old = new OldRowsDigest();
    for (let after = ""; ; ) {
      const { results } = await this.#db
        .prepare(
          "SELECT key, at, actor, action, subject FROM audit WHERE n IS NULL AND key > ? ORDER BY key LIMIT ?",
        )
        .bind(after, PAGE)
        .all<AuditEntry>();
      for (const row of results) old.add(row);
      after = results.at(-1)?.key ?? "";
      if (results.length < PAGE) break;
    }
    const entry = { ...BEGIN, at, subject: `${old.count}` };
    await this.#insert(entry, { n: 0, hash: old.digest() }).run();
  }
}
