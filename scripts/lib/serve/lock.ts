import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

const LOCK_FILE = "serve.lock";

/**
 * Makes the folder and keeps every other server away from it while this process lives. The operating system lets go of
 * the lock when the process ends, however it ends.
 * @returns what gives the folder free again
 * @throws StateInUse where another process has it
 */
export function lockState(stateDir: string): () => void {
  mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  // Whoever made the folder: what lies in it is for this account alone.
  chmodSync(stateDir, 0o700);
  const lock = new DatabaseSync(join(stateDir, LOCK_FILE), { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    throw new StateInUse(stateDir, { cause: error });
  }
  return () => lock.close();
}

/** Two servers on one folder would each take the other's messages for their own. */
export class StateInUse extends Error {
  constructor(stateDir: string, options?: ErrorOptions) {
    super(`Thư mục dữ liệu ${stateDir} đang được một máy chủ khác dùng.`, options);
  }
}
