import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { eraseAgain } from "../../../src/features/reporting/retention/erase.ts";
import { Erasures, openErasure, type SealedErasure } from "../../../src/ledger/erasures.ts";
import { type KeyRing, SealError } from "../../../src/platform/crypto/key-ring.ts";
import { toHour } from "../../../src/platform/time.ts";
import { type ErasureEntry, ErasureList, ErasureListRefused } from "./erasure-list.ts";
import { forgetCases } from "./forget-case.ts";
import { forgetRestored, isRestored } from "./restored-mark.ts";

export interface ReplayOptions {
  readonly stateDir: string;
  /** The file of the list. */
  readonly path: string;
  readonly ring: KeyRing;
  readonly ledger: D1Database;
  readonly media: R2Bucket;
  readonly log: (line: string) => void;
}

/**
 * Brings database and list together while no server runs: what the database has and the list doesn't is appended; what
 * the list has and the database doesn't was erased after a backup that was restored, and is erased again.
 * @throws ErasureListRefused where the folder was just restored and its list can't be used
 */
export async function catchUp(options: ReplayOptions): Promise<ErasureList> {
  const { stateDir, ring, ledger, log } = options;
  const list = openList(options);
  const { results } = await ledger.prepare("SELECT id, sealed FROM erasures ORDER BY n").all<SealedErasure>();
  list.append(results.filter(({ id }) => !list.has(id)).flatMap((row) => entryOf(ring, row)));
  const known = new Set(results.map(({ id }) => id));
  const forgotten = list.entries.filter(({ id }) => !known.has(id));
  forgetCases(
    stateDir,
    ring,
    forgotten.flatMap(({ erased }) => (erased.kind === "case" ? [erased.code] : [])),
  );
  for (const entry of forgotten) {
    await eraseOnceMore(options, entry);
    // Last: after a crash it is erased once more.
    await new Erasures(ledger, ring).restore(entry.id, entry.erased);
  }
  if (forgotten.length > 0) log(`Đã xoá lại ${forgotten.length} mục được xoá sau bản sao lưu.`);
  forgetRestored(stateDir);
  return list;
}

/** A list that can't be read is set aside and made anew from the database, unless it is needed now. */
function openList({ stateDir, path, ring, log }: ReplayOptions): ErasureList {
  if (isRestored(stateDir) && !existsSync(path))
    throw new ErasureListRefused(
      `Dữ liệu vừa được khôi phục nhưng không có danh sách xoá ${path}: hãy chỉ đúng tệp bằng --erasures.`,
    );
  try {
    return ErasureList.open(path, ring);
  } catch (error) {
    if (!(error instanceof ErasureListRefused) || isRestored(stateDir)) throw error;
    const aside = `${path}.${Date.now()}`;
    renameSync(path, aside);
    log(`${error.message} Tệp được giữ lại ở ${aside}; danh sách mới được lập từ cơ sở dữ liệu.`);
    return ErasureList.open(path, ring);
  }
}

/** Opens an erasure of the database; nothing where its key left the ring. */
export function entryOf(ring: KeyRing, row: SealedErasure): ErasureEntry[] {
  try {
    return [{ id: row.id, erased: openErasure(ring, row) }];
  } catch (error) {
    if (error instanceof SealError) return [];
    throw error;
  }
}

async function eraseOnceMore(
  { stateDir, ring, ledger, media }: ReplayOptions,
  { erased }: ErasureEntry,
): Promise<void> {
  if (erased.kind === "case") {
    const context = { db: ledger, ring };
    await ledger.batch(await eraseAgain(context, erased));
    const { results } = await ledger
      .prepare("SELECT key FROM report_media WHERE code = ?")
      .bind(erased.code)
      .all<{ key: string }>();
    const keys = results.map(({ key }) => key);
    if (keys.length > 0) await media.delete(keys);
    await ledger.prepare("DELETE FROM report_media WHERE code = ?").bind(erased.code).run();
    return;
  }
  removeObject(stateDir, erased.conversation);
  await ledger.batch([
    ledger
      .prepare(
        "UPDATE ledger_days SET ignored = ignored + pending + parked, pending = 0, parked = 0 WHERE conversation = ?",
      )
      .bind(erased.conversation),
    ledger
      .prepare("UPDATE parked_messages SET resolved_at = ? WHERE conversation = ? AND resolved_at IS NULL")
      .bind(toHour(erased.at), erased.conversation),
  ]);
}

/** The database of a chat's object, with SQLite's files beside it. */
function removeObject(stateDir: string, id: string): void {
  const objects = join(stateDir, "v3/do");
  if (!/^[0-9a-f]{64}$/u.test(id) || !existsSync(objects)) return;
  for (const name of readdirSync(objects))
    for (const suffix of ["", "-wal", "-shm"])
      rmSync(join(objects, name, `${id}.sqlite${suffix}`), { force: true });
}
