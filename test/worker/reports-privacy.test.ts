import { beforeAll, describe, expect, it, vi } from "vitest";
import { Officials } from "../../src/features/officials/directory.ts";
import { createReportBook } from "../../src/features/reporting/create-report-book.ts";
import { verifyReceipt } from "../../src/features/reporting/receipts/receipt.ts";
import { Disclosures } from "../../src/features/reporting/vault/disclosures.ts";
import { rotate } from "../../src/features/reporting/vault/rotate.ts";
import { ChatNames } from "../../src/ledger/chat-names.ts";
import { toBase64Url } from "../../src/platform/crypto/base64url.ts";
import { bindings, migrate } from "./bindings.ts";
import {
  book,
  bookContext,
  CONTENT,
  DUTY,
  dump,
  fresh,
  PLANTED,
  ringOf,
  submission,
  T0,
  TELEGRAM,
  ZALO,
} from "./reports-fixture.ts";

beforeAll(migrate);

const FIRST = "138000001";
const officials = new Officials(bindings.LEDGER, new Set([FIRST, "138000002"]), bookContext.ring);

/** One case through everything that writes. */
async function wholeCase(submissionKey = `${PLANTED.submission}:${fresh()}`): Promise<string> {
  const { code } = await book.submit(submission({ submissionKey, content: CONTENT, reporter: ZALO }));
  const other = await book.submit(submission({ reporter: TELEGRAM }));
  const act = { code, at: T0 + 1, media: [] };
  const key = () => `${PLANTED.zaloId}:${fresh()}`;
  await book.move({ code, to: "accepted", actor: DUTY, expectedVersion: 1, key: key(), at: T0 + 1 });
  await book.relayToDuty({ ...act, text: PLANTED.message, key: key(), reporter: ZALO });
  await book.relayToReporter({ ...act, text: PLANTED.message, key: key(), actor: DUTY });
  await book.note({ ...act, text: PLANTED.note, key: key(), actor: DUTY });
  const reason = { code, to: "rejected", note: PLANTED.reason, actor: DUTY } as const;
  await book.move({ ...reason, expectedVersion: 2, key: key(), at: T0 + 2 });
  await book.reopen({ code, text: PLANTED.message, at: T0 + 3, key: key(), reporter: ZALO });
  const disclosures = new Disclosures(bookContext, officials);
  const request = { code, reason: PLANTED.disclosure, by: FIRST, at: T0, key: key() };
  await disclosures.request(request);
  await disclosures.request({ ...request, by: PLANTED.telegramId, key: key() });
  await book.markUndeliverable(other.code, `new:${other.code}`, T0);
  return code;
}

