import { runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { CHAT_MIGRATIONS, migrateChat } from "../../src/chat/chat-migrations.ts";
import type { Inbound } from "../../src/messaging/inbound.ts";
import { bindings } from "./bindings.ts";
import { plainStore } from "./chats.ts";

const inStorage = (name: string, use: (storage: DurableObjectStorage) => void): Promise<void> =>
  runInDurableObject(bindings.CONVERSATION.get(bindings.CONVERSATION.idFromName(name)), (_, { storage }) =>
    use(storage),
  );
const version = (sql: SqlStorage) => sql.exec("SELECT version FROM schema_version").toArray();
const message: Inbound = {
  key: "a",
  channel: "zalo",
  chat: "1",
  sender: "1",
  isPrivate: true,
  at: 0,
  content: { kind: "text", text: "xin chào" },
};
/** As release 0.1.0 left a chat: no number. */
const asReleased = ({ sql }: DurableObjectStorage, ...lacks: readonly string[]) => {
  sql.exec("ALTER TABLE notes DROP COLUMN report");
  for (const column of ["rank", "queue", "divided_from"])
    sql.exec(`ALTER TABLE outbox DROP COLUMN ${column}`);
  for (const table of ["schema_version", ...lacks]) sql.exec(`DROP TABLE ${table}`);
};

const ADDS_COLUMN = "ALTER TABLE inbox ADD COLUMN made_up TEXT NOT NULL DEFAULT 'x'";
const FILLS_IT = "UPDATE inbox SET made_up = 'y'";

describe("a chat's own tables", () => {
  it("have the newest number from the start", () =>
    inStorage("schema-new", ({ sql }) =>
      expect(version(sql)).toEqual([{ version: CHAT_MIGRATIONS.length }]),
    ));

  it("get the newest number where they have none, whole or half made, with all that is in them", () =>
    inStorage("schema-old", (storage) => {
      plainStore(storage.sql).journal(message, 1);
      asReleased(storage, "outbox", "notes");
      migrateChat(storage);
      migrateChat(storage);
      expect(version(storage.sql)).toEqual([{ version: CHAT_MIGRATIONS.length }]);
      expect(plainStore(storage.sql).nextMessage(1)?.inbound).toEqual(message);
    }));

  it("give the parts of an earlier release their place in the order of sending", () =>
    inStorage("schema-order", (storage) => {
      asReleased(storage);
      const put = (body: string, marks: object | null, message: number | null) =>
        storage.sql.exec(
          `INSERT INTO outbox (channel, chat, body, marks, next_at, created_at, message)
           VALUES ('telegram', '-1', ?, ?, 1, 1, ?)`,
          body,
          marks === null ? null : JSON.stringify(marks),
          message,
        );
      put('{"method":"sendMedia","attachments":[]}', null, 3);
      put('{"method":"sendMessage"}', null, null);
      put('{"method":"sendMessage"}', { urgent: true }, 7);
      migrateChat(storage);
      expect(storage.sql.exec("SELECT rank, queue FROM outbox ORDER BY seq").toArray()).toEqual([
        { rank: 4, queue: "" },
        { rank: 2, queue: "" },
        { rank: 0, queue: "danger-7" },
      ]);
    }));

  it("take one step after the other, each once", () =>
    inStorage("schema-step", (storage) => {
      plainStore(storage.sql).journal(message, 1);
      asReleased(storage);
      const steps = [...CHAT_MIGRATIONS, ADDS_COLUMN, FILLS_IT];
      for (let i = 0; i < 2; i++) migrateChat(storage, steps);
      expect(version(storage.sql)).toEqual([{ version: steps.length }]);
      expect(storage.sql.exec("SELECT key, made_up FROM inbox").toArray()).toEqual([
        { key: "a", made_up: "y" },
      ]);
    }));

  it("stay as they were where a step fails", () =>
    inStorage("schema-fails", (storage) => {
      const steps = [...CHAT_MIGRATIONS, ADDS_COLUMN, "UPDATE no_such_table SET x = 1"];
      expect(() => migrateChat(storage, steps)).toThrow("no_such_table");
      expect(version(storage.sql)).toEqual([{ version: CHAT_MIGRATIONS.length }]);
      expect(() => storage.sql.exec("SELECT made_up FROM inbox")).toThrow("made_up");
    }));

  it("are left alone by an older release", () =>
    inStorage("schema-newer", (storage) => {
      migrateChat(storage, [...CHAT_MIGRATIONS, ADDS_COLUMN]);
      expect(() => migrateChat(storage)).toThrow("newer");
    }));
});
