import { existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { lockState, StateInUse } from "../serve/lock.ts";
import { recordedRuntime } from "../serve/process.ts";
import { FolderCopy, filesBelow } from "./copy.ts";
import { whileFrozen } from "./freeze.ts";
import { BackupRefused, type Manifest, writeManifest } from "./manifest.ts";

export interface Taken extends Manifest {
  /** How long the Worker was stopped, in milliseconds; 0 where it wasn't running. */
  readonly standstillMs: number;
}

/** Attempts at a short enough standstill; each begins with less left to copy. */
const ATTEMPTS = 5;
/** How long a starting server may take until its runtime runs, in milliseconds. */
const RUNTIME_WITHIN = 60_000;

/**
 * Copies a state folder as it is at one instant, though a server works on it, and checks every database of the copy.
 * @param to a folder that doesn't exist; it appears whole or not at all
 * @throws BackupRefused where there is nothing to copy, the place is taken, or a database of the copy is broken
 */
export async function takeBackup(stateDir: string, to: string): Promise<Taken> {
  if (statSync(stateDir, { throwIfNoEntry: false })?.isFile())
    throw new BackupRefused(`${stateDir} không phải là thư mục dữ liệu.`);
  if (!existsSync(join(stateDir, "v3"))) throw new BackupRefused(`Không có dữ liệu trong ${stateDir}.`);
  if (`${to}/`.startsWith(`${stateDir}/`))
    throw new BackupRefused("Bản sao lưu không được nằm trong thư mục dữ liệu.");
  if (existsSync(to)) throw new BackupRefused(`${to} đã có: hãy chọn nơi khác.`);
  const partial = `${to}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(dirname(to), { recursive: true });
  mkdirSync(partial, { mode: 0o700 });
  try {
    const { takenAt, standstillMs } = await copyAtOneInstant(stateDir, partial);
    settleDatabases(partial);
    const manifest = writeManifest(partial, takenAt);
    renameSync(partial, to);
    return { ...manifest, standstillMs };
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
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

/** Writes each database's journal into its file, as the next start would, and lets SQLite check it. */
function settleDatabases(folder: string): void {
  for (const path of filesBelow(folder).filter((name) => name.endsWith(".sqlite"))) {
    const database = new DatabaseSync(join(folder, path));
    try {
      database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
      const verdict = database.prepare("PRAGMA quick_check(1)").get();
      if (verdict?.quick_check !== "ok") throw new BackupRefused(`Cơ sở dữ liệu ${path} bị hỏng.`);
    } finally {
      database.close();
    }
  }
}
