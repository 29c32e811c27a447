import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import type { KeyRing } from "../../../src/platform/crypto/key-ring.ts";
import { toHour } from "../../../src/platform/time.ts";
import { ErasureList, ErasureListRefused } from "../erasures/erasure-list.ts";
import { lockState, StateInUse } from "../serve/lock.ts";
import { recordedRuntime } from "../serve/process.ts";
import { BackupRefused } from "./backup-refused.ts";
import { FolderCopy } from "./copy.ts";
import { sealFile } from "./frames.ts";
import { whileFrozen } from "./freeze.ts";
import {
  type Contents,
  nameOf,
  newBackupId,
  writeReadableManifest,
  writeSealedManifest,
} from "./manifest.ts";
import { filesBelow } from "./plain-files.ts";

export interface TakeOptions {
  readonly stateDir: string;
  /** A folder that doesn't exist; it appears whole or not at all. */
  readonly to: string;
  /** Seals the backup; without it the backup is readable. */
  readonly ring?: KeyRing | undefined;
  /** Where the server keeps the list of erasures. */
  readonly erasures: string;
}

export interface Taken {
  readonly files: number;
  readonly takenAt: Date;
  /** The only time that the files of the backup show. */
  readonly shownAt: Date;
  /** How long the Worker was stopped, in milliseconds; 0 where it wasn't running. */
  readonly standstillMs: number;
  /** What is wrong with the list of erasures: no reason to be without a backup, but to be told. */
  readonly warning?: string | undefined;
}

/** Attempts at a short enough standstill; each begins with less left to copy. */
const ATTEMPTS = 5;
/** How long a starting server may take until its runtime runs, in milliseconds. */
const RUNTIME_WITHIN = 60_000;
/** The copy before it is sealed: in the state folder, which is its owner's alone. A killed backup leaves it to the next. */
const COPYING = "copying";

/**
 * Copies a state folder as it is at one instant, though a server works on it, checks every database of the copy, and
 * seals it.
 * @throws BackupRefused where there is nothing to copy, the place is taken, or a database of the copy is broken
 */
export async function takeBackup({ stateDir, to, ring, erasures }: TakeOptions): Promise<Taken> {
  if (statSync(stateDir, { throwIfNoEntry: false })?.isFile())
    throw new BackupRefused(`${stateDir} không phải là thư mục dữ liệu.`);
  if (!existsSync(join(stateDir, "v3"))) throw new BackupRefused(`Không có dữ liệu trong ${stateDir}.`);
  if (`${to}/`.startsWith(`${stateDir}/`))
    throw new BackupRefused("Bản sao lưu không được nằm trong thư mục dữ liệu.");
  if (existsSync(to)) throw new BackupRefused(`${to} đã có: hãy chọn nơi khác.`);
  const copying = join(stateDir, COPYING);
  const unlock = lockCopy(copying);
  const copy = join(copying, "copy");
  const partial = `${to}.partial`;
  for (const folder of [copy, partial]) rmSync(folder, { recursive: true, force: true });
  try {
    mkdirSync(copy, { mode: 0o700 });
    mkdirSync(dirname(to), { recursive: true });
    mkdirSync(partial, { mode: 0o700 });
    const { takenAt, standstillMs } = await copyAtOneInstant(stateDir, copy);
    settleDatabases(copy);
    const paths = filesBelow(copy);
    const list = ring === undefined ? undefined : lengthOf(erasures, ring);
    if (ring !== undefined)
      sealCopy(ring, copy, partial, {
        paths,
        takenAt,
        erasures: { path: erasures, entries: list?.entries ?? 0 },
      });
    else await copyReadable(copy, partial, takenAt);
    // Times of files would tell when each chat was written to.
    const shownAt = new Date(toHour(takenAt.getTime()));
    for (const path of ["", ...filesBelow(partial)]) utimesSync(join(partial, path), shownAt, shownAt);
    renameSync(partial, to);
    return { files: paths.length, takenAt, shownAt, standstillMs, warning: list?.warning };
  } finally {
    for (const folder of [partial, copying]) rmSync(folder, { recursive: true, force: true });
    unlock();
  }
}

function lockCopy(folder: string): () => void {
  try {
    return lockState(folder);
  } catch (error) {
    if (!(error instanceof StateInUse)) throw error;
    throw new BackupRefused("Một lần sao lưu khác của thư mục này đang chạy: hãy đợi nó xong.");
  }
}

