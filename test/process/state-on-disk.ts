import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { ChatSeal } from "../../src/chat/chat-seal.ts";
import { parsePart } from "../../src/chat/stored-shapes.ts";
import { parseKeyRing } from "../../src/platform/crypto/key-ring.ts";

/**
 * Looks at the databases in the state folder of a process that is dead; at a copy, as looking must not repair anything.
 * @param look is given every database: D1's, those of the chats, and those of the runtime's own
 */
export function lookAt<T>(stateDir: string, look: (databases: readonly DatabaseSync[]) => T): T {
  const copy = mkdtempSync(join(tmpdir(), "tro-ly-138-look-"));
  const databases: DatabaseSync[] = [];
  try {
    cpSync(join(stateDir, "v3"), copy, { recursive: true });
    for (const { parentPath, name } of readdirSync(copy, { recursive: true, withFileTypes: true }))
      if (name.endsWith(".sqlite")) databases.push(new DatabaseSync(join(parentPath, name)));
    return look(databases);
  } finally {
    for (const database of databases) database.close();
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Whether a database has a table of this name. */
export const hasTable = (database: DatabaseSync, table: string): boolean =>
  database.prepare("SELECT 1 FROM sqlite_master WHERE name = ?").get(table) !== undefined;

/**
 * The chats of all parts that a dead process had yet to send or to write down as sent: what the next one sends. Only
 * these may reach somebody twice.
 */
export function unrecordedParts(
  stateDir: string,
  { REPORT_ENCRYPTION_KEYS: keys }: { readonly REPORT_ENCRYPTION_KEYS: string },
): readonly string[] {
  const ring = parseKeyRing(keys) ?? undefined;
  return lookAt(stateDir, (databases) =>
    databases
      .filter((database) => hasTable(database, "outbox"))
      .flatMap((database) => {
        // A chat's file has its object's id for a name.
        const seal = new ChatSeal(ring, basename(database.location() ?? "", ".sqlite"));
        const rows = database.prepare("SELECT seq, body FROM outbox WHERE state = 'pending'").all();
        return rows.map(({ seq, body }) => parsePart(seal.open(String(body), `outbox/${seq}`))?.chat ?? "");
      }),
  );
}
