import { nameKeyPlace } from "../../../ledger/chat-names.ts";
import { erasureBinding } from "../../../ledger/erasures.ts";
import { SealError } from "../../../platform/crypto/key-ring.ts";
import { type BookContext, bindings, names } from "../book/book-context.ts";

const BATCH = 50;

/** A column of encrypted values: the row's name and the place that the value is bound to. */
interface SealedColumn {
  readonly table: string;
  readonly name: string;
  readonly column: string;
  readonly binding: (name: string) => string;
}

const COLUMNS: readonly SealedColumn[] = [
  { table: "report_vault", name: "code", column: "identity_sealed", binding: bindings.identity },
  { table: "reports", name: "code", column: "content_sealed", binding: bindings.content },
  { table: "report_events", name: "key", column: "detail_sealed", binding: bindings.event },
  { table: "report_dispatches", name: "key", column: "payload_sealed", binding: bindings.dispatch },
  { table: "report_disclosures", name: "id", column: "reason_sealed", binding: bindings.reason },
  { table: "case_figures", name: "code", column: "commune_sealed", binding: bindings.figure },
  { table: "erasures", name: "id", column: "sealed", binding: erasureBinding },
  // The key of the chats' names stays what it is; only its seal is renewed.
  { table: "name_keys", name: "name", column: "key_sealed", binding: nameKeyPlace },
];

export interface Rotation {
  /** Values that were encrypted again with the current key. */
  readonly resealed: number;
  /** Values that no key of the ring decrypts: their key must be put back, or they are lost. */
  readonly unreadable: number;
  /** False where `limit` was reached: call again. */
  readonly done: boolean;
}

/**
 * Encrypts everything in the ledger again with the ring's first key, in batches; the next call continues. When it is
 * done and nothing is unreadable, older keys are needed only for files and receipts.
 * @param limit the most values of this call
 */
export async function rotate(context: BookContext, limit = Number.POSITIVE_INFINITY): Promise<Rotation> {
  let resealed = 0;
  let unreadable = 0;
  for (const column of COLUMNS) {
    let after = "";
    for (;;) {
      if (resealed >= limit) return { resealed, unreadable, done: false };
      const rows = await oldRows(context, column, after, Math.min(BATCH, limit - resealed));
      const last = rows.at(-1);
      if (last === undefined) break;
      after = last.name;
      const statements = await Promise.all(rows.map((row) => reseal(context, column, row)));
      const readable = statements.filter((statement) => statement !== null);
      if (readable.length > 0) await context.db.batch(readable);
      resealed += readable.length;
      unreadable += rows.length - readable.length;
    }
  }
  return { resealed, unreadable, done: true };
}

interface SealedRow {
  readonly name: string;
  readonly sealed: string;
}

async function oldRows(
  { db, ring }: BookContext,
  { table, name, column }: SealedColumn,
  after: string,
  limit: number,
): Promise<readonly SealedRow[]> {
  const { results } = await db
    .prepare(
      `SELECT ${name} AS name, ${column} AS sealed FROM ${table}
       WHERE ${column} IS NOT NULL AND substr(${column}, 1, ?) <> ? AND ${name} > ? ORDER BY ${name} LIMIT ?`,
    )
    .bind(ring.currentPrefix.length, ring.currentPrefix, after, limit)
    .all<SealedRow>();
  return results;
}

/** The statement that encrypts one row again, unless the row changed meanwhile; null where no key decrypts it. */
async function reseal(
  { db, ring }: BookContext,
  { table, name, column, binding }: SealedColumn,
  row: SealedRow,
): Promise<D1PreparedStatement | null> {
  try {
    const plain = await ring.open(row.sealed, binding(row.name));
    const sealed = await ring.seal(plain, binding(row.name));
    if (table !== "report_vault")
      return db
        .prepare(`UPDATE ${table} SET ${column} = ? WHERE ${name} = ? AND ${column} = ?`)
        .bind(sealed, row.name, row.sealed);
    // The keyed hash is renewed too, so that the old key can leave the ring.
    const hash = await ring.lookupHash(names.reporter(JSON.parse(plain)));
    return db
      .prepare(
        "UPDATE report_vault SET identity_sealed = ?, reporter_hash = ? WHERE code = ? AND identity_sealed = ?",
      )
      .bind(sealed, hash, row.name, row.sealed);
  } catch (error) {
    if (error instanceof SealError) return null;
    throw error;
  }
}
