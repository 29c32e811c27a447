import { chmodSync, constants, copyFileSync, existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesBelow } from "./plain-files.ts";

/** What a backup takes of a state folder: not the record of who uses it. */
const KEPT = "v3";
/** What it leaves out of that: caches, and indexes that SQLite rebuilds. */
const LEFT_OUT = /^v3\/cache\/|-shm$/u;
/** Clocks of file systems tick in milliseconds: a file changed so recently may have changed again unnoticed. */
const UNSURE_MS = 2_000;

interface Seen {
  readonly size: bigint;
  readonly changed: bigint;
  readonly sure: boolean;
}

/** The copy of a folder, file by file, with cheap updates. */
export class FolderCopy {
  readonly #from: string;
  readonly #to: string;
  readonly #seen = new Map<string, Seen>();

  constructor(from: string, to: string) {
    this.#from = from;
    this.#to = to;
  }

  /**
   * Copies what is new or changed since the last call and removes what is gone.
   * @param deadline Unix milliseconds; after it the update stops
   * @returns false where the deadline passed
   */
  update(deadline = Number.POSITIVE_INFINITY): boolean {
    const present = filesBelow(join(this.#from, KEPT))
      .map((path) => `${KEPT}/${path}`)
      .filter((path) => !LEFT_OUT.test(path));
    for (const path of present) {
      if (Date.now() > deadline) return false;
      this.#updateFile(path);
    }
    const wanted = new Set(present);
    for (const path of this.#seen.keys()) {
      if (wanted.has(path)) continue;
      rmSync(join(this.#to, path), { force: true });
      this.#seen.delete(path);
    }
    return true;
  }

  #updateFile(path: string): void {
    const file = join(this.#from, path);
    try {
      const { size, mtimeNs } = statSync(file, { bigint: true });
      const before = this.#seen.get(path);
      if (before?.sure && before.size === size && before.changed === mtimeNs) return;
      const target = join(this.#to, path);
      mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
      copyFileSync(file, target, constants.COPYFILE_FICLONE);
      chmodSync(target, 0o600);
      const sure = Number(mtimeNs / 1_000_000n) < Date.now() - UNSURE_MS;
      this.#seen.set(path, { size, changed: mtimeNs, sure });
    } catch (error) {
      // Deleted after the listing: the next update sees that too.
      if (existsSync(file)) throw error;
    }
  }
}
