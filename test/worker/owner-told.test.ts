import { beforeEach, describe, expect, it } from "vitest";
import { plainText } from "../../src/messaging/reply.ts";
import { AlarmDesk, GROUP } from "./alarm-desk.ts";
import { bindings, migrate } from "./bindings.ts";
import { CitizenChat } from "./citizen-chat.ts";
import { emptyOffice } from "./office.ts";
import { book, T0 } from "./reports-fixture.ts";

const [CHIEF, ONE, TWO] = ["138000001", "2201", "2202"] as const;

let desk: AlarmDesk;
beforeEach(async () => {
  await migrate();
  await emptyOffice();
  await bindings.LEDGER.prepare("UPDATE report_dispatches SET state = 'delivered'").run();
  desk = new AlarmDesk(T0, CHIEF);
  await desk.enlist(ONE, "Trực Một");
  await desk.enlist(TWO, "Trực Hai");
});

/** A citizen whose report is in the book and was accepted by the first handler. */
async function accepted(): Promise<{ readonly chat: CitizenChat; readonly code: string }> {
  const chat = new CitizenChat({ now: desk.now });
  const { code } = await desk.report(
    { lane: "crime", category: "theft" },
    { channel: "zalo", chat: chat.id },
  );
  await desk.moves(ONE, code, "accepted");
  return { chat, code };
}

/** What the citizen says, and what it makes the desk be told. */
async function says(chat: CitizenChat, text: string): Promise<string> {
  const words = await chat.say(text);
  desk.now = chat.now;
  await desk.carry();
  return words;
}

async function taps(chat: CitizenChat, label: string): Promise<string> {
  const found = chat.last
    .flatMap(({ buttons = [] }) => buttons)
    .find((button) => button.label.startsWith(label));
  if (found === undefined) throw new Error(`no button ${label}`);
  const words = await chat.hear({ kind: "text", text: found.payload, tapped: true });
  desk.now = chat.now;
  await desk.carry();
  return words;
}

const card = (code: string): string =>
  plainText(
    desk.told.findLast(({ chat, reply }) => chat === GROUP && reply.slot === `card:${code}`)?.reply ?? {
      blocks: [],
    },
  );

describe("what the citizen says after the report", () => {
  it("is on the card and reaches its owner at once, and nobody else in private", async () => {
    const { chat, code } = await accepted();
    expect(await says(chat, `${code}: nó còn đeo kính đen, đi dép tổ ong`)).toContain(
      "Đã chuyển cho cán bộ trực",
    );
    expect(desk.to(GROUP, "đeo kính đen")).toHaveLength(1);
    expect(desk.to(ONE, "người báo vừa nhắn thêm")).toHaveLength(1);
    expect(desk.to(ONE).join()).not.toContain("kính đen");
    expect(desk.to(TWO)).toEqual([]);
    expect(card(code)).toMatch(/Người báo nhắn thêm 1 lần/u);
  });

  it("takes back: the card says so in capitals and the owner is told", async () => {
    const { chat, code } = await accepted();
    await says(chat, `tôi muốn rút tin ${code}`);
    await taps(chat, "Rút");
    expect(card(code)).toMatch(/NGƯỜI BÁO XIN RÚT lúc/u);
    expect(desk.to(ONE, "XIN RÚT")).toHaveLength(1);
  });

  it("reaches no owner whose role was taken away, and no phone but the owner's", async () => {
    const { chat, code } = await accepted();
    await desk.officials.revoke(CHIEF, ONE, desk.now);
    await says(chat, `${code}: hôm nay nó lại đến nữa`);
    expect(desk.to(ONE)).toEqual([]);
    expect(desk.to(GROUP, "lại đến nữa")).toHaveLength(1);
  });

  it("says which files couldn't be kept", async () => {
    const { chat, code } = await accepted();
    chat.file = null;
    await chat.hear({ kind: "media", media: [{ kind: "image", ref: "x" }], caption: `${code} ảnh nó đây` });
    desk.now = chat.now;
    await desk.carry();
    expect(card(code)).toContain("Gửi thêm mà không giữ được: ảnh");
  });
});

describe("the result", () => {
  it("comes with a sentence and a photo, and one tap says that it is well: the card has it", async () => {
    const { chat, code } = await accepted();
    const told = await desk.result(ONE, code, "Đã tìm thấy xe, mời anh/chị đến nhận.");
    expect(told).toContain("Đã xong");
    const notice = desk.told.findLast((one) => one.chat === chat.id);
    expect(notice?.words).toContain("Kết quả: Đã tìm thấy xe");
    expect(notice?.reply.attachments).toHaveLength(1);
    chat.last = notice === undefined ? [] : [notice.reply];
    await taps(chat, "Đã ổn");
    expect(card(code)).toContain("Người báo cho biết đã ổn");
    expect((await book.history(code)).filter(({ action }) => action === "satisfied")).toHaveLength(1);
    await chat.hear({ kind: "text", text: `/daon ${code}` });
    expect((await book.history(code)).filter(({ action }) => action === "satisfied")).toHaveLength(1);
  });

  it("without a sentence isn't taken", async () => {
    const { code } = await accepted();
    expect(await desk.result(ONE, code, "")).toContain("viết kết quả bằng một câu");
    expect((await book.get(code))?.state).toBe("accepted");
  });

  it("that isn't well opens the case again: its owner is told, and what is said next goes to it", async () => {
    const { chat, code } = await accepted();
    await desk.result(ONE, code, "Đã xử lý.");
    chat.last = [desk.told.findLast((one) => one.chat === chat.id)?.reply ?? { blocks: [] }];
    expect(await taps(chat, "Chưa xong")).toContain("còn điều gì chưa xong");
    expect(desk.to(ONE, "CHƯA XONG")).toHaveLength(1);
    expect((await book.get(code))?.state).toBe("in_progress");
    await says(chat, "họ vẫn tụ tập ở đấy mỗi tối");
    expect(desk.to(GROUP, "vẫn tụ tập")).toHaveLength(1);
  });

  it("is nobody else's to be content with", async () => {
    const { code } = await accepted();
    await desk.result(ONE, code, "Đã xử lý.");
    const stranger = new CitizenChat({ now: desk.now });
    expect(await stranger.hear({ kind: "text", text: `/daon ${code}` })).toBe(
      await stranger.hear({ kind: "text", text: "/daon TB-0000-0000" }),
    );
    expect((await book.history(code)).filter(({ action }) => action === "satisfied")).toEqual([]);
  });
});

describe("“how far is it”, in plain words", () => {
  it.each([
    "tin của tôi xử lý đến đâu rồi",
    "vụ tôi báo hôm trước tới đâu rồi em",
    "các tin tôi gửi giờ thế nào rồi ạ",
    "đã ai xem tin em báo chưa",
  ])("lists one's own reports: %s", async (words) => {
    const chat = new CitizenChat({ now: desk.now });
    const reporter = { channel: "zalo", chat: chat.id } as const;
    const theirs = await desk.report({ lane: "crime" });
    const first = await desk.report({ lane: "crime", category: "theft" }, reporter);
    const second = await desk.report({ lane: "feedback", category: "environment" }, reporter);
    chat.now += 3 * 24 * 3_600_000;
    const said = await chat.say(words);
    expect(said).toContain(first.code);
    expect(said).toContain(second.code);
    expect(said).toContain("Trộm cắp");
    expect(said).not.toContain(theirs.code);
  });
});
