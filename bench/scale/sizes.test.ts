import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readSizes } from "./sizes.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sizes-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const PAGE = 4_096;

function write(name: string, sql: string): void {
  mkdirSync(join(folder, "v3", name), { recursive: true });
  const db = new DatabaseSync(join(folder, "v3", name, "state.sqlite"));
  db.exec(sql);
  db.close();
}

it("tells chats, the operator's book and the knowledge apart by their tables, indexes with them", () => {
  write("a", "CREATE TABLE inbox (channel TEXT); INSERT INTO inbox VALUES ('zalo'), (NULL)");
  write("b", "CREATE TABLE active_conversations (id TEXT); CREATE INDEX by_id ON active_conversations (id)");
  write("c", "CREATE TABLE passages (body TEXT)");
  const { chats, ledger, knowledge } = readSizes(folder);
  expect(chats).toEqual([{ channel: "zalo", messages: 2, bytes: 2 * PAGE }]);
  expect(ledger.active_conversations).toBe(2 * PAGE);
  expect(knowledge).toBe(2 * PAGE);
});
