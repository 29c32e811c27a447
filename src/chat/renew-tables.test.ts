import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { expect, it } from "vitest";
import { CHAT_MIGRATIONS } from "./chat-migrations.ts";
import { renewTables } from "./renew-tables.ts";

/** What `renewTables` needs of a Durable Object's SQLite, over a file whose bytes can be read. */
const storageOf = (database: DatabaseSync): SqlStorage =>
  ({
    exec: (query: string, ...values: SQLInputValue[]) => {
      const isOne = values.length > 0 || query.startsWith("SELECT");
      if (!isOne) database.exec(query);
      const rows = isOne ? database.prepare(query).all(...values) : [];
      return { toArray: () => rows };
    },
    get databaseSize() {
      return 4096 * Number(database.prepare("PRAGMA page_count").get()?.page_count);
    },
  }) as unknown as SqlStorage;

it("leaves nothing of what was deleted in the file, and all that stays", () => {
  const folder = mkdtempSync(join(tmpdir(), "tro-ly-138-renew-"));
  const database = new DatabaseSync(join(folder, "chat.sqlite"));
  const has = (word: string) =>
    readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(word));
  try {
    for (const step of CHAT_MIGRATIONS) database.exec(step);
    const add = database.prepare(
      "INSERT INTO inbox (key, inbound, next_at, received_at, day, nth) VALUES (?, ?, 0, 0, '2026-11-23', 1)",
    );
    database.exec("BEGIN");
    for (let i = 0; i < 300; i++) add.run(`k${i}`, `PLANTED ${"x".repeat(i * 10)}`);
    database.exec("COMMIT");
    database.exec("UPDATE inbox SET inbound = ''");
    database.exec("INSERT INTO notes (kind, key, value, at) VALUES ('meta', 'session', 'STAYS', 0)");
    database.exec(
      "INSERT INTO outbox (seq, channel, chat, body, next_at, created_at) VALUES (9, 'zalo', '', '', 0, 0)",
    );
    database.exec("DELETE FROM outbox");
    expect(has("PLANTED")).toBe(true);
    database.exec("BEGIN");
    renewTables(storageOf(database));
    database.exec("COMMIT");
    expect(has("PLANTED")).toBe(false);
    expect(has("STAYS")).toBe(true);
    expect(database.prepare("SELECT count(*) AS n FROM inbox").get()?.n).toBe(300);
    expect(database.prepare("SELECT seq FROM sqlite_sequence").get()?.seq).toBe(9);
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
