import type { KeyRing } from "../../../platform/crypto/key-ring.ts";
import { KEPT_FOR } from "../../../platform/retention.ts";
import { HOUR, toHour } from "../../../platform/time.ts";
import { changesOf, marks } from "../book/book-context.ts";
import type { Sender } from "./day-limits.ts";
import { DayUse, FITS, type FileOwner, type NoPlace } from "./day-use.ts";

/** Names go into a statement in groups: D1 takes 100 values. */
const AT_ONCE = 50;

/**
 * The rows of files in D1. A file has its row before it is stored, so whatever dies in between, the sweep finds it. A row
 * belongs to a chat until a report or a message takes it (`mediaStatements`), and then to the case.
 */
export class MediaRows {
  readonly #db: D1Database;
  readonly #ring: KeyRing;
  readonly #use: DayUse;

  constructor(db: D1Database, ring: KeyRing) {
    this.#db = db;
    this.#ring = ring;
    this.#use = new DayUse(db, ring);
  }

  /**
   * A place for a file that is about to be fetched, if the day's limits allow. A repeated turn gets the same place again.
   * @param bytes as the messenger says; 0 where it doesn't
   */
  async reserve(
    file: { readonly key: string; readonly owner: FileOwner; readonly by: Sender; readonly bytes: number },
    now: number,
  ): Promise<NoPlace | null> {
    const { key, owner } = file;
    const use = await this.#use.of(owner, now);
    const [again, placed] = await this.#db.batch([
      this.#db
        .prepare("UPDATE report_media SET doomed_at = NULL, expires_at = ? WHERE key = ? AND code IS NULL")
        .bind(endAfter(now), key),
      this.#db
        .prepare(
          `INSERT INTO report_media (key, owner_hash, expires_at) SELECT ?8, ?9, ?10 WHERE ${FITS}
           ON CONFLICT (key) DO NOTHING`,
        )
        .bind(
          ...this.#use.limits(use, file),
          key,
          await this.#ring.lookupHash(ownerName(owner)),
          endAfter(now),
        ),
      this.#use.added(use, { files: 1, bytes: file.bytes }, "changes() > 0"),
    ]);
    if (changesOf(again) + changesOf(placed) > 0 || (await this.#isOfCase(key))) return null;
    return this.#use.whatIsFull(use, file.bytes);
  }

  /** Counts what the messenger didn't say of a file's size. */
  async count(owner: FileOwner, bytes: number, now: number): Promise<void> {
    if (bytes > 0) await this.#use.added(await this.#use.of(owner, now), { files: 0, bytes }, "true").run();
  }

  /** An open report goes on: its files stay as long as it does. */
  async hold(keys: readonly string[], now: number): Promise<void> {
    await this.#each(keys, (names) =>
      this.#db
        .prepare(
          `UPDATE report_media SET expires_at = ? WHERE key IN (${marks(names)}) AND code IS NULL AND doomed_at IS NULL`,
        )
        .bind(endAfter(now), ...names),
    );
  }

  /** Marks files for deletion that belong to no case; a case's files go only with the case. */
  async doom(keys: readonly string[], now: number): Promise<void> {
    await this.#each(keys, (names) =>
      this.#db
        .prepare(
          `UPDATE report_media SET doomed_at = ? WHERE key IN (${marks(names)}) AND code IS NULL AND doomed_at IS NULL`,
        )
        .bind(toHour(now), ...names),
    );
  }

  /** Marks everything for deletion that this chat sent and that belongs to no case. */
  async doomAllOf(owner: FileOwner, now: number): Promise<void> {
    const hashes = await this.#ring.lookupHashes(ownerName(owner));
    await this.#db
      .prepare(
        `UPDATE report_media SET doomed_at = ? WHERE owner_hash IN (${marks(hashes)}) AND doomed_at IS NULL`,
      )
      .bind(toHour(now), ...hashes)
      .run();
  }

  /** Marks what nobody took in time, and forgets the counts of past days. */
  async expire(now: number): Promise<void> {
    await this.#db.batch([
      this.#db
        .prepare("UPDATE report_media SET doomed_at = ?1 WHERE expires_at <= ?2 AND doomed_at IS NULL")
        .bind(toHour(now), now),
      this.#use.forgotten(now),
    ]);
  }

  /** The names of files that are still to be deleted from the store. */
  async doomed(limit: number): Promise<readonly string[]> {
    const { results } = await this.#db
      .prepare("SELECT key FROM report_media WHERE doomed_at IS NOT NULL ORDER BY doomed_at, key LIMIT ?")
      .bind(limit)
      .all<{ key: string }>();
    return results.map(({ key }) => key);
  }

  /** Of these the ones that are marked for deletion. */
  async doomedAmong(keys: readonly string[]): Promise<readonly string[]> {
    const found = await this.#each(keys, (names) =>
      this.#db
        .prepare(`SELECT key FROM report_media WHERE key IN (${marks(names)}) AND doomed_at IS NOT NULL`)
        .bind(...names),
    );
    return found.flatMap(({ results }) => results.map(({ key }) => key));
  }

  /** The marked files are gone from the store. */
  async close(keys: readonly string[]): Promise<void> {
    await this.#each(keys, (names) =>
      this.#db
        .prepare(`DELETE FROM report_media WHERE key IN (${marks(names)}) AND doomed_at IS NOT NULL`)
        .bind(...names),
    );
  }

  /** The rows with names after `after` and up to `to`, in the order of the store. */
  async between(
    after: string,
    to: string | null,
  ): Promise<readonly { readonly key: string; readonly code: string | null }[]> {
    const { results } = await this.#db
      .prepare("SELECT key, code FROM report_media WHERE key > ?1 AND (?2 IS NULL OR key <= ?2) ORDER BY key")
      .bind(after, to)
      .all<{ key: string; code: string | null }>();
    return results;
  }

  /** The file of a case isn't in the store any more. */
  async closeLost(key: string): Promise<void> {
    await this.#db.prepare("DELETE FROM report_media WHERE key = ? AND code IS NOT NULL").bind(key).run();
  }

  /** The name of a case's file, by how it begins; null where the case has none. */
  async ofCase(code: string, beginning: string): Promise<string | null> {
    const row = await this.#db
      .prepare(
        "SELECT key FROM report_media WHERE code = ? AND substr(key, 1, ?) = ? AND doomed_at IS NULL LIMIT 1",
      )
      .bind(code, beginning.length, beginning)
      .first<{ key: string }>();
    return row?.key ?? null;
  }

  async #isOfCase(key: string): Promise<boolean> {
    const row = await this.#db
      .prepare("SELECT 1 AS yes FROM report_media WHERE key = ? AND code IS NOT NULL AND doomed_at IS NULL")
      .bind(key)
      .first();
    return row !== null;
  }

  async #each(
    keys: readonly string[],
    statement: (names: readonly string[]) => D1PreparedStatement,
  ): Promise<D1Result<{ key: string }>[]> {
    const groups = Array.from({ length: Math.ceil(keys.length / AT_ONCE) }, (_, i) =>
      statement(keys.slice(i * AT_ONCE, (i + 1) * AT_ONCE)),
    );
    return groups.length === 0 ? [] : this.#db.batch<{ key: string }>(groups);
  }
}

const ownerName = ({ channel, chat }: FileOwner): string => `media-owner:${channel}:${chat}`;

/** When a file goes that nobody took: after an open report would have, at the full hour. */
const endAfter = (now: number): number => toHour(now + KEPT_FOR.halfToldReport) + HOUR;
