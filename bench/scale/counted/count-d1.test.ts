import { describe, expect, it } from "vitest";
import { countedDatabase } from "./count-d1.ts";
import { type Counts, counted, countsOf } from "./counts.ts";

const META = { rows_read: 3, rows_written: 2 };
const ROW = { code: "TB-1", state: "open" };

/** As much of the platform's database as the counters touch. */
function platform(): D1Database {
  const statement = {
    bind: () => statement,
    all: async () => ({ results: [ROW], success: true, meta: META }),
    raw: async () => [],
  };
  const db = {
    prepare: () => statement,
    batch: async (statements: readonly unknown[]) =>
      statements.map((one) => {
        if (one !== statement) throw new Error("not the platform's own statement");
        return { results: [], success: true, meta: META };
      }),
  };
  return db as unknown as D1Database;
}

async function spent(work: (db: D1Database) => Promise<unknown>): Promise<Counts> {
  const before = counted();
  await work(countedDatabase(platform(), "ledger"));
  const after = counted();
  return countsOf((name) => after[name] - before[name]);
}

describe("countedDatabase", () => {
  it("counts each way to a row as one call", async () => {
    const one = { ledgerCalls: 1, ledgerRead: 3, ledgerWritten: 2 };
    expect(await spent((db) => db.prepare("").bind(1).all())).toMatchObject(one);
    expect(await spent((db) => db.prepare("").run())).toMatchObject(one);
    expect(await spent(async (db) => expect(await db.prepare("").first("state")).toBe("open"))).toMatchObject(
      one,
    );
  });

  it("counts a batch as one call with the rows of all its statements", async () => {
    const batch = (db: D1Database) => db.batch([db.prepare("").bind(1), db.prepare("")]);
    expect(await spent(batch)).toMatchObject({ ledgerCalls: 1, ledgerRead: 6, ledgerWritten: 4 });
  });

  it("lets nothing go uncounted, and may be awaited", async () => {
    const db = countedDatabase(platform(), "ledger");
    expect(() => db.prepare("").raw()).toThrow("isn't counted");
    const statement = await Promise.resolve(db.prepare(""));
    expect(await statement.all()).toMatchObject({ results: [ROW] });
  });
});