describe("the ledger", () => {
  it("holds no text, no name and no id of a reporter in any column, and nothing of it is logged", async () => {
    const log = vi.spyOn(console, "log");
    const code = await wholeCase();
    const text = await dump();
    expect(text).toContain(code);
    const logged = JSON.stringify(log.mock.calls);
    log.mockRestore();
    for (const [what, planted] of Object.entries(PLANTED)) {
      expect(text.includes(planted), what).toBe(false);
      expect(logged.includes(planted), what).toBe(false);
      expect(text.includes(toBase64Url(new TextEncoder().encode(planted))), what).toBe(false);
    }
    for (const fragment of ["Planted", "chợ", "345.67", "21.85"]) expect(text).not.toContain(fragment);
    // A field's name, not three letters of what is sealed.
    expect(text).not.toMatch(/[^\w-]lat\\?"/u);
  });
});

describe("rotation", () => {
  it("seals everything anew in steps, and the old key can go", async () => {
    const first = await wholeCase(PLANTED.submission);
    const both = { db: bookContext.db, ring: ringOf(2, 1) };
    await both.db.prepare("DELETE FROM name_keys").run();
    const name = await new ChatNames(both.db, ringOf(1)).nameOf("a chat");
    const between = createReportBook(both.db, both.ring);
    // Half way: old and new rows side by side, all of them found.
    expect(await rotate(both, 3)).toMatchObject({ resealed: 3, done: false });
    expect((await between.reportsOf(ZALO)).map(({ code }) => code)).toContain(first);
    expect(await between.submit(submission({ submissionKey: PLANTED.submission }))).toMatchObject({
      repeated: true,
    });
    let rotation = await rotate(both, 20);
    while (!rotation.done) rotation = await rotate(both, 20);
    expect(rotation.unreadable).toBe(0);
    expect(await rotate(both)).toMatchObject({ resealed: 0, done: true });

    const after = createReportBook(bookContext.db, ringOf(2));
    expect((await after.get(first))?.content.what).toBe(PLANTED.what);
    expect(await after.reporterOf(first)).toEqual(ZALO);
    expect(await after.isReporter(first, ZALO)).toBe(true);
    expect((await after.history(first)).map(({ text }) => text)).toContain(PLANTED.note);
    expect((await after.pendingDispatches(500)).map(({ code }) => code)).toContain(first);
    await expect(book.get(first)).rejects.toMatchObject({ code: "seal_unknown_key" });
    expect(await new ChatNames(both.db, ringOf(2)).nameOf("a chat")).toBe(name);
  });
});

describe("receipts", () => {
  it("a report's receipt is true and holds neither its code nor its words", async () => {
    const { code } = await book.submit(submission());
    const receipt = (await book.receiptFor(code)) ?? "";
    expect(await verifyReceipt(bookContext.ring, receipt)).toEqual({ kind: "valid", receivedAt: T0 });
    expect(receipt).not.toContain(code);
    expect(await book.receiptFor("TB-0000-0000")).toBeNull();
  });
});

describe("opening an identity", () => {
  const disclosures = new Disclosures(bookContext, officials);
  const SECOND = "138000002";
  const HOUR_LATER = T0 + 61 * 60_000;

  async function request(by = FIRST): Promise<{ code: string; id: string }> {
    const { code } = await book.submit(submission());
    const outcome = await disclosures.request({ code, reason: PLANTED.disclosure, by, at: T0, key: fresh() });
    if (outcome.kind !== "requested") throw new Error(outcome.why);
    return { code, id: outcome.id };
  }
  const step = (id: string, by: string, at = T0 + 1000) => ({ id, by, at, key: fresh() });
  const reading = (code: string, by: string, at = HOUR_LATER, oneTimeCode: string | null = null) => ({
    code,
    by,
    at,
    oneTimeCode,
    key: fresh(),
  });
  const refused = (why: string, from?: number) => ({
    kind: "refused",
    why,
    ...(from !== undefined && { from }),
  });

  it("takes two supervisors, an hour and a code; the first reads", async () => {
    const { code, id } = await request();
    expect(await disclosures.read(reading(code, FIRST, T0 + 1000))).toEqual(refused("not_confirmed"));
    const opensAt = T0 + 61 * 60_000;
    expect(await disclosures.confirm(step(id, SECOND))).toEqual({ kind: "confirmed", code, opensAt });
    expect(await disclosures.read(reading(code, SECOND))).toEqual(refused("not_requester"));
    expect(await disclosures.read(reading(code, FIRST, opensAt - 1))).toEqual(refused("not_yet", opensAt));
    expect(await disclosures.read(reading(code, FIRST))).toEqual({ kind: "code_needed", code });
    expect(await disclosures.read(reading(code, FIRST, HOUR_LATER, "12345x"))).toEqual(refused("wrong_code"));
  });

  it("needs a reason, a supervisor, a report", async () => {
    const { code, id } = await request();
    const ask = { code, reason: "có lý do", by: FIRST, at: T0, key: fresh() };
    expect(await disclosures.request({ ...ask, reason: "  ", key: fresh() })).toEqual(refused("no_reason"));
    expect(await disclosures.request({ ...ask, code: "TB-0000-0000", key: fresh() })).toEqual(
      refused("unknown"),
    );
    expect(await disclosures.request({ ...ask, by: "777", key: fresh() })).toEqual(refused("not_supervisor"));
    expect(await disclosures.confirm(step(id, "777"))).toEqual(refused("not_supervisor"));
    expect(await disclosures.confirm(step("no-such-request!", SECOND))).toEqual(refused("unknown"));
    expect(await disclosures.confirm(step(id, SECOND, T0 + 30 * 60_000))).toEqual(refused("expired"));
  });

  it("every try is in the audit log, a stranger's without their id", async () => {
    const { code, id } = await request();
    await disclosures.confirm(step(id, FIRST));
    await disclosures.confirm(step(id, "4242424242"));
    await disclosures.confirm(step(id, SECOND));
    await disclosures.read(reading(code, FIRST, T0 + 2000));
    await disclosures.veto(step(id, SECOND));
    const { results } = await bindings.LEDGER.prepare(
      "SELECT actor, action, subject FROM audit WHERE subject LIKE ? || '%' ORDER BY n",
    )
      .bind(code)
      .all();
    expect(results).toEqual([
      { actor: FIRST, action: "identity_request", subject: code },
      { actor: FIRST, action: "identity_refused", subject: `${code} same_person` },
      { actor: "stranger", action: "identity_refused", subject: `${code} not_supervisor` },
      { actor: SECOND, action: "identity_confirm", subject: code },
      { actor: FIRST, action: "identity_refused", subject: `${code} not_yet` },
      { actor: SECOND, action: "identity_veto", subject: code },
    ]);
  });

  it("no time finer than a minute stands beside a report in the clear", async () => {
    const { code } = await book.submit(submission());
    const at = T0 + 12_345;
    const asked = { code, reason: "cần lời khai", by: FIRST, at, key: fresh() };
    const outcome = await disclosures.request(asked);
    if (outcome.kind !== "requested") throw new Error(outcome.why);
    await disclosures.confirm(step(outcome.id, SECOND, at));
    const rows = await bindings.LEDGER.prepare("SELECT * FROM report_disclosures WHERE code = ?")
      .bind(code)
      .all();
    const audit = await bindings.LEDGER.prepare("SELECT at FROM audit WHERE subject = ?").bind(code).all();
    const times = [...rows.results, ...audit.results].flatMap((row) =>
      Object.values(row).filter((value) => typeof value === "number"),
    );
    expect(times.length).toBeGreaterThan(5);
    expect(times.filter((time) => time % 60_000 !== 0)).toEqual([]);
  });
});

describe("sealed rows", () => {
  it("a row put in another's place doesn't open", async () => {
    const { code } = await book.submit(submission());
    const other = await book.submit(submission());
    const swap = (table: string, column: string) =>
      bindings.LEDGER.prepare(
        `UPDATE ${table} SET ${column} = (SELECT ${column} FROM ${table} WHERE code = ?) WHERE code = ?`,
      )
        .bind(code, other.code)
        .run();
    await swap("reports", "content_sealed");
    await swap("report_vault", "identity_sealed");
    await expect(book.get(other.code)).rejects.toMatchObject({ code: "seal_tampered" });
    await expect(book.reporterOf(other.code)).rejects.toMatchObject({ code: "seal_tampered" });
  });
});
