import { beforeEach, describe, expect, it } from "vitest";
import { apartFromClosed } from "../../src/features/reporting/book/apart.ts";
import { plainText } from "../../src/messaging/reply.ts";
import { AlarmDesk, GROUP } from "./alarm-desk.ts";
import { bindings, migrate } from "./bindings.ts";
import { CitizenChat } from "./citizen-chat.ts";
import { emptyOffice } from "./office.ts";
import { book, bookContext, T0 } from "./reports-fixture.ts";

const [CHIEF, ONE] = ["138000001", "2301"] as const;
const CODE = /TB-[0-9A-Z]{4}-[0-9A-Z]{4}/u;

let desk: AlarmDesk;
beforeEach(async () => {
  await migrate();
  await emptyOffice();
  await bindings.LEDGER.prepare("UPDATE report_dispatches SET state = 'delivered'").run();
  await bindings.LEDGER.prepare("UPDATE reports SET closed_at = 1, erased_at = 1, noise = 0").run();
  desk = new AlarmDesk(T0, CHIEF);
  await desk.enlist(ONE, "Trực Một");
});

/** Types all of it, each after the last; the desk is told. */
async function tells(chat: CitizenChat, ...messages: readonly string[]): Promise<string> {
  let last = "";
  for (const message of messages) last = await chat.say(message);
  desk.now = chat.now;
  await desk.carry();
  return last;
}

const ownOf = (chat: CitizenChat) => book.reportsOf({ channel: "zalo", chat: chat.id });

describe("a joke or abuse", () => {
  it("is asked about once; who sends it all the same is on the day's one card", async () => {
    const first = new CitizenChat();
    expect(
      await tells(
        first,
        "/baocao báo công an bắt crush tội làm tim em lỡ nhịp =))",
        "bỏ qua",
        "bỏ qua",
        "gửi",
      ),
    ).toContain("Đây là việc có thật?");
    expect(await ownOf(first)).toEqual([]);
    expect(await tells(first, "gửi")).toMatch(CODE);
    const second = new CitizenChat();
    await tells(second, "/baocao đm chúng mày lũ ăn hại", "bỏ qua", "bỏ qua", "gửi", "gửi");
    const cards = desk.told.filter(({ chat }) => chat === GROUP);
    expect(new Set(cards.map(({ reply }) => reply.slot))).toEqual(new Set(["noise:2026-11-23"]));
    expect(cards.at(-1)?.words).toContain("Nghi đùa, chửi bới ngày 23/11/2026: 2 tin");
    for (const chat of [first, second]) expect(cards.at(-1)?.words).toContain((await ownOf(chat))[0]?.code);
    const [{ code = "" } = {}] = await ownOf(first);
    expect(await desk.says(ONE, `/tin ${code}`)).toContain("lỡ nhịp");
    await desk.moves(ONE, code, "accepted");
    expect((await book.get(code))?.state).toBe("accepted");
  });

  it("that turns out to be meant is a report like any other", async () => {
    const chat = new CitizenChat();
    await tells(chat, "/baocao haha đùa thôi", "bỏ qua", "bỏ qua", "gửi");
    await tells(chat, "thật ra tối qua có trộm vào nhà tôi ở chợ Kỳ Lừa lấy mất xe máy", "gửi");
    const [{ code = "" } = {}] = await ownOf(chat);
    expect((await book.get(code))?.noise).toBeUndefined();
    expect(desk.told.some(({ reply }) => reply.slot === `card:${code}`)).toBe(true);
  });
});

