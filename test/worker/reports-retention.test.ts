import { beforeAll, describe, expect, it } from "vitest";
import { MediaRows } from "../../src/features/reporting/media/media-rows.ts";
import { eraseFor, sweepRetention, tombstoneOf } from "../../src/features/reporting/retention/retention.ts";
import { bindings, migrate } from "./bindings.ts";
import { book, bookContext, CONTENT, closedCase, DUTY, fresh, submission, T0 } from "./reports-fixture.ts";

beforeAll(migrate);

const DAY = 86_400_000;
const reporterOf = (chat: string) => ({ channel: "zalo", chat }) as const;
const photo = (key: string) => ({
  ...CONTENT,
  media: [{ key, kind: "image", bytes: 10, contentType: "image/jpeg" } as const],
});

const rows = new MediaRows(bookContext.db, bookContext.ring);
const doomed = () => rows.doomed(1_000);

async function leftOf(code: string): Promise<number[]> {
  const count = async (sql: string) =>
    (await bindings.LEDGER.prepare(sql).bind(code).first<{ n: number }>())?.n ?? -1;
  return [
    await count("SELECT count(*) AS n FROM reports WHERE code = ? AND content_sealed IS NOT NULL"),
    await count("SELECT count(*) AS n FROM report_events WHERE code = ? AND detail_sealed IS NOT NULL"),
    await count("SELECT count(*) AS n FROM report_vault WHERE code = ?"),
    await count("SELECT count(*) AS n FROM report_dispatches WHERE code = ?"),
  ];
}

const forget = async (): Promise<void> => {};

describe("the sweep", () => {
  it("erases what is past its lane's time and leaves a tombstone", async () => {
    const key = fresh();
    const feedback = await closedCase({ lane: "feedback", content: photo(key) });
    const crime = await closedCase({ lane: "crime" });
    const open = (await book.submit(submission({ lane: "feedback" }))).code;
    await book.note({ code: feedback, text: "ghi chú", media: [], at: T0 + 5, key: fresh(), actor: DUTY });
    const beforeTime = await sweepRetention(bookContext, Date.parse("2027-11-23T07:59:00+07:00"), forget);
    expect(beforeTime.erased).not.toContain(feedback);
    const now = Date.parse("2027-11-23T08:01:00+07:00");
    const sweep = await sweepRetention(bookContext, now, forget);
    expect(sweep.erased).toContain(feedback);
    expect(sweep.erased).not.toContain(crime);
    expect(sweep.erased).not.toContain(open);
    expect(await doomed()).toContain(key);
    expect(await leftOf(feedback)).toEqual([0, 0, 0, 0]);
    expect(await tombstoneOf(bookContext, feedback)).toMatchObject({
      what: "content, messages, identity, files: 1",
      why: "retention:feedback",
      erasedAt: now,
      contentHash: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(await book.get(feedback)).toMatchObject({
      state: "resolved",
      erased: true,
      content: { what: "" },
    });
    expect(await book.statusFor(feedback)).toMatchObject({ erased: true });
    expect((await book.history(feedback)).map(({ action, text }) => [action, text])).toEqual([
      ["received", undefined],
      ["moved", undefined],
      ["moved", undefined],
      ["noted", undefined],
      ["erased", undefined],
    ]);
    expect(await book.receiptFor(feedback)).toBeNull();
    expect(
      await book.relayToReporter({
        code: feedback,
        text: "?",
        media: [],
        at: now,
        key: fresh(),
        actor: DUTY,
      }),
    ).toEqual({
      kind: "no_reporter",
    });
  });

  it("files are marked until the store says that they are gone", async () => {
    const key = fresh();
    await closedCase({ lane: "feedback", content: photo(key) });
    expect(await doomed()).not.toContain(key);
    const now = T0 + 400 * DAY;
    await sweepRetention(bookContext, now, forget);
    expect((await sweepRetention(bookContext, now, forget)).erased).toEqual([]);
    expect(await doomed()).toContain(key);
    await rows.close([key]);
    expect(await doomed()).not.toContain(key);
  });

  it("rejected spam goes after thirty days", async () => {
    const { code } = await book.submit(submission({ likelySpam: true }));
    const reject = { code, to: "rejected", note: "tin rác", actor: DUTY, expectedVersion: 1 } as const;
    await book.move({ ...reject, key: fresh(), at: T0 });
    expect((await sweepRetention(bookContext, T0 + 30 * DAY - 1, forget)).erased).not.toContain(code);
    expect((await sweepRetention(bookContext, T0 + 30 * DAY, forget)).erased).toContain(code);
  });

  it("a case reopened in time isn't erased", async () => {
    const who = reporterOf("6660009");
    const code = await closedCase({ lane: "feedback", reporter: who });
    await book.reopen({ code, text: "", at: T0 + DAY, key: fresh(), reporter: who });
    expect((await sweepRetention(bookContext, T0 + 800 * DAY, forget)).erased).not.toContain(code);
    expect((await book.get(code))?.content.what).toBe(CONTENT.what);
  });
});

describe("a citizen's wish", () => {
  it("erases closed cases now and open ones when they close and the last word has gone out", async () => {
    const who = reporterOf("6660001");
    const closed = await closedCase({ reporter: who });
    const { code: open } = await book.submit(submission({ reporter: who }));
    const others = await closedCase({ reporter: reporterOf("6660002") });
    const wish = { reporter: who, at: T0 + 9, key: fresh(), why: "request" } as const;
    expect(await eraseFor(bookContext, wish)).toEqual({ erased: [closed], kept: [open] });
    // The turn runs again after a crash.
    expect(await eraseFor(bookContext, wish)).toEqual({ erased: [closed], kept: [open] });
    expect(await eraseFor(bookContext, { ...wish, key: fresh() })).toEqual({ erased: [], kept: [open] });
    expect(await leftOf(closed)).toEqual([0, 0, 0, 0]);
    expect((await book.get(others))?.content.what).toBe(CONTENT.what);
    expect(await book.reporterOf(open)).toEqual(who);

    await book.move({
      code: open,
      to: "rejected",
      note: "x",
      actor: DUTY,
      expectedVersion: 1,
      key: fresh(),
      at: T0 + 20,
    });
    expect((await sweepRetention(bookContext, T0 + 30, forget)).erased).not.toContain(open);
    for (const { key, code } of await book.pendingDispatches(500))
      if (code === open) await book.markDelivered(key, T0 + 31);
    expect((await sweepRetention(bookContext, T0 + 32, forget)).erased).toContain(open);
    expect(await leftOf(open)).toEqual([0, 0, 0, 0]);
    expect((await book.reportsOf(who)).length).toBe(0);
  });

  it("a last word that can't be delivered is waited for a week, no longer", async () => {
    const who = reporterOf("6660003");
    const { code } = await book.submit(submission({ reporter: who }));
    await eraseFor(bookContext, { reporter: who, at: T0, key: fresh(), why: "withdrawal" });
    await book.move({
      code,
      to: "rejected",
      note: "x",
      actor: DUTY,
      expectedVersion: 1,
      key: fresh(),
      at: T0,
    });
    expect((await sweepRetention(bookContext, T0 + 7 * DAY - 1, forget)).erased).not.toContain(code);
    expect((await sweepRetention(bookContext, T0 + 7 * DAY, forget)).erased).toContain(code);
  });
});
