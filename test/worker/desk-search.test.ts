import { beforeAll, describe, expect, it, vi } from "vitest";
import { createReportBook } from "../../src/features/reporting/create-report-book.ts";
import { rotate } from "../../src/features/reporting/vault/rotate.ts";
import { DAY } from "../../src/platform/time.ts";
import { bindings, migrate } from "./bindings.ts";
import { DeskGroup } from "./desk-group.ts";
import { bookContext, CONTENT, DUTY, dump, fresh, ringOf, submission, T0 } from "./reports-fixture.ts";

const LAN = "4101";
const group = new DeskGroup();

beforeAll(async () => {
  await migrate();
  await group.open([LAN, "Lan ca đêm"]);
});

const reporter = () => ({ channel: "zalo", chat: fresh() }) as const;
const submit = async (what: string, words = "cổng chợ Kỳ Lừa", from = reporter()): Promise<string> =>
  (
    await group.book.submit(
      submission({ reporter: from, content: { ...CONTENT, what, where: { words }, media: [] } }),
    )
  ).code;
const close = async (code: string): Promise<void> => {
  const move = { code, actor: DUTY, at: T0, note: "Xong" };
  await group.book.move({ ...move, to: "accepted", expectedVersion: 1, key: fresh() });
  await group.book.move({ ...move, to: "resolved", expectedVersion: 2, key: fresh() });
};
const search = async (words: string, book = group.book): Promise<string[]> =>
  (await book.find({ group: "all", words, now: T0, limit: 50 })).cases.map(({ code }) => code);

describe("words", () => {
  it("find what is on the card, with marks or without, closed cases too, and numbers however they are written", async () => {
    const [one, two] = [await submit("Trộm xe Exciter biển 12B1-777.88"), await submit("Đá gà ở vườn vải")];
    await close(two);
    expect(await search("exciter")).toEqual([one]);
    expect(await search("12b177788")).toEqual([one]);
    expect(await search("777.88 trom")).toEqual([one]);
    expect(await search("da ga")).toEqual([two]);
    expect(await search("gà Exciter")).toEqual([]);
  });

  it("find a plate that was told with a gap, in whichever way it is typed", async () => {
    const content = { ...CONTENT, what: "mất xe 12C2 44190", details: { plate: "12C2 44190" }, media: [] };
    const { code } = await group.book.submit(submission({ reporter: reporter(), content }));
    for (const typed of ["12c2-44190", "12C2 44190", "12c244190", "44190"])
      expect(await search(typed)).toEqual([code]);
  });

  it("find notes and results, never what the reporter wrote to the handlers later", async () => {
    const from = reporter();
    const code = await submit("Xe lạ đỗ lâu", "gần trạm biến áp", from);
    const message = { code, media: [], at: T0 };
    await group.book.note({ ...message, text: "Đã hỏi bảo vệ Kiệm", actor: DUTY, key: fresh() });
    await group.book.relayToDuty({
      ...message,
      text: "Tôi là Planxtrang nhà số 9",
      reporter: from,
      key: fresh(),
    });
    expect(await search("kiệm")).toEqual([code]);
    expect(await search("planxtrang")).toEqual([]);
    await group.book.setFacts({
      code,
      reporter: from,
      from: () => ({ where: { words: "bãi xe Tân Thanhxa" } }),
      at: T0,
      key: fresh(),
    });
    expect(await search("thanhxa")).toEqual([code]);
    expect(await search("biến áp")).toEqual([]);
  });

  it("are nowhere in the ledger, and go with the case", async () => {
    const from = reporter();
    const code = await submit("Quimbaya đốt rác", "xã Thất Khê", from);
    const rows = async () =>
      (
        await bindings.LEDGER.prepare("SELECT count(*) AS n FROM report_words WHERE code = ?")
          .bind(code)
          .first<{ n: number }>()
      )?.n;
    expect((await dump()).toLowerCase()).not.toMatch(/quimbaya|thất khê|that khe/u);
    expect(await rows()).toBeGreaterThan(0);
    await close(code);
    await group.book.erase({ reporter: from, at: T0, key: fresh(), why: "request" });
    expect(await rows()).toBe(0);
    await group.book.catchUp(1_000);
    expect(await rows()).toBe(0);
    expect(await search("quimbaya")).toEqual([]);
  });

  it("are found under a new key, also when the old one has left the ring", async () => {
    const code = await submit("Vetiver bị nhổ trộm", "phường Đông Kinh");
    const both = { db: bookContext.db, ring: ringOf(2, 1) };
    const between = createReportBook(both.db, both.ring);
    expect(await search("vetiver", between)).toEqual([code]);
    await rotate(both);
    while ((await between.catchUp(500)) > 0);
    const alone = createReportBook(bookContext.db, ringOf(2));
    expect(await search("vetiver", alone)).toEqual([code]);
    const there = await alone.find({ group: "open", communes: ["Đông Kinh"], now: T0, limit: 50 });
    expect(there.cases.map((one) => one.code)).toContain(code);
    // Back to the fixture's key.
    const back = { db: bookContext.db, ring: ringOf(1, 2) };
    await rotate(back);
    while ((await createReportBook(back.db, back.ring).catchUp(500)) > 0);
  });

  it("of many cases open only those whose drawers have them all", async () => {
    const names = [..."bcdghklmnpqrstvx"].flatMap((a) => [..."bcdghklmnpqr"].map((b) => `${a}a${b}on`));
    for (const [i, name] of names.entries())
      await group.book.submit(
        submission({
          reporter: reporter(),
          at: T0 - (i % 3) * 31 * DAY,
          content: {
            ...CONTENT,
            what: `ông ${name} đánh bạc`,
            where: { words: "chợ" },
            details: {},
            media: [],
          },
        }),
      );
    const opened = vi.spyOn(bookContext.ring, "open");
    const found = await group.book.find({ group: "all", words: "ông xaron bạc", now: T0, limit: 10 });
    expect(found.total).toBe(1);
    expect(opened.mock.calls.length).toBeLessThan(names.length / 10);
    opened.mockRestore();
    const common = await group.book.find({ group: "all", words: "đánh bạc", now: T0, limit: 10 });
    expect(common).toMatchObject({ total: names.length, isCut: false });
  });
});

