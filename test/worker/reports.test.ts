import { beforeAll, describe, expect, it } from "vitest";
import { AuditLog } from "../../src/features/officials/audit.ts";
import { createReportBook } from "../../src/features/reporting/create-report-book.ts";
import { bindings, migrate } from "./bindings.ts";
import {
  book,
  bookContext,
  CONTENT,
  closedCase,
  DUTY,
  fresh,
  OTHER_DUTY,
  SUPERVISOR,
  submission,
  T0,
  TELEGRAM,
  ZALO,
} from "./reports-fixture.ts";

beforeAll(migrate);

const countOf = async (table: string, code: string): Promise<number> => {
  const sql = `SELECT count(*) AS n FROM ${table} WHERE code = ?`;
  return (await bindings.LEDGER.prepare(sql).bind(code).first<{ n: number }>())?.n ?? -1;
};

describe("submitting", () => {
  it("writes report, first event, vault row and dispatch together", async () => {
    const { code, dueAt, repeated } = await book.submit(submission());
    expect(code).toMatch(/^TB-.{4}-.{4}$/);
    expect(repeated).toBe(false);
    expect(dueAt).toBe(Date.parse("2026-11-26T23:59:59.999+07:00"));
    for (const table of ["reports", "report_events", "report_vault", "report_dispatches"])
      expect(await countOf(table, code)).toBe(1);
    expect(await book.get(code)).toMatchObject({
      code,
      lane: "crime",
      category: "theft",
      state: "received",
      content: { ...CONTENT, media: [] },
      receivedAt: T0,
      version: 1,
      undelivered: 0,
    });
  });

  it("the same submission again, later or at the same moment, is the same report", async () => {
    const once = submission();
    const first = await book.submit(once);
    const again = await book.submit({ ...once, at: T0 + 60_000 });
    expect(again).toEqual({ ...first, repeated: true });
    const twin = submission();
    const both = await Promise.all([book.submit(twin), book.submit(twin), book.submit(twin)]);
    expect(new Set(both.map(({ code }) => code)).size).toBe(1);
    expect(both.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await countOf("report_events", both[0]?.code ?? "")).toBe(1);
  });

  it("a taken code is tried again, and a failed batch leaves nothing behind", async () => {
    const bytes = [7, 7, 7, 7, 7, 7, 7, 8];
    let asked = 0;
    const unlucky = createReportBook(bookContext.db, bookContext.ring, (n) => {
      asked += 1;
      return new Uint8Array(n).fill(bytes[asked < 3 ? 0 : 7] ?? 0);
    });
    const first = await unlucky.submit(submission());
    const second = await unlucky.submit(submission());
    expect(second.code).not.toBe(first.code);
    expect(asked).toBe(3);
    expect(await countOf("report_vault", first.code)).toBe(1);
    const stuck = createReportBook(bookContext.db, bookContext.ring, (n) => new Uint8Array(n).fill(7));
    const lost = submission();
    await expect(stuck.submit(lost)).rejects.toThrow("UNIQUE");
    expect((await book.submit(lost)).repeated).toBe(false);
  });
});

describe("looking up", () => {
  it("whoever holds a code learns state and times only", async () => {
    const { code } = await book.submit(submission());
    const status = await book.statusFor(code);
    expect(Object.keys(status ?? {}).sort()).toEqual(
      ["category", "changedAt", "code", "dueAt", "erased", "lane", "receivedAt", "state"].sort(),
    );
    expect(await book.statusFor("TB-0000-0000")).toBeNull();
    expect(await book.get("TB-0000-0000")).toBeNull();
  });

  it("a reporter finds their own, across messengers nobody else's", async () => {
    const who = { channel: "telegram", chat: "5550001" } as const;
    const older = await book.submit(submission({ reporter: who, at: T0 }));
    const newer = await book.submit(submission({ reporter: who, at: T0 + 1 }));
    expect((await book.reportsOf(who)).map(({ code }) => code)).toEqual([newer.code, older.code]);
    expect(await book.reportsOf({ ...who, channel: "zalo" })).toEqual([]);
    expect(await book.isReporter(older.code, who)).toBe(true);
    expect(await book.isReporter(older.code, ZALO)).toBe(false);
    expect(await book.reporterOf(older.code)).toEqual(who);
  });

  it("counts what came from a chat in the last day", async () => {
    const who = { channel: "zalo", chat: "5550002" } as const;
    for (const at of [T0 - 86_400_000, T0 - 86_340_000, T0])
      await book.submit(submission({ reporter: who, at }));
    expect(await book.rateOf(who, T0)).toBe(2);
    expect(await book.rateOf(TELEGRAM, T0)).toBe(0);
  });

  it("lists open cases by deadline, overdue ones alone where asked", async () => {
    const urgent = await book.submit(submission({ lane: "urgent", at: T0 }));
    const later = await book.submit(submission({ lane: "feedback", at: T0 }));
    const closed = await closedCase({ lane: "urgent" });
    const open = (await book.open()).map(({ code }) => code);
    expect(open.indexOf(urgent.code)).toBeLessThan(open.indexOf(later.code));
    expect(open).not.toContain(closed);
    const overdue = (await book.open({ overdueAt: T0 + 16 * 60_000 })).map(({ code }) => code);
    expect(overdue).toContain(urgent.code);
    expect(overdue).not.toContain(later.code);
  });
});

