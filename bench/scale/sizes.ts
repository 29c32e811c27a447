import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** What a state folder holds, in bytes. */
export interface Sizes {
  /** Each chat's object with how many messages it has had. */
  readonly chats: readonly { readonly channel: string; readonly messages: number; readonly bytes: number }[];
  /** The operator's book by table, indexes with their tables. */
  readonly ledger: Readonly<Record<string, number>>;
  readonly knowledge: number;
}

/** Reads the SQLite files of a state folder on which no server runs. */
export function readSizes(stateDir: string): Sizes {
  const chats: Sizes["chats"][number][] = [];
  let ledger: Sizes["ledger"] = {};
  let knowledge = 0;
  const files = readdirSync(stateDir, { recursive: true, withFileTypes: true });
  for (const file of files.filter(({ name }) => name.endsWith(".sqlite"))) {
    const db = new DatabaseSync(join(file.parentPath, file.name));
    try {
      const tables = tablesOf(db);
      if (tables.inbox !== undefined) chats.push({ ...messagesOf(db), bytes: total(tables) });
      if (tables.active_conversations !== undefined) ledger = tables;
      if (tables.passages !== undefined) knowledge = total(tables);
    } finally {
      db.close();
    }
  }
  return { chats, ledger, knowledge };
}

/** Bytes of each table with its indexes. */
function tablesOf(db: DatabaseSync): Readonly<Record<string, number>> {
  const rows = db
    .prepare(
      `SELECT coalesce(m.tbl_name, s.name) AS name, sum(s.pgsize) AS bytes
       FROM dbstat AS s LEFT JOIN sqlite_master AS m ON m.name = s.name GROUP BY 1`,
    )
    .all() as { name: string; bytes: number }[];
  return Object.fromEntries(rows.map(({ name, bytes }) => [name, bytes]));
}

function messagesOf(db: DatabaseSync): { channel: string; messages: number } {
  const row = db.prepare("SELECT max(channel) AS channel, count(*) AS n FROM inbox").get();
  return { channel: String(row?.channel), messages: Number(row?.n) };
}

const total = (tables: Readonly<Record<string, number>>): number =>
  Object.values(tables).reduce((sum, bytes) => sum + bytes, 0);
