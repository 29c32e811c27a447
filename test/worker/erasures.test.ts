import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { eraseAgain } from "../../src/features/reporting/retention/erase.ts";
import { eraseFor } from "../../src/features/reporting/retention/retention.ts";
import { type ErasureKeeper, Erasures, openErasure, type SealedErasure } from "../../src/ledger/erasures.ts";
import { bindings, migrate } from "./bindings.ts";
import { book, bookContext, closedCase, fresh, submission, T0 } from "./reports-fixture.ts";

const { db, ring } = bookContext;
const HOUR = 3_600_000;
const erasures = new Erasures(db, ring);
const rows = async () =>
  (
    await db
      .prepare("SELECT id, sealed, kept FROM erasures ORDER BY n")
      .all<SealedErasure & { kept: number }>()
  ).results;
const noted = async () => (await rows()).map((row) => openErasure(ring, row));

/** A keeper that remembers, or one that can't be reached. */
function keeper(status = 204): ErasureKeeper & { readonly taken: SealedErasure[] } {
  const taken: SealedErasure[] = [];
  return {
    taken,
    fetch: async (_: RequestInfo | URL, init?: RequestInit) => {
      if (status === 204) taken.push(...(JSON.parse(String(init?.body)) as SealedErasure[]));
      return new Response(null, { status });
    },
  };
}

beforeAll(migrate);
beforeEach(() => db.exec("DELETE FROM erasures"));

describe("erasures", () => {
  it("are noted with a case's, once, sealed, on the hour", async () => {
    const who = { channel: "zalo", chat: "6661001" } as const;
    const code = await closedCase({ reporter: who });
    const wish = { reporter: who, at: T0 + 99_138, key: fresh(), why: "request" } as const;
    for (let i = 0; i < 2; i++) await eraseFor(bookContext, wish);
    expect(await noted()).toEqual([
      { kind: "case", code, why: "request", state: "resolved", at: T0 - (T0 % HOUR) },
    ]);
    expect(JSON.stringify(await rows())).not.toContain(code);
  });

  it("are handed over once; where the list can't be reached they wait", async () => {
    await erasures.note({ kind: "chat", conversation: "c0ffee", at: T0 });
    await erasures.handOver(undefined);
    await erasures.handOver(keeper(500));
    await erasures.handOver({ fetch: () => Promise.reject(new Error("down")) });
    expect((await rows()).map(({ kept }) => kept)).toEqual([0]);
    const list = keeper();
    for (let i = 0; i < 2; i++) await erasures.handOver(list);
    expect(list.taken.map((row) => openErasure(ring, row))).toMatchObject([{ conversation: "c0ffee" }]);
    expect((await rows()).map(({ kept }) => kept)).toEqual([1]);
  });

  it("are done again on a case that the backup knew open, and put back without being noted anew", async () => {
    const { code } = await book.submit(submission({ reporter: { channel: "zalo", chat: "6661002" } }));
    const erased = { kind: "case", code, why: "request", state: "rejected", at: T0 } as const;
    for (let i = 0; i < 2; i++) {
      await db.batch(await eraseAgain(bookContext, erased));
      await erasures.restore("the-id", erased);
    }
    expect(await book.get(code)).toMatchObject({ state: "rejected", erased: true, content: { what: "" } });
    expect(await book.reporterOf(code)).toBeNull();
    expect(await rows()).toMatchObject([{ id: "the-id", kept: 1 }]);
    // A case that came after the backup isn't there to be erased.
    await db.batch(await eraseAgain(bookContext, { ...erased, code: "TB-0000-0000" }));
    expect(await book.get("TB-0000-0000")).toBeNull();
    expect(bindings.LEDGER).toBe(db);
  });
});
