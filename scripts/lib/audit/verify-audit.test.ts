import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { BEGIN, linked, OldRowsDigest } from "../../../src/features/officials/audit-chain.ts";
import { toBase64Url } from "../../../src/platform/crypto/base64url.ts";
import { type KeyRing, parseKeyRing } from "../../../src/platform/crypto/key-ring.ts";
import { ROOT } from "../root.ts";
import { verifyAudit } from "./verify-audit.ts";

const ringOf = (...fills: number[]): KeyRing => {
  const setting = fills.map((fill) => `k${fill}:${toBase64Url(new Uint8Array(32).fill(fill))}`).join(",");
  const ring = parseKeyRing(setting);
  if (ring === null) throw new Error("no ring");
  return ring;
};
const ring = ringOf(1);

/** A ledger with two rows from before the chain and six in it, without the guards, as a thief would have it. */
function ledger(signer: KeyRing | null = ring): DatabaseSync {
  const signedBy = signer ?? undefined;
  const database = new DatabaseSync(":memory:");
  const folder = join(ROOT, "migrations/ledger");
  for (const file of readdirSync(folder).sort()) database.exec(readFileSync(join(folder, file), "utf8"));
  for (const { name } of database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'")
    .all())
    database.exec(`DROP TRIGGER ${name}`);
  const old = new OldRowsDigest();
  for (const key of ["old-1", "old-2"]) {
    const entry = { key, at: 1, actor: "a", action: "b", subject: "c" };
    old.add(entry);
    database
      .prepare("INSERT INTO audit (key, at, actor, action, subject) VALUES (?, ?, ?, ?, ?)")
      .run(entry.key, entry.at, entry.actor, entry.action, entry.subject);
  }
  let row = linked({ ...BEGIN, at: 0, subject: "2" }, { n: 1, prev: old.digest() }, signedBy);
  for (;;) {
    const { n, prev, hash, keyId, key, at, actor, action, subject } = row;
    database
      .prepare(
        "INSERT INTO audit (n, prev, hash, key_id, key, at, actor, action, subject) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      )
      .run(n, prev, hash, keyId, key, at, actor, action, subject);
    if (n === 6) return database;
    row = linked(
      { key: `k${n}`, at: 60_000, actor: "21", action: "use_internal", subject: `${n}` },
      { n: n + 1, prev: hash },
      signedBy,
    );
  }
}

const headOf = (database: DatabaseSync) =>
  database.prepare("SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1").get() as { n: number; hash: string };

describe("the audit of a state folder", () => {
  it("is proved whole, with what stood there before", () => {
    const database = ledger();
    const head = headOf(database);
    expect(verifyAudit(database, ring, head)).toEqual({ kind: "whole", head, old: 2, signed: 6 });
    expect(verifyAudit(database, ringOf(2, 1))).toMatchObject({ kind: "whole" });
  });

  it.each([
    ["an altered row", "UPDATE audit SET actor = '22' WHERE n = 4", 4, "altered"],
    ["an altered time", "UPDATE audit SET at = 0 WHERE n = 4", 4, "altered"],
    ["a deleted row", "DELETE FROM audit WHERE n = 4", 5, "missing"],
    [
      "a deleted row with the gap closed",
      "DELETE FROM audit WHERE n = 4; UPDATE audit SET n = n - 1 WHERE n > 4",
      4,
      "moved",
    ],
    [
      "two rows swapped",
      "UPDATE audit SET n = -n WHERE n IN (4, 5); UPDATE audit SET n = 9 + n WHERE n < 0",
      4,
      "moved",
    ],
    [
      "an inserted row",
      "INSERT INTO audit (n, prev, hash, key_id, key, at, actor, action, subject) SELECT 7, hash, hash || 'x', 'k1', 'y', 0, 'a', 'b', 'c' FROM audit WHERE n = 6",
      7,
      "altered",
    ],
    [
      "an inserted row without a key",
      "INSERT INTO audit (n, prev, hash, key_id, key, at, actor, action, subject) SELECT 7, hash, 'x', NULL, 'y', 0, 'a', 'b', 'c' FROM audit WHERE n = 6",
      7,
      "unsigned",
    ],
    ["an altered row from before", "UPDATE audit SET actor = 'x' WHERE key = 'old-1'", 1, "old_rows"],
    [
      "a row planted before",
      "INSERT INTO audit (key, at, actor, action, subject) VALUES ('y', 0, 'a', 'b', 'c')",
      1,
      "old_rows",
    ],
    ["no beginning", "DELETE FROM audit WHERE n = 1; DELETE FROM audit WHERE n IS NULL", 2, "old_rows"],
  ] as const)("%s is found", (_, sql, n, why) => {
    const database = ledger();
    database.exec(sql);
    expect(verifyAudit(database, ring)).toMatchObject({ kind: "broken", n, why });
  });

  it("rows taken from the end are found by a head from before", () => {
    const database = ledger();
    const head = headOf(database);
    database.exec("DELETE FROM audit WHERE n > 4");
    expect(verifyAudit(database, ring)).toMatchObject({ kind: "whole" });
    expect(verifyAudit(database, ring, head)).toMatchObject({ kind: "broken", n: 6, why: "head" });
    database.exec("DELETE FROM audit");
    expect(verifyAudit(database, ring, head)).toMatchObject({ kind: "broken", why: "head" });
  });

  it("can't be written anew by whoever has another key, or none", () => {
    const forged = ledger(ringOf(9));
    expect(verifyAudit(forged, ring)).toMatchObject({ kind: "broken", n: 1, why: "unknown_key" });
    const unsigned = ledger(null);
    expect(verifyAudit(unsigned, ring)).toEqual({ kind: "unproved", head: headOf(unsigned) });
    expect(verifyAudit(unsigned, ring, headOf(unsigned))).toMatchObject({ kind: "whole", signed: 0 });
    expect(verifyAudit(unsigned, ring, headOf(ledger()))).toMatchObject({ kind: "broken", why: "head" });
  });
});