describe("moving", () => {
  it("goes through the workflow with its history, and the clock moves on", async () => {
    const { code, dueAt } = await book.submit(submission());
    const moved = await book.move({
      code,
      to: "accepted",
      actor: DUTY,
      expectedVersion: 1,
      key: fresh(),
      at: T0 + 5 * 60_000,
    });
    expect(moved).toMatchObject({
      kind: "moved",
      report: { state: "accepted", version: 2 },
      repeated: false,
    });
    const report = await book.get(code);
    expect(report?.dueAt).toBeGreaterThan(dueAt);
    await book.move({
      code,
      to: "resolved",
      note: "Xong",
      actor: OTHER_DUTY,
      expectedVersion: 2,
      key: fresh(),
      at: T0 + 9 * 60_000 + 138,
    });
    expect(await book.history(code)).toEqual([
      { at: T0, actor: "reporter", action: "received", to: "received" },
      {
        at: T0 + 5 * 60_000,
        actor: { id: "21", label: "Tổ trực số 2" },
        action: "moved",
        from: "received",
        to: "accepted",
      },
      {
        at: T0 + 9 * 60_000,
        actor: { id: "22", label: "Tổ trực số 3" },
        action: "moved",
        from: "accepted",
        to: "resolved",
        text: "Xong",
      },
    ]);
  });

  it("of two presses at once one wins and the other learns who", async () => {
    const { code } = await book.submit(submission());
    const press = { code, expectedVersion: 1, at: T0 + 5 };
    const outcomes = await Promise.all([
      book.move({ ...press, to: "accepted", actor: DUTY, key: fresh() }),
      book.move({ ...press, to: "rejected", actor: OTHER_DUTY, key: fresh(), note: "Tin thử" }),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["moved", "stale"]);
    const winner = outcomes[0].kind === "moved" ? DUTY : OTHER_DUTY;
    expect(outcomes.find(({ kind }) => kind === "stale")).toMatchObject({
      last: { actor: { id: winner.id, label: winner.label }, from: "received" },
    });
    expect(await countOf("report_events", code)).toBe(2);
    expect(
      (await book.pendingDispatches(500)).filter((d) => d.code === code && d.target === "reporter"),
    ).toHaveLength(1);
  });

  it("the same press again, later or at the same moment, is one move", async () => {
    const { code } = await book.submit(submission());
    const press = {
      code,
      to: "accepted",
      actor: DUTY,
      expectedVersion: 1,
      key: fresh(),
      at: T0 + 5,
    } as const;
    const outcomes = [...(await Promise.all([book.move(press), book.move(press)])), await book.move(press)];
    expect(outcomes.map(({ kind }) => kind)).toEqual(["moved", "moved", "moved"]);
    expect(outcomes.filter((outcome) => outcome.kind === "moved" && !outcome.repeated)).toHaveLength(1);
    expect((await book.get(code))?.version).toBe(2);
  });

  it("what the workflow doesn't know isn't done", async () => {
    const { code } = await book.submit(submission());
    const press = { code, expectedVersion: 1, key: fresh(), at: T0 } as const;
    expect(await book.move({ ...press, to: "in_progress", actor: DUTY })).toMatchObject({
      kind: "not_allowed",
    });
    expect(await book.move({ ...press, to: "accepted", actor: { kind: "reporter" } })).toMatchObject({
      kind: "not_allowed",
    });
    expect(await book.move({ ...press, code: "TB-0000-0000", to: "accepted", actor: DUTY })).toEqual({
      kind: "unknown",
    });
    expect((await book.get(code))?.version).toBe(1);
  });

  it("asks for the reason, the destination and the other report", async () => {
    const { code } = await book.submit(submission());
    const original = await book.submit(submission());
    const press = { code, actor: DUTY, expectedVersion: 1, at: T0 } as const;
    for (const to of ["rejected", "forwarded"] as const)
      expect(await book.move({ ...press, to, key: fresh(), note: " " })).toMatchObject({
        kind: "incomplete",
      });
    for (const duplicateOf of [undefined, code, "TB-0000-0000"]) {
      const request = {
        ...press,
        to: "duplicate",
        key: fresh(),
        ...(duplicateOf && { duplicateOf }),
      } as const;
      expect(await book.move(request)).toMatchObject({ kind: "incomplete", needs: "duplicate_of" });
    }
    const request = { ...press, to: "duplicate", key: fresh(), duplicateOf: original.code } as const;
    expect(await book.move(request)).toMatchObject({ kind: "moved", report: { duplicateOf: original.code } });
    const told = (await book.pendingDispatches(500)).filter(
      (d) => d.code === code && d.target === "reporter",
    );
    expect(told.map(({ body }) => body)).toEqual([{ kind: "state_changed", to: "duplicate" }]);
    const back = {
      ...press,
      to: "in_progress",
      actor: SUPERVISOR,
      expectedVersion: 2,
      key: fresh(),
    } as const;
    expect(await book.move(back)).toMatchObject({ kind: "moved", report: { state: "in_progress" } });
    expect((await book.get(code))?.duplicateOf).toBeUndefined();
  });

  it("a citizen reopens what was closed, in time, and nobody else does", async () => {
    const code = await closedCase({}, T0 + 2);
    const wish = { code, text: "Chưa xong", at: T0 + 10, key: fresh(), reporter: ZALO };
    expect(await book.reopen({ ...wish, reporter: TELEGRAM })).toEqual({ kind: "unknown" });
    expect(await book.reopen({ ...wish, at: T0 + 31 * 86_400_000 })).toEqual({ kind: "too_late" });
    expect(await book.reopen(wish)).toEqual({ kind: "reopened", repeated: false });
    expect(await book.reopen(wish)).toEqual({ kind: "reopened", repeated: true });
    expect(await book.reopen({ ...wish, key: fresh() })).toEqual({ kind: "not_closed" });
    expect(await book.get(code)).toMatchObject({ state: "in_progress", version: 4 });
    expect((await book.history(code)).at(-1)).toMatchObject({
      action: "reopened",
      actor: "reporter",
      text: "Chưa xong",
    });
    expect((await book.pendingDispatches(500)).filter((d) => d.code === code).at(-1)).toMatchObject({
      target: "duty",
      body: { kind: "reopened", text: "Chưa xong" },
    });
  });
});

describe("talking", () => {
  it("words pass both ways once, notes stay inside", async () => {
    const { code } = await book.submit(submission());
    const media = [{ key: fresh(), kind: "image", bytes: 10, contentType: "image/png" }] as const;
    const question = { code, text: "Xe màu gì?", media: [], at: T0 + 1, key: fresh(), actor: DUTY };
    const answer = { code, text: "Màu đỏ", media, at: T0 + 2, key: fresh(), reporter: ZALO };
    expect(await book.relayToReporter(question)).toEqual({ kind: "relayed", repeated: false });
    expect(await book.relayToReporter(question)).toEqual({ kind: "relayed", repeated: true });
    expect(await book.relayToDuty(answer)).toEqual({ kind: "relayed", repeated: false });
    expect(await book.relayToDuty({ ...answer, key: fresh(), reporter: TELEGRAM })).toEqual({
      kind: "unknown",
    });
    await book.note({ code, text: "Đã gọi công an xã", media: [], at: T0 + 3, key: fresh(), actor: DUTY });
    const mine = (await book.pendingDispatches(500)).filter((d) => d.code === code);
    expect(mine.map(({ target, body }) => [target, body.kind])).toEqual([
      ["duty", "new_report"],
      ["reporter", "duty_said"],
      ["duty", "reporter_said"],
    ]);
    expect(mine[2]?.body).toEqual({ kind: "reporter_said", text: "Màu đỏ", media });
    expect((await book.history(code)).map(({ action, text }) => [action, text])).toEqual([
      ["received", undefined],
      ["told_reporter", "Xe màu gì?"],
      ["told_duty", "Màu đỏ"],
      ["noted", "Đã gọi công an xã"],
    ]);
  });

  it("what couldn't be delivered shows until it went out, and is told once", async () => {
    const { code } = await book.submit(submission());
    await book.relayToReporter({ code, text: "Alo", media: [], at: T0, key: fresh(), actor: DUTY });
    const sent = (await book.pendingDispatches(500)).find((d) => d.code === code && d.target === "reporter");
    const key = sent?.key ?? "";
    await book.markUndeliverable(code, key, T0 + 1);
    await book.markUndeliverable(code, key, T0 + 2);
    // The dispatcher comes late with its word that the chat has it.
    await book.markDelivered(key, T0 + 3);
    expect((await book.get(code))?.undelivered).toBe(1);
    const told = async () =>
      (await book.pendingDispatches(500)).filter((d) => d.code === code).map(({ body }) => body.kind);
    expect(await told()).toEqual(["new_report", "undelivered"]);
    await book.markReached(key, T0 + 4);
    await book.markReached(key, T0 + 5);
    expect((await book.get(code))?.undelivered).toBe(0);
    expect(await told()).toEqual(["new_report", "undelivered", "card_changed"]);
    expect((await book.history(code)).filter(({ action }) => action === "undelivered")).toHaveLength(1);
  });

  it("what is delivered isn't pending, and tries are counted", async () => {
    const { code } = await book.submit(submission());
    const key = `new:${code}`;
    await book.noteAttempt(key);
    expect((await book.pendingDispatches(500)).find((d) => d.key === key)?.attempts).toBe(1);
    await book.markDelivered(key, T0);
    expect((await book.pendingDispatches(500)).find((d) => d.key === key)).toBeUndefined();
  });

  it("a dispatch that can't be opened holds up no other", async () => {
    const { code } = await book.submit(submission());
    const other = await book.submit(submission());
    await bindings.LEDGER.prepare(
      "UPDATE report_dispatches SET payload_sealed = (SELECT payload_sealed FROM report_dispatches WHERE key = ?) WHERE key = ?",
    )
      .bind(`new:${other.code}`, `new:${code}`)
      .run();
    const codes = (await book.pendingDispatches(500)).map((dispatch) => dispatch.code);
    expect(codes).toContain(other.code);
    expect(codes).not.toContain(code);
  });
});

describe("the history", () => {
  it("can't be changed or deleted in the database, nor can the audit log", async () => {
    const { code } = await book.submit(submission());
    const run = (sql: string) => bindings.LEDGER.prepare(sql).run();
    await expect(run(`DELETE FROM report_events WHERE code = '${code}'`)).rejects.toThrow("append-only");
    await expect(run(`UPDATE report_events SET actor = 'x' WHERE code = '${code}'`)).rejects.toThrow(
      "append-only",
    );
    await new AuditLog(bindings.LEDGER).commit({
      key: "k",
      at: 1,
      actor: "a",
      action: "invite",
      subject: "c",
    });
    await expect(run("DELETE FROM audit")).rejects.toThrow("append-only");
    await expect(run("UPDATE audit SET actor = 'x'")).rejects.toThrow("append-only");
  });
});

describe("likely duplicates", () => {
  it("are of one category and share a named detail, or place and days", async () => {
    const base = { category: "fraud", content: { ...CONTENT, media: [] } };
    const { code } = await book.submit(submission(base));
    const plate = { ...base.content, where: { words: "nơi khác" }, details: { plate: "12x1 34567" } };
    const byPlate = await book.submit(submission({ ...base, content: plate, at: T0 + 20 * 86_400_000 }));
    const near = { ...base.content, details: {}, where: { lat: 21.8535, lng: 106.7615 } };
    const byMap = await book.submit(submission({ ...base, content: near }));
    const words = { ...base.content, details: {}, where: { words: "chợ kỳ lừa, phường Kỳ Lừa" } };
    const byWords = await book.submit(submission({ ...base, content: words }));
    const far = { ...base.content, details: { amount: "5 triệu" }, where: { words: "xã Chi Lăng" } };
    await book.submit(submission({ ...base, content: far }));
    await book.submit(submission({ ...base, category: "drugs" }));
    const found = await book.likelyDuplicates(code);
    expect(new Map(found.map(({ code: other, why }) => [other, why.join()]))).toEqual(
      new Map([
        [byPlate.code, "same_detail"],
        [byMap.code, "near_on_map"],
        [byWords.code, "same_place_words"],
      ]),
    );
  });
});
