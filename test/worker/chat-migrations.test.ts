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
const asReleased = (storage: DurableObjectStorage, ...lacks: readonly string[]) => {
  storage.sql.exec("ALTER TABLE notes DROP COLUMN report");
  for (const table of ["schema_version", ...lacks]) storage.sql.exec(`DROP TABLE ${table}`);
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