describe("the same person's same report", () => {
  it("joins the first, and says so; sent once more it is a new one", async () => {
    const chat = new CitizenChat();
    const words = "/baocao tối qua có người tụ tập đánh bạc ở nhà văn hoá thôn Bản Cằm";
    expect(await tells(chat, words, "bỏ qua", "gửi")).toMatch(CODE);
    const [first] = await ownOf(chat);
    expect(await tells(chat, words, "bỏ qua", "gửi")).toContain(`đã báo rồi, mã ${first?.code}`);
    expect(await ownOf(chat)).toHaveLength(1);
    expect(desk.to(GROUP, "Người báo gửi lại tin này")).toHaveLength(1);
    expect(await tells(chat, words, "bỏ qua", "gửi")).not.toContain("đã báo rồi");
    expect(await ownOf(chat)).toHaveLength(2);
  });

  it("isn't the same for another person, nor after a day", async () => {
    const words = "/baocao tối qua có người tụ tập đánh bạc ở nhà văn hoá thôn Bản Cằm";
    const [one, other] = [new CitizenChat(), new CitizenChat()];
    await tells(one, words, "bỏ qua", "gửi");
    expect(await tells(other, words, "bỏ qua", "gửi")).not.toContain("đã báo rồi");
    one.now += 25 * 3_600_000;
    expect(await tells(one, words, "bỏ qua", "gửi")).not.toContain("đã báo rồi");
  });

  it("is found again by a repeated turn as what it was: a new report with its code", async () => {
    const chat = new CitizenChat();
    await tells(chat, "/baocao tối qua có trộm vào nhà ở ngõ 5 phố Muối lấy mất xe máy", "bỏ qua");
    const before = chat.session;
    const key = "the-same-turn";
    const first = await chat.hear({ kind: "text", text: "gửi" }, key);
    chat.session = before;
    const again = await chat.hear({ kind: "text", text: "gửi" }, key);
    expect(CODE.exec(again)?.[0]).toBe(CODE.exec(first)?.[0]);
    expect(again).not.toContain("đã báo rồi");
  });
});

