import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { AuditLog } from "../../src/features/officials/audit.ts";
import { bindings, migrate } from "./bindings.ts";
import { fresh, ringOf, T0 } from "./reports-fixture.ts";

const db = bindings.LEDGER;
const ring = ringOf(1);
const audit = new AuditLog(db, ring);
const run = (sql: string) => db.prepare(sql).run();
const entry = (key = fresh()) =>
  ({ key, at: T0 + 1_234, actor: "21", action: "use_internal", subject: "x" }) as const;
const keys = async () => (await audit.latest(100)).map(({ key }) => key).reverse();

/** The guards keep the log from everybody but its owner: a thief of the file has none of them. */
async function asThief(...tampering: string[]): Promise<void> {
  const { results } = await db
    .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'")
    .all<{ name: string; sql: string }>();
  for (const { name } of results) await run(`DROP TRIGGER ${name}`);
  for (const sql of tampering) await run(sql);
  for (const { sql } of results) await run(sql.replaceAll("\n", " "));
}

beforeAll(migrate);
beforeEach(() => asThief("DELETE FROM audit"));

describe("the audit", () => {
  it("is a chain of numbered rows, whose times are minutes", async () => {
    for (let n = 0; n < 3; n++) await audit.commit(entry(`k${n}`));
    const rows = [...(await audit.latest(10))].reverse();
    expect(rows.map(({ n, key }) => [n, key])).toEqual([
      [1, "audit:begin"],
      [2, "k0"],
      [3, "k1"],
      [4, "k2"],
    ]);
    expect(rows.slice(1).map(({ prev }) => prev)).toEqual(rows.slice(0, -1).map(({ hash }) => hash));
    expect(rows.every(({ at, keyId }) => at % 60_000 === 0 && keyId === "k1")).toBe(true);
    expect(await audit.isWhole()).toBe(true);
  });

  it("keeps the order of forty who write at once, none of them lost", async () => {
    await Promise.all(Array.from({ length: 40 }, (_, n) => audit.commit(entry(`at-once-${n}`))));
    expect(new Set(await keys()).size).toBe(41);
    expect(await audit.isWhole()).toBe(true);
  });

  it("writes a key once, and what goes with it together or not at all", async () => {
    const note = (key: string) =>
      db.prepare("INSERT INTO official_notices (key, body, made_at) VALUES (?, '', 0)").bind(key);
    await audit.commit(entry("one"), { statements: [note("with-one")] });
    await audit.commit(entry("one"));
    await expect(audit.commit(entry("two"), { statements: [note("with-one")] })).rejects.toThrow("UNIQUE");
    await audit.commit(entry("three"), { when: { sql: "? > 1", values: [1] } });
    expect(await keys()).toEqual(["audit:begin", "one"]);
    expect(await audit.isWhole()).toBe(true);
  });

  it("takes in what stood there before as a digest", async () => {
    await asThief("INSERT INTO audit (key, at, actor, action, subject) VALUES ('old', 5, 'a', 'b', 'c')");
    await audit.commit(entry("new"));
    const [, first] = await audit.latest(2);
    expect(first).toMatchObject({ n: 1, action: "audit_begins", subject: "1" });
  });

  it("goes on under a new key of the ring, and from none to one", async () => {
    await new AuditLog(db).commit(entry());
    await audit.commit(entry());
    await new AuditLog(db, ringOf(2, 1)).commit(entry());
    expect((await audit.latest(10)).map(({ keyId }) => keyId)).toEqual(["k2", "k1", null, null]);
    expect(await new AuditLog(db, ringOf(2, 1)).isWhole()).toBe(true);
    await new AuditLog(db).commit(entry());
    expect(await new AuditLog(db, ringOf(2, 1)).isWhole()).toBe(false);
  });
});

describe("whoever writes to the database", () => {
  const values = "(key, at, actor, action, subject, n, prev, hash)";
  beforeEach(async () => {
    for (const key of ["k0", "k1", "k2", "k3"]) await audit.commit(entry(key));
  });

  it.each([
    ["deletes", "DELETE FROM audit WHERE n = 3", "append-only"],
    ["updates", "UPDATE audit SET actor = 'x' WHERE n = 3", "append-only"],
    [
      "replaces by key",
      `INSERT OR REPLACE INTO audit ${values} SELECT 'k0', at, 'x', action, subject, 6, hash, 'h' FROM audit WHERE n = 5`,
      "append-only",
    ],
    [
      "replaces by number",
      `INSERT OR REPLACE INTO audit ${values} SELECT 'y', at, 'x', action, subject, n, prev, hash FROM audit WHERE n = 3`,
      "audit is a",
    ],
    [
      "upserts",
      `INSERT INTO audit ${values} SELECT key, at, 'x', action, subject, n, prev, hash FROM audit WHERE n = 3 ON CONFLICT (key) DO UPDATE SET actor = 'x'`,
      "audit is a",
    ],
    [
      "ignores",
      `INSERT OR IGNORE INTO audit ${values} SELECT key, at, 'x', action, subject, n, prev, hash FROM audit WHERE n = 3`,
      "audit is a",
    ],
    [
      "inserts out of line",
      "INSERT INTO audit (key, at, actor, action, subject) VALUES ('y', 1, 'a', 'b', 'c')",
      "chain",
    ],
    [
      "leaves a number out",
      `INSERT INTO audit ${values} VALUES ('y', 1, 'a', 'b', 'c', 9, 'p', 'h')`,
      "chain",
    ],
    ["follows nothing", `INSERT INTO audit ${values} VALUES ('y', 1, 'a', 'b', 'c', 6, 'p', 'h')`, "chain"],
  ])("%s: refused", async (_, sql, why) => {
    await expect(run(sql)).rejects.toThrow(why);
    expect(await keys()).toEqual(["audit:begin", "k0", "k1", "k2", "k3"]);
  });

  it.each([
    ["alters", "UPDATE audit SET subject = 'y' WHERE n = 3"],
    ["alters the time", "UPDATE audit SET at = at + 60000 WHERE n = 3"],
    ["deletes", "DELETE FROM audit WHERE n = 3"],
    ["deletes and closes the gap", "DELETE FROM audit WHERE n = 3; UPDATE audit SET n = n - 1 WHERE n > 3"],
    ["swaps", "UPDATE audit SET n = -n WHERE n IN (3, 4); UPDATE audit SET n = 7 + n WHERE n < 0"],
    [
      "inserts",
      `INSERT INTO audit ${values} SELECT 'y', at, 'x', action, subject, 6, hash, 'made-up' FROM audit WHERE n = 5`,
    ],
    ["takes the first", "DELETE FROM audit WHERE n = 1"],
  ])("and takes the guards away, then %s: found", async (_, sql) => {
    await asThief(...sql.split("; "));
    expect(await audit.isWhole()).toBe(false);
  });
});