function sealCopy(
  ring: KeyRing,
  copy: string,
  to: string,
  {
    paths,
    takenAt,
    erasures,
  }: { readonly paths: readonly string[]; readonly takenAt: Date; readonly erasures: Contents["erasures"] },
): void {
  const backup = newBackupId();
  const files = paths.map((path, file) => ({
    path,
    size: sealFile(ring, { backup, file, path }, join(copy, path), join(to, nameOf(file))),
  }));
  writeSealedManifest(ring, to, backup, {
    takenAt: takenAt.toISOString(),
    files,
    erasures,
  });
}

function lengthOf(path: string, ring: KeyRing): { readonly entries: number; readonly warning?: string } {
  try {
    return { entries: existsSync(path) ? ErasureList.read(path, ring).entries.length : 0 };
  } catch (error) {
    if (!(error instanceof ErasureListRefused)) throw error;
    return { entries: 0, warning: error.message };
  }
}

/** A state that was written with keys isn't copied readable by mistake, as where the settings weren't given. */
async function copyReadable(copy: string, to: string, takenAt: Date): Promise<void> {
  if (holdsReports(copy))
    throw new BackupRefused(
      "Dữ liệu có tin báo đã niêm phong, nên bản sao lưu cũng phải niêm phong: hãy thêm --env-file với REPORT_ENCRYPTION_KEYS.",
    );
  cpSync(copy, to, { recursive: true });
  await writeReadableManifest(to, takenAt);
}

function holdsReports(copy: string): boolean {
  return databasesOf(copy).some((path) =>
    withDatabase(join(copy, path), (database) => {
      const isLedger = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'reports'").get();
      return isLedger !== undefined && database.prepare("SELECT 1 FROM reports LIMIT 1").get() !== undefined;
    }),
  );
}

interface Instant {
  readonly takenAt: Date;
  readonly standstillMs: number;
}

async function copyAtOneInstant(stateDir: string, to: string): Promise<Instant> {
  const unlock = lockUnlessServed(stateDir);
  try {
    const copy = new FolderCopy(stateDir, to);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      // Most of the work, while the Worker runs. What changes meanwhile is copied again below.
      copy.update();
      // While we have the lock, a runtime only exists where it outlived its server.
      const pid = unlock === undefined ? await runtimeOf(stateDir) : recordedRuntime(stateDir);
      if (pid === undefined) return { takenAt: new Date(), standstillMs: 0 };
      const begun = Date.now();
      // The runtime must still be the same: by now its files may belong to another.
      const done = whileFrozen(pid, (deadline) => recordedRuntime(stateDir) === pid && copy.update(deadline));
      if (done) return { takenAt: new Date(begun), standstillMs: Date.now() - begun };
    }
  } finally {
    unlock?.();
  }
  throw new BackupRefused("Dữ liệu thay đổi quá nhanh để sao lưu: hãy thử lại lúc vắng hơn.");
}

/** Locks a folder that no server uses; undefined where one does. */
function lockUnlessServed(stateDir: string): (() => void) | undefined {
  try {
    return lockState(stateDir);
  } catch (error) {
    if (error instanceof StateInUse) return undefined;
    throw error;
  }
}

async function runtimeOf(stateDir: string): Promise<number> {
  const deadline = Date.now() + RUNTIME_WITHIN;
  for (;;) {
    const pid = recordedRuntime(stateDir);
    if (pid !== undefined) return pid;
    if (Date.now() > deadline)
      throw new BackupRefused("Máy chủ đang khởi động hoặc không chạy trên Linux: chưa sao lưu được.");
    await pause(100);
  }
}

/**
 * Writes each database's journal into its file, as the next start would, and lets SQLite check it. VACUUM leaves out
 * what was deleted: SQLite only marks it as free.
 */
function settleDatabases(folder: string): void {
  for (const path of databasesOf(folder))
    withDatabase(join(folder, path), (database) => {
      database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
      const verdict = database.prepare("PRAGMA quick_check(1)").get();
      if (verdict?.quick_check !== "ok") throw new BackupRefused(`Cơ sở dữ liệu ${path} bị hỏng.`);
      database.exec("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
    });
}

const databasesOf = (folder: string): string[] =>
  filesBelow(folder).filter((name) => name.endsWith(".sqlite"));

function withDatabase<T>(file: string, use: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(file);
  try {
    return use(database);
  } finally {
    database.close();
  }
}