describe("a burst", () => {
  it("is one case too where all report at the same moment and none sees the others", async () => {
    const fire = { lane: "urgent", category: "fireHazard", what: "cháy to ở chợ Đông Kinh" } as const;
    const sent = await Promise.all(Array.from({ length: 7 }, () => desk.report(fire)));
    const cases = await Promise.all(sent.map(({ code }) => book.get(code)));
    const heads = cases.filter((one) => one?.duplicateOf === undefined);
    expect(heads).toMatchObject([{ state: "received", merged: 6 }]);
    expect(new Set(cases.flatMap((one) => one?.duplicateOf ?? []))).toEqual(new Set([heads[0]?.code]));
    await desk.carry();
    expect(desk.to(GROUP).at(-1)).toContain(heads[0]?.code);
  });

  const FIRE = { lane: "urgent", category: "fireHazard" } as const;

  it("is found behind more reports of its hour than are compared", async () => {
    const fire = { lane: "urgent", category: "fireHazard", what: "cháy to ở chợ Đông Kinh" } as const;
    for (let i = 0; i < 62; i += 1)
      await desk.report({ ...fire, what: `cháy ở số ${i}`, where: { words: `thôn Xa ${i}, xã Lạ` } });
    const sent = [await desk.report(fire), await desk.report(fire), await desk.report(fire)];
    const [first, ...others] = await Promise.all(sent.map(({ code }) => book.get(code)));
    expect(others.map((one) => one?.duplicateOf)).toEqual([first?.code, first?.code]);
  });

  it("is one where several tell it in the same words, of whatever kind, and not where only the place is the same", async () => {
    const smoke = { lane: "feedback", category: "other", what: "có đám mây đen ở chợ Đông Kinh" } as const;
    const sent = [await desk.report(smoke), await desk.report(smoke), await desk.report(smoke)];
    const [first, ...others] = await Promise.all(sent.map(({ code }) => book.get(code)));
    expect(others.map((one) => one?.duplicateOf)).toEqual([first?.code, first?.code]);
    const { code } = await desk.report({ ...smoke, what: "ai đó bỏ quên một cái thùng ở chợ Đông Kinh" });
    expect((await book.get(code))?.duplicateOf).toBeUndefined();
  });

  it("of forty people becomes one case from the third on, with a counter and a handful of sounds", async () => {
    const all: { readonly code: string; readonly reporter: { readonly chat: string } }[] = [];
    for (let i = 0; i < 40; i += 1)
      all.push(await desk.report({ ...FIRE, what: `cháy to ở chợ Kỳ Lừa, người thứ ${i} thấy` }));
    const [head, second, ...others] = all.map(({ code }) => code);
    const own = desk.told.findLast(({ reply }) => reply.slot === `card:${second}`)?.words;
    expect(own).toContain("Xử lý chung hồ sơ");
    expect(own).toContain(`Trùng với ${head}`);
    const cards = new Set(desk.told.flatMap(({ chat, reply }) => (chat === GROUP ? (reply.slot ?? []) : [])));
    expect(cards).toEqual(new Set([`card:${head}`, `card:${second}`]));
    const card = desk.told.findLast(({ reply }) => reply.slot === `card:${head}`)?.words ?? "";
    expect(card).toContain("CÙNG VIỆC: gộp thêm 39 tin");
    expect(card).toContain("người thứ 39 thấy");
    expect(desk.to(GROUP, "người báo cùng việc này").length).toBeLessThan(6);
    for (const code of [second ?? "", ...others]) expect((await book.get(code))?.duplicateOf).toBe(head);
  });

  it("has who tells of it in words that name no kind, and nothing else that happens there", async () => {
    for (let i = 0; i < 3; i += 1)
      await desk.report({ ...FIRE, what: `cháy to ở kho vải chợ, người thứ ${i}` });
    const unread = { lane: "feedback", category: "other" } as const;
    const same = await desk.report({ ...unread, what: "cháy kho vải chợ người" });
    expect((await book.get(same.code))?.duplicateOf).toBeDefined();
    const other = await desk.report({ ...unread, what: "kho vải chợ có đèn đường hỏng đã lâu" });
    expect((await book.get(other.code))?.duplicateOf).toBeUndefined();
  });

  it("leaves what a handler has accepted", async () => {
    const first = await desk.report({ ...FIRE, what: "cháy chợ 0" });
    const taken = await desk.report({ ...FIRE, what: "cháy chợ 1" });
    await desk.moves(ONE, taken.code, "accepted");
    await desk.report({ ...FIRE, what: "cháy chợ 2" });
    expect((await book.get(taken.code))?.state).toBe("accepted");
    expect((await book.get(first.code))?.merged).toBe(1);
  });

  it("rings as one case, and each of its reporters is told to call 113", async () => {
    const all = [];
    for (let i = 0; i < 6; i += 1) all.push(await desk.report({ ...FIRE, what: `cháy chợ ${i}` }));
    const [head, second, ...others] = all;
    await desk.pass(5);
    for (const { code } of [second, ...others].flatMap((one) => one ?? []))
      expect(desk.to(GROUP, code).filter((words) => words.includes("PHÚT CHƯA AI NHẬN"))).toEqual([]);
    for (const one of [head, second, ...others])
      expect(desk.to(one?.reporter.chat ?? "")).toEqual([expect.stringContaining("Gọi ngay 113")]);
  });

  it("never tells one reporter of another", async () => {
    const all = [];
    for (let i = 0; i < 5; i += 1) all.push(await desk.report({ ...FIRE, what: `cháy chợ ${i}` }));
    const head = all[0]?.code ?? "";
    await desk.moves(ONE, head, "accepted");
    await desk.pass(5);
    for (const { code, reporter } of all) {
      const said = desk.to(reporter.chat).join("\n");
      for (const other of all) if (other.code !== code) expect(said).not.toContain(other.code);
      expect(said).not.toMatch(/người báo|người khác|cùng việc/u);
      const status = plainText(
        (await new CitizenChat({ id: reporter.chat }).turn({ kind: "text", text: `/tracuu ${code}` }))
          .replies[0] ?? { blocks: [] },
      );
      for (const other of all) if (other.code !== code) expect(status).not.toContain(other.code);
    }
    for (const { reporter } of all)
      expect(JSON.stringify(desk.told.filter(({ chat }) => chat === GROUP))).not.toContain(reporter.chat);
  });

  it("isn't what one chat sends, nor what happens elsewhere, nor another kind", async () => {
    const one = { channel: "zalo", chat: "one-who-floods" } as const;
    const codes: string[] = [];
    for (let i = 0; i < 5; i += 1) codes.push((await desk.report({ ...FIRE, what: `cháy ${i}` }, one)).code);
    for (const code of codes) expect((await book.get(code))?.duplicateOf).toBeUndefined();
    for (let i = 0; i < 4; i += 1) {
      const { code } = await desk.report({
        lane: "crime",
        category: "drugs",
        what: `ma tuý ${i}`,
        details: {},
      });
      expect((await book.get(code))?.duplicateOf, "each has a victim of its own").toBeUndefined();
    }
  });

  it("goes on without its first report, which was nothing: the next one is the case, and rings anew", async () => {
    const all = [];
    for (let i = 0; i < 5; i += 1) all.push(await desk.report({ ...FIRE, what: `cháy chợ ${i}` }));
    const [head, second, ...rest] = all;
    await desk.pass(4);
    await desk.says(ONE, `/xl ${head?.code} rejected 1 r0`);
    expect((await book.get(head?.code ?? ""))?.state).toBe("rejected");
    expect(await book.get(second?.code ?? "")).toMatchObject({ state: "received", merged: 3 });
    for (const { code } of rest) expect((await book.get(code))?.duplicateOf).toBe(second?.code);
    for (const one of [second, ...rest]) expect(desk.to(one?.reporter.chat ?? "", "Không xử lý")).toEqual([]);
    const card = desk.told.findLast(({ reply }) => reply.slot === `card:${second?.code}`);
    expect(card?.words).toContain("CHƯA AI NHẬN");
    await desk.pass(2);
    expect(desk.to(GROUP, `${second?.code}`).filter((words) => words.includes("2 PHÚT CHƯA"))).toHaveLength(
      1,
    );
    const next = await desk.report({ ...FIRE, what: "cháy chợ nữa" });
    expect((await book.get(next.code))?.duplicateOf).toBeDefined();
  });

  it("that ends at the very moment in which another report joins it: that one is a case and rings", async () => {
    const all = [];
    for (let i = 0; i < 3; i += 1) all.push(await desk.report({ ...FIRE, what: `cháy chợ ${i}` }));
    const [head, , last] = all.map(({ code }) => code);
    if (head === undefined || last === undefined) throw new Error("no case");
    await apartFromClosed(bookContext, { code: last, lane: "urgent", head, at: desk.now });
    expect((await book.get(last))?.duplicateOf).toBe(head);
    await desk.moves(ONE, head, "accepted");
    await desk.result(ONE, head, "Đã dập tắt.");
    await apartFromClosed(bookContext, { code: last, lane: "urgent", head, at: desk.now });
    expect(await book.get(last)).toMatchObject({ state: "received" });
    await desk.pass(2);
    expect(desk.to(GROUP, last).filter((words) => words.includes("2 PHÚT CHƯA"))).toHaveLength(1);
  });

  it("of what a handler merged: that goes with the one case", async () => {
    const [head, other] = [
      await desk.report(FIRE),
      await desk.report({ ...FIRE, where: { words: "nơi khác" } }),
    ];
    await desk.says(ONE, `/xl ${other.code} duplicate 1 ${head.code}`);
    await desk.says(ONE, `/xl ${head.code} rejected 1 r0`);
    expect((await book.get(other.code))?.state).toBe("duplicate");
  });

  it("of a joined report: what its reporter adds is heard by the group and by who has the case", async () => {
    const all = [];
    for (let i = 0; i < 4; i += 1) all.push(await desk.report({ ...FIRE, what: `cháy chợ ${i}` }));
    const [head, , , last] = all;
    await desk.moves(ONE, head?.code ?? "", "accepted");
    const chat = new CitizenChat({ id: last?.reporter.chat ?? "", now: desk.now });
    const said = await tells(chat, `${last?.code}: có trẻ con kẹt trên tầng 3`);
    expect(said).toContain("Đã chuyển cho cán bộ trực");
    expect(said).not.toContain("đã đóng");
    expect(desk.to(GROUP, "kẹt trên tầng 3")).toHaveLength(1);
    expect(desk.to(ONE, "vừa nhắn thêm")).toHaveLength(1);
  });
});

it("what was joined to a case that is closed by now is new: it must ring", async () => {
  const all = [];
  for (let i = 0; i < 3; i += 1)
    all.push(await desk.report({ lane: "urgent", category: "fireHazard", what: "cháy to ở chợ" }));
  const [head, , last] = all;
  await desk.moves(ONE, head?.code ?? "", "accepted");
  const { content, category, lane } = (await book.get(last?.code ?? "")) ?? { content: undefined };
  if (content === undefined || last === undefined) throw new Error("no case");
  const again = {
    reporter: last.reporter,
    content,
    category,
    lane,
    at: desk.now,
    submissionKey: "another",
  } as const;
  expect(await book.sameOwn(again)).toBe(last.code);
  await desk.result(ONE, head?.code ?? "", "Đã dập tắt.");
  expect(await book.sameOwn(again)).toBeNull();
});
