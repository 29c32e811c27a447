import { basename } from "node:path";
import { ChatSeal } from "../../src/chat/chat-seal.ts";
import { parsePart } from "../../src/chat/stored-shapes.ts";
import { parseKeyRing } from "../../src/platform/crypto/key-ring.ts";
import { hasTable, lookAt } from "../../test/process/state-on-disk.ts";

const CODES = /TB-[0-9A-Z]{4}-[0-9A-Z]{4}/gu;

/** What a stopped server still has. */
export interface Kept {
  /** The codes in the book. */
  readonly cases: ReadonlySet<string>;
  /** Those that joined another case. */
  readonly joined: ReadonlySet<string>;
  /** Those with something on the way to the group. */
  readonly waiting: ReadonlySet<string>;
}

/** Reads the databases of a state folder. */
export function keptIn(stateDir: string, keys: string): Kept {
  const ring = parseKeyRing(keys) ?? undefined;
  return lookAt(stateDir, (databases) => {
    const rowsOf = (table: string, sql: string) =>
      databases
        .filter((database) => hasTable(database, table))
        .flatMap((database) => {
          const seal = new ChatSeal(ring, basename(database.location() ?? "", ".sqlite"));
          return database
            .prepare(sql)
            .all()
            .map((row) => ({ row, seal }));
        });
    const codes = (table: string, where: string) =>
      new Set(rowsOf(table, `SELECT code FROM ${table} WHERE ${where}`).map(({ row }) => String(row.code)));
    // A card names its case, a list all of its cases.
    const parts = rowsOf("outbox", "SELECT seq, body FROM outbox WHERE state = 'pending'").flatMap(
      ({ row, seal }) => {
        const part = parsePart(seal.open(String(row.body), `outbox/${row.seq}`));
        return [part?.marks?.about ?? "", ...(part?.body.match(CODES) ?? [])];
      },
    );
    return {
      cases: codes("reports", "true"),
      joined: codes("reports", "state = 'duplicate'"),
      waiting: new Set([...parts, ...codes("report_dispatches", "state = 'pending' AND target = 'duty'")]),
    };
  });
}
