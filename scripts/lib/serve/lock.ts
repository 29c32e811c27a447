import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { CommandError } from "../command-errors.ts";
import { makeWritableFolder } from "../writable-folder.ts";

const LOCK_FILE = "serve.lock";
/** The process id of the lock's owner, for the error message. */
const PID_FILE = "serve.pid";
/** SQLite's code for a database that another process has locked. */
const SQLITE_BUSY = 5;

/**
 * Makes the folder and keeps every other server away from it while this process lives. The operating system releases
 * the lock when the process ends, however it ends.
 * @returns what gives the folder free again
 * @throws StateInUse where another process has it
 */
export function lockState(stateDir: string): () => void {
  // SQLite's error doesn't distinguish a read-only disk from missing rights.
  makeWritableFolder(stateDir);
  const path = join(stateDir, LOCK_FILE);
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(path, { timeout: 0 });
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock?.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) throw new StateInUse(stateDir);
    throw Object.assign(error as Error, { path: stateDir });
  }
  writeFileSync(join(stateDir, PID_FILE), `${process.pid}\n`);
  return () => lock.close();
}

/** Another process uses the folder: two servers would each take the other's messages. */
export class StateInUse extends CommandError {
  constructor(stateDir: string) {
    super(`Thư mục dữ liệu ${stateDir} đang được một máy chủ khác dùng${holderOf(stateDir)}.`);
  }
}

function holderOf(stateDir: string): string {
  try {
    return ` (tiến trình ${readFileSync(join(stateDir, PID_FILE), "utf8").trim()})`;
  } catch {
    return "";
  }
}
