import { existsSync, readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** The runtime's own list of alarms, beside the objects' files. */
const ALARMS = "metadata.sqlite";

/** The object ids of chats whose rows are stored openly. No runtime may have the folder open. */
export function unsealedChats(stateDir: string): readonly string[] {
  return chatFiles(stateDir)
    .filter((path) => read(path, (chat) => hasRows(chat) && !isSealed(chat)))
    .map((path) => basename(path, ".sqlite"));
}

/**
 * Removes the files of chats in which nothing is stored any more, and what is left of their names where something was
 * deleted. The runtime empties a file but never removes it, and its name can be guessed from an account.
 * @returns how many files were removed
 */
export function clearTraces(stateDir: string): number {
  const empty = chatFiles(stateDir).filter((path) => read(path, (chat) => !hasRows(chat)));
  for (const path of empty) for (const end of ["", "-wal", "-shm"]) rmSync(`${path}${end}`, { force: true });
  for (const folder of chatFolders(stateDir)) {
    const alarms = join(folder, ALARMS);
    if (existsSync(alarms)) rewrite(alarms);
  }
  for (const path of sqliteFiles(join(stateDir, "v3/d1"))) rewrite(path);
  return empty.length;
}

const isSealed = (chat: DatabaseSync): boolean =>
  chat.prepare("SELECT 1 FROM notes WHERE kind = 'meta' AND key = 'sealed'").get() !== undefined;

/** False also where the tables are gone. */
function hasRows(chat: DatabaseSync): boolean {
  const tables = chat
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name IN ('inbox', 'outbox', 'notes')")
    .all();
  return tables.some(({ name }) => chat.prepare(`SELECT 1 FROM ${String(name)} LIMIT 1`).get() !== undefined);
}

function read<T>(path: string, look: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(path);
  try {
    return look(database);
  } finally {
    database.close();
  }
}

/** Without free pages, and without a journal that has the old ones. */
function rewrite(path: string): void {
  read(path, (database) => {
    database.exec("VACUUM");
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  });
}

/** A folder a class: the Worker's name, and the class's. */
function chatFolders(stateDir: string): readonly string[] {
  const objects = join(stateDir, "v3/do");
  if (!existsSync(objects)) return [];
  return readdirSync(objects)
    .filter((name) => name.endsWith("-Conversation"))
    .map((name) => join(objects, name));
}

/** The databases of all chats. */
export const chatFiles = (stateDir: string): readonly string[] =>
  chatFolders(stateDir)
    .flatMap(sqliteFiles)
    .filter((path) => basename(path) !== ALARMS);

function sqliteFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".sqlite"))
    .map((entry) => join(entry.parentPath, entry.name));
}
