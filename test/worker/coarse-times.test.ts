import { beforeAll, expect, it } from "vitest";
import { DayBook } from "../../src/ledger/day-book.ts";
import { Ledger } from "../../src/ledger/ledger.ts";
import { bindings, migrate } from "./bindings.ts";
import { book, DUTY, fresh, submission, ZALO } from "./reports-fixture.ts";

beforeAll(migrate);

/** A time that shows its milliseconds wherever it is stored. */
const AT = Date.parse("2026-11-23T08:07:31.138+07:00");
const MINUTE = 60_000;
const HOUR = 3_600_000;

/** Tables that name a conversation, or a report by its code, and how fine their times may be. */
async function tooFine(): Promise<string[]> {
  const { results: tables } = await bindings.LEDGER.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
  ).all<{ name: string }>();
  const found: string[] = [];
  for (const { name } of tables) {
    const { results } = await bindings.LEDGER.prepare(`SELECT * FROM "${name}"`).all();
    for (const row of results) {
      const text = JSON.stringify(row);
      const step =
        "conversation" in row || name === "active_conversations" ? HOUR : /TB-/u.test(text) ? MINUTE : 1;
      // A deadline at the end of a day tells nothing of the minute of receipt.
      for (const [column, value] of Object.entries(row))
        if (typeof value === "number" && value > 1e12 && value % step !== 0 && value % MINUTE !== 59_999)
          found.push(`${name}.${column}`);
    }
  }
  return [...new Set(found)];
}

it("no readable time is finer than an hour beside a conversation, or a minute beside a report", async () => {
  const { code } = await book.submit(
    submission({ at: AT, content: { what: "x", details: {}, media: [], lostMedia: [] } }),
  );
  await book.relayToDuty({ code, text: "thêm", media: [], at: AT + 1, key: fresh(), reporter: ZALO });
  await book.move({ code, to: "accepted", actor: DUTY, expectedVersion: 1, key: fresh(), at: AT + 2 });
  for (const { key } of await book.pendingDispatches(10)) {
    await book.markDelivered(key, AT + 3);
    await book.markUndeliverable(code, key, AT + 4);
  }
  await book.move({
    code,
    to: "resolved",
    note: "Xong",
    actor: DUTY,
    expectedVersion: 2,
    key: fresh(),
    at: AT + 5,
  });
  await book.erase({ reporter: ZALO, at: AT + 6, key: fresh(), why: "request" });
  expect(await book.statusFor(code)).toMatchObject({ erased: true });

  const ledger = new Ledger(bindings.LEDGER);
  await ledger.markActive("2026-11-23", "c0ffee", 1);
  await ledger.park("c0ffee", { message: "out-1", channel: "zalo", reason: "x", at: AT });
  await ledger.resolve("c0ffee", "out-1", AT + 7);
  const day = { day: "2026-11-23", channel: "zalo", received: 1, answered: 1 } as const;
  await new DayBook(bindings.LEDGER).keep([
    { conversation: "c0ffee", day: { ...day, ignored: 0, pending: 0, parked: 0, lastAt: AT } },
  ]);
  expect(await tooFine()).toEqual([]);
});

it("reports of one minute keep the order in which they came", async () => {
  const who = { channel: "zalo", chat: "5550077" } as const;
  const codes: string[] = [];
  for (let i = 0; i < 6; i++)
    codes.unshift((await book.submit(submission({ reporter: who, at: AT + i }))).code);
  expect((await book.reportsOf(who)).map(({ code }) => code)).toEqual(codes);
});
