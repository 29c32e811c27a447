import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { CommandError } from "./command-errors.ts";

/** Where Miniflare keeps D1 in a state folder. */
const DATABASES = "v3/d1/miniflare-D1DatabaseObject";

/**
 * Reads the ledger of a state folder, of `npm run serve` or of `npm run dev`, or of a restored backup: a copy of it, so that
 * a running server isn't disturbed.
 * @throws CommandError where there is none
 */
export function readLedger<T>(stateDir: string, read: (ledger: DatabaseSync) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "tro-ly-138-"));
  try {
    for (const file of databasesIn(join(stateDir, DATABASES))) {
      const copy = join(folder, basename(file));
      copyFileSync(file, copy);
      // What was written last may still stand in the log beside it.
      if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
      const database = new DatabaseSync(copy);
      try {
        if (isLedger(database)) return read(database);
      } finally {
        database.close();
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  throw new CommandError(`Không thấy sổ dữ liệu trong ${stateDir}: xem lại --state.`);
}

const databasesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".sqlite"))
        .map((name) => join(folder, name))
    : [];

const isLedger = (database: DatabaseSync): boolean =>
  database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'audit'").get() !== undefined;
