import { basename } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { CHAT_MIGRATIONS } from "../../../src/chat/chat-migrations.ts";
import { ChatSeal } from "../../../src/chat/chat-seal.ts";
import { ConversationStore } from "../../../src/chat/chat-store.ts";
import type { KeyRing } from "../../../src/platform/crypto/key-ring.ts";
import { chatFiles } from "../serve/chat-files.ts";

/**
 * Lets every chat of a state folder forget these cases, as the chats did when the cases were erased: what a restored
 * duty group had yet to send of them isn't sent any more. No runtime may have the folder open.
 */
export function forgetCases(stateDir: string, ring: KeyRing, codes: readonly string[]): void {
  if (codes.length === 0) return;
  for (const path of chatFiles(stateDir)) {
    const chat = new DatabaseSync(path);
    try {
      if (!isPresent(chat)) continue;
      // What is deleted is overwritten.
      chat.exec("PRAGMA secure_delete = ON; BEGIN IMMEDIATE");
      const store = new ConversationStore(storageOf(chat), new ChatSeal(ring, basename(path, ".sqlite")));
      for (const code of codes) store.forgetCase(code, { empties: false });
      chat.exec("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
    } finally {
      chat.close();
    }
  }
}

/** False for a chat that is empty, or of a release whose chats weren't sealed: nothing of it could be opened. */
function isPresent(chat: DatabaseSync): boolean {
  const has = (table: string) =>
    chat.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(table) !== undefined;
  if (!["schema_version", "inbox", "outbox", "notes"].every(has)) return false;
  const row = chat.prepare("SELECT version FROM schema_version").get();
  return row?.version === CHAT_MIGRATIONS.length;
}

/** The part of an object's storage that a chat's store uses. */
function storageOf(chat: DatabaseSync): SqlStorage {
  const exec = (query: string, ...values: (string | number | null)[]) => {
    const rows = chat.prepare(query).all(...values);
    return { toArray: () => rows, one: () => rows[0] };
  };
  return { exec } as unknown as SqlStorage;
}