describe("/tin", () => {
  it("filters and pages, each page by its buttons", async () => {
    const urgent = (
      await group.book.submit(
        submission({
          reporter: reporter(),
          lane: "urgent",
          category: "assault",
          content: { ...CONTENT, where: { words: "xã Ba Sơn" }, media: [] },
        }),
      )
    ).code;
    const said = await group.say(LAN, "/tin Ba Sơn");
    expect(said.words).toContain("1 tin đang mở, Ba Sơn");
    expect(said.words).toContain(urgent);
    expect((await group.say(LAN, "/tin KHẨN Ba Sơn")).words).toContain(urgent);
    expect((await group.say(LAN, "/tin của tôi Ba Sơn")).words).toContain("Không có tin nào");
    await group.say(LAN, `/xl ${urgent} accepted 1`);
    expect((await group.say(LAN, "/tin của tôi")).words).toContain(urgent);
    const first = await group.say(LAN, "/tin");
    const second = await group.say(LAN, first.buttons["Trang sau"] ?? "");
    expect(second.words).toMatch(/Trang 2\//u);
    expect(second.buttons["Trang trước"]).toBe("/tin");
    const drugs = await group.book.submit(
      submission({
        reporter: reporter(),
        category: "drugs",
        content: { ...CONTENT, what: "có người hút chích", media: [] },
      }),
    );
    expect((await group.say(LAN, "/tin ma tuý")).words).toContain(drugs.code);
    expect((await group.say(LAN, "/tin ở và của")).words).toContain("quá nhiều tin");
    expect((await group.say(LAN, "/tin TB-ABCD-EFG")).words).toContain("gõ sai");
  });
});
