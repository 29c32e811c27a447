import { beforeAll, describe, expect, it } from "vitest";
import { createAssistant } from "../../src/assistant/features.ts";
import type { Services } from "../../src/assistant/services.ts";
import { Officials } from "../../src/features/officials/directory.ts";
import { duty } from "../../src/features/reporting/duty/duty-feature.ts";
import { dutyNotices } from "../../src/features/reporting/duty/duty-notices.ts";
import { MediaStore } from "../../src/features/reporting/media/media-store.ts";
import type { Report, ReportState } from "../../src/features/reporting/report.ts";
import type { ReportingServices } from "../../src/features/reporting/reporting-services.ts";
import { Disclosures } from "../../src/features/reporting/vault/disclosures.ts";
import type { InboundContent } from "../../src/messaging/inbound.ts";
import { plainText, type Reply } from "../../src/messaging/reply.ts";
import { readMessage } from "../../src/reading/read-message.ts";
import type { TurnContext } from "../../src/turn/feature.ts";
import type { Session } from "../../src/turn/session.ts";
import { bindings, migrate } from "./bindings.ts";
import { photo } from "./photo.ts";
import {
  book,
  bookContext,
  CONTENT,
  closedCase,
  desk,
  fresh,
  PLANTED,
  submission,
  T0,
  ZALO,
} from "./reports-fixture.ts";

const GROUP = "-1001380000138";
const [FIRST, SECOND, STRANGER] = ["138000001", "138000002", "555000555"];
const { ring } = bookContext;
const officials = new Officials(bindings.LEDGER, new Set([FIRST, SECOND]));

beforeAll(async () => {
  await migrate();
  for (const [id, label] of [
    ["21", "Tổ trực số 2"],
    ["22", "Tổ trực số 3"],
  ] as const) {
    await officials.invite(FIRST, "duty", label, `token-${id}`, T0);
    await officials.accept(`token-${id}`, id, T0 + 1);
  }
});

interface Said {
  readonly replies: readonly Reply[];
  /** All its words; "" for silence. */
  readonly words: string;
}

/** A Telegram chat: the feature over real D1 and R2, with a clock of its own. */
class Chat {
  session: Session = {};
  now = T0 + 60_000;
  carried = 0;
  canFetch = true;
  readonly id: string;

  constructor(id = GROUP) {
    this.id = id;
  }

  /** Null where it is no business of the duty's. */
  async take(content: InboundContent, sender = "21", about?: string): Promise<Said | null> {
    const typed = content.kind === "text" ? content.text : content.kind === "media" ? content.caption : "";
    const reading = readMessage(typed ?? "");
    const context = {
      inbound: {
        key: fresh(),
        channel: "telegram",
        chat: this.id,
        sender,
        isPrivate: this.id !== GROUP,
        at: this.now,
        content,
      },
      reading,
      utterance: reading.utterance,
      session: this.session,
      matter: "none",
      now: this.now,
      about,
    } satisfies TurnContext;
    const result = await duty(this.#reporting()).take(context);
    if (result === null) return null;
    this.session = { ...this.session, ...result.session } as Session;
    return { replies: result.replies, words: result.replies.map(plainText).join("\n") };
  }

  async press(payload: string, sender?: string): Promise<Said> {
    return this.#answered(await this.take({ kind: "text", text: payload, tapped: true }, sender));
  }

  async type(text: string, sender?: string): Promise<Said> {
    return this.#answered(await this.take({ kind: "text", text }, sender));
  }

  async reply(about: string | undefined, text: string, sender?: string): Promise<Said> {
    return this.#answered(await this.take({ kind: "text", text }, sender, about));
  }

  /** A reply, and the tap that sends it. */
  async send(about: string, text: string, sender?: string): Promise<Said> {
    return this.tap(await this.reply(about, text, sender), "Gửi", sender);
  }

  /** Taps the button under the last of these messages. */
  async tap({ replies }: Said, label: string, sender?: string): Promise<Said> {
    const button = replies.at(-1)?.buttons?.find((one) => one.label.startsWith(label));
    if (button === undefined) throw new Error(`no button ${label}`);
    return this.press(button.payload, sender);
  }

  async photo(about: string, caption?: string, album?: string): Promise<Said> {
    const media = [{ kind: "image", ref: "file" } as const];
    const content = {
      kind: "media",
      media,
      ...(caption !== undefined && { caption }),
      ...(album !== undefined && { album }),
    } as const;
    return this.#answered(await this.take(content, "21", about));
  }

  #answered(said: Said | null): Said {
    if (said === null) throw new Error("not taken");
    return said;
  }

  /** The whole turn, as the group's conversation takes it. */
  async turn(about: string, text: string): Promise<string> {
    const inbound = {
      key: fresh(),
      channel: "telegram",
      chat: this.id,
      sender: "21",
      isPrivate: false,
      at: this.now,
      content: { kind: "text", text },
    } as const;
    const { replies } = await createAssistant(this.#services())(inbound, this.session, { about });
    return replies.map(plainText).join("\n");
  }

  #services(): Services {
    return { now: () => this.now, officials, reporting: this.#reporting() } as unknown as Services;
  }

  #reporting(): ReportingServices {
    const download = async () => {
      if (!this.canFetch) throw new Error("gone");
      return photo();
    };
    return {
      book,
      ring,
      officials,
      dutyChat: GROUP,
      media: new MediaStore({ bucket: bindings.MEDIA, db: bindings.LEDGER, ring, download }),
      ...desk,
      carry: async () => void this.carried++,
      identity: {
        disclosures: new Disclosures(bookContext, officials),
        supervisors: async () => [FIRST, SECOND],
        announce: async () => undefined,
      },
    };
  }
}

async function newCase(): Promise<string> {
  return (await book.submit(submission())).code;
}

async function caseOf(code: string): Promise<Report> {
  const report = await book.get(code);
  if (report === null) throw new Error("no case");
  return report;
}

const stateOf = async (code: string): Promise<ReportState> => (await caseOf(code)).state;
const toldReporter = async (code: string) =>
  (await book.pendingDispatches(200))
    .filter((one) => one.code === code && one.target === "reporter")
    .map(({ body }) => body);
const slots = ({ replies }: Said) => replies.map(({ slot }) => slot);

describe("a button of the card", () => {
  it("moves the case and changes the card in place, without a further message", async () => {
    const [chat, code] = [new Chat(), await newCase()];
    const said = await chat.press(`/xl ${code} accepted 1`);
    expect(await stateOf(code)).toBe("accepted");
    expect(slots(said)).toEqual([`card:${code}`]);
    expect(said.words).toContain("Đã tiếp nhận");
    expect(said.replies[0]?.buttons?.[0]?.payload).toBe(`/xl ${code} in_progress 2`);
    expect(chat.carried).toBe(1);
  });

  it("on a copy says in a line what was done", async () => {
    const [chat, code] = [new Chat(), await newCase()];
    const said = await chat.press(`/xl ${code} accepted 1 c`);
    expect(slots(said)).toEqual([undefined, `card:${code}`]);
    expect(said.words).toContain(`${code}: Đã tiếp nhận (`);
  });

  it("of yesterday's card tells who did what since, and moves nothing", async () => {
    const [chat, code] = [new Chat(), await newCase()];
    await chat.press(`/xl ${code} accepted 1`, "21");
    const said = await chat.press(`/xl ${code} rejected 1 r0`, "22");
    expect(said.words).toContain(`Tổ trực số 2 đã chuyển ${code} sang “Đã tiếp nhận”`);
    expect(await stateOf(code)).toBe("accepted");
  });

  it("at the same moment as another's: one wins, the other is told", async () => {
    const code = await newCase();
    const both = await Promise.all([
      new Chat().press(`/xl ${code} accepted 1`, "21"),
      new Chat().press(`/xl ${code} rejected 1 r1`, "22"),
    ]);
    expect(both.filter(({ words }) => words.includes("Chưa làm"))).toHaveLength(1);
    expect((await caseOf(code)).version).toBe(2);
  });

  it("that the workflow doesn't have, or only for supervisors, is refused", async () => {
    const [chat, code] = [new Chat(), await newCase()];
    expect((await chat.press(`/xl ${code} resolved 1`)).words).toContain("không làm được bước này");
    const closed = await closedCase();
    chat.now += 30 * 60_000;
    expect((await chat.press(`/xl ${closed} in_progress 3`)).words).toContain("người giám sát");
    expect(await stateOf(closed)).toBe("resolved");
    await chat.press(`/xl ${closed} in_progress 3`, FIRST);
    expect(await stateOf(closed)).toBe("in_progress");
  });

  it("made up moves nothing and gets one line; a case that isn't there too", async () => {
    const chat = new Chat();
    for (const payload of ["/xl", "/xl x", "/xl TB-0000-0001 accepted 1", "/xl TB-0000-0000 accepted 1"])
      expect((await chat.press(payload)).replies).toHaveLength(1);
    expect(chat.carried).toBe(0);
  });

  it("from anywhere else moves nothing, whoever presses", async () => {
    const code = await newCase();
    for (const sender of [STRANGER, FIRST]) {
      const said = await new Chat(sender).press(`/xl ${code} accepted 1`, sender);
      expect(said.words).toContain("nhóm trực");
      expect(said.words).not.toContain(code);
    }
    expect(await stateOf(code)).toBe("received");
  });

  it("of a supervisor without a name is written down under a number that isn't theirs", async () => {
    const [chat, code] = [new Chat(), await newCase()];
    await chat.press(`/xl ${code} accepted 1`, FIRST);
    const { words } = await chat.type(`/tin ${code}`);
    expect(words).toMatch(/cán bộ #\d{4}/u);
    expect(words).not.toContain(FIRST);
  });
});

describe("what a move needs first", () => {
  it("a reason by one tap: asked, told to the reporter, the question loses its buttons", async () => {
    const [chat, code] = [new Chat(), await newCase()];
    const asked = await chat.press(`/xl ${code} rejected 1`);
    expect(await stateOf(code)).toBe("received");
    const [button] = asked.replies[0]?.buttons ?? [];
    expect(button?.label).toBe("Không đủ thông tin");
    const done = await chat.press(button?.payload ?? "");
    expect(await stateOf(code)).toBe("rejected");
    expect(slots(done)).toEqual([asked.replies[0]?.slot, `card:${code}`]);
    const told = (await book.pendingDispatches(200)).find(
      (one) => one.code === code && one.target === "reporter",
    );
    expect(told?.body).toEqual({ kind: "state_changed", to: "rejected", text: "Không đủ thông tin" });
  });

  it("a destination in words, in reply to the question", async () => {
    const [chat, code] = [new Chat(), await newCase()];
    const asked = await chat.press(`/xl ${code} forwarded 1`);
    const done = await chat.reply(asked.replies[0]?.about, "Đồn Biên phòng Bảo Lâm");
    expect(await stateOf(code)).toBe("forwarded");
    expect(done.words).toContain("Đã chuyển nơi có thẩm quyền");
    expect((await book.history(code)).at(-1)?.text).toBe("Đồn Biên phòng Bảo Lâm");
  });

  it("a reply to the card meanwhile is still a message to the reporter", async () => {
    const [chat, code] = [new Chat(), await newCase()];
    await chat.press(`/xl ${code} rejected 1`);
    await chat.send(code, "Xe màu gì ạ?");
    expect(await stateOf(code)).toBe("received");
    expect((await book.history(code)).at(-1)).toMatchObject({
      action: "told_reporter",
      text: "Xe màu gì ạ?",
    });
  });

  it("the original by its code: a slip, a code that isn't there and itself are told", async () => {
    const [chat, code, original] = [new Chat(), await newCase(), await newCase()];
    const about = (await chat.press(`/xl ${code} duplicate 1`)).replies[0]?.about;
    expect((await chat.reply(about, `${original}9`)).words).toContain("gõ sai");
    for (const other of ["TB-0000-0000", code]) {
      const again = await chat.reply(about, other);
      expect(again.words).toContain("Chưa ghi được");
      expect(again.replies[0]?.about).toBe(about);
    }
    await chat.reply(about, original.toLowerCase());
    expect(await caseOf(code)).toMatchObject({ state: "duplicate", duplicateOf: original });
  });

  it("can be let be, and once someone else moved on its answer moves nothing", async () => {
    const [chat, code] = [new Chat(), await newCase()];
    const about = (await chat.press(`/xl ${code} rejected 1`)).replies[0]?.about;
    expect((await chat.reply(about, "Thôi.")).words).toContain("không thay đổi");
    await chat.press(`/xl ${code} accepted 1`);
    expect((await chat.reply(about, "Không đủ căn cứ")).words).toContain("Chưa làm");
    expect(await stateOf(code)).toBe("accepted");
  });
});

describe("a reply to a card", () => {
  it("goes to the reporter by one more tap; with // it stays inside", async () => {
    const [chat, code] = [new Chat(), await newCase()];
    const shown = await chat.reply(code, "Xe màu gì ạ?");
    expect(await book.history(code)).toHaveLength(1);
    expect(shown.words).toContain(`Cán bộ trực nhắn về tin ${code}:\n\nXe màu gì ạ?`);
    const sent = await chat.tap(shown, "Gửi");
    expect(sent.words).toBe(`Đã chuyển cho người báo ${code}.`);
    expect(slots(sent)).toEqual(slots(shown));
    expect((await chat.reply(code, "// hỏi thêm đội 2")).words).toContain("Đã ghi nội bộ");
    const events = (await book.history(code)).slice(1);
    expect(events.map(({ action, text }) => [action, text])).toEqual([
      ["told_reporter", "Xe màu gì ạ?"],
      ["noted", "hỏi thêm đội 2"],
    ]);
    expect(await toldReporter(code)).toEqual([{ kind: "duty_said", text: "Xe màu gì ạ?", media: [] }]);
    expect(chat.carried).toBe(2);
  });

  it("goes to the reporter though it speaks of a danger", async () => {
    const [chat, code] = [new Chat(), await newCase()];
    expect(await chat.turn(code, "Cháy còn to không, có ai bị thương không?")).toContain("Chưa gửi");
    expect(await chat.turn(code, "// nhà đang cháy, đã báo 114")).toContain("Đã ghi nội bộ");
  });

  it("that could be a note or a command gone wrong goes to nobody", async () => {
    const [chat, code] = [new Chat(), await newCase()];
    for (const text of ["/ nghi nhóm cũ", "/ghi nghi nhóm cũ", "//"]) await chat.reply(code, text);
    expect(await book.history(code)).toHaveLength(1);
  });

  it("a note that replies to no case is written down nowhere, and says so; it is never taken for a question", async () => {
    const said = await new Chat().take({ kind: "text", text: "// đã gọi cho tổ dân phố" });
    expect(said?.words).toContain("chưa rõ ghi chú của tin nào");
    expect(await new Chat().take({ kind: "text", text: "đã gọi cho tổ dân phố" })).toBeNull();
  });

  it("an album of notes is told once", async () => {
    const [chat, code] = [new Chat(), await newCase()];
    const said = [await chat.photo(code, "// ảnh camera", "a1"), await chat.photo(code, undefined, "a1")];
    expect(said.map(({ replies }) => replies.length)).toEqual([1, 0]);
    const events = (await book.history(code)).slice(1);
    expect(events.map(({ action, media }) => [action, media?.length])).toEqual([
      ["noted", 1],
      ["noted", 1],
    ]);
  });

  it("an album grows under one preview, and goes as one message", async () => {
    const [chat, code] = [new Chat(), await newCase()];
    const first = await chat.photo(code, "Có phải người này không?", "a2");
    const second = await chat.photo(code, undefined, "a2");
    expect(slots(second)).toEqual(slots(first));
    expect(second.words).toContain("Kèm: 2 ảnh");
    const early = await chat.tap(first, "Gửi");
    expect(early.words).toContain("Kèm: 2 ảnh");
    expect(await book.history(code)).toHaveLength(1);
    await chat.tap(early, "Gửi");
    expect((await book.history(code)).slice(1).map(({ action, media }) => [action, media?.length])).toEqual([
      ["told_reporter", 2],
    ]);
  });

  it("nothing of a file is stored before the tap", async () => {
    const [chat, code] = [new Chat(), await newCase()];
    const stored = async () => (await bindings.MEDIA.list()).objects.length;
    const before = await stored();
    const shown = await chat.photo(code);
    expect(await stored()).toBe(before);
    await chat.tap(shown, "Bỏ");
    expect(await stored()).toBe(before);
  });

  it("a file that can't be had is told, its words go all the same", async () => {
    const [chat, code] = [new Chat(), await newCase()];
    chat.canFetch = false;
    const alone = await chat.tap(await chat.photo(code), "Gửi");
    expect(alone.words).toContain("Chưa gửi cho người báo");
    const withWords = await chat.tap(await chat.photo(code, "Có phải người này không?"), "Gửi");
    expect(withWords.words).toContain("Không gửi được: ảnh");
    expect(await book.history(code)).toHaveLength(2);
  });

  it("a place goes as a link; a sticker is told to be none of it; other talk isn't ours", async () => {
    const [chat, code] = [new Chat(), await newCase()];
    const place = await chat.take({ kind: "location", lat: 21.85, lng: 106.76 }, "21", code);
    await chat.tap(place ?? { replies: [], words: "" }, "Gửi");
    expect((await book.history(code)).at(-1)?.text).toContain("21.85,106.76");
    expect((await chat.take({ kind: "sticker" }, "21", code))?.words).toContain("Chưa gửi cho ai");
    expect(await chat.take({ kind: "text", text: "/help" }, STRANGER)).toBeNull();
    expect((await chat.take({ kind: "text", text: "/help" }))?.words).toContain("/giaoca");
    expect(await chat.take({ kind: "text", text: "chào" })).toBeNull();
  });

  it("of a reporter whose data was deleted is told not to have gone", async () => {
    const chat = new Chat();
    const code = await closedCase({ reporter: { channel: "zalo", chat: fresh() } });
    await bindings.LEDGER.prepare("DELETE FROM report_vault WHERE code = ?").bind(code).run();
    expect((await chat.reply(code, "Xong rồi ạ")).words).toContain("Không chuyển được");
  });
});

describe("/tin", () => {
  it("lists what is open, urgent first, in pages", async () => {
    const urgent = await book.submit(submission({ lane: "urgent" }));
    for (let i = 0; i < 16; i += 1) await newCase();
    const chat = new Chat();
    chat.now = T0 + 2 * 3_600_000;
    const { words } = await chat.type("/tin");
    expect(words).toMatch(/\d+ tin đang mở, 1 quá hạn/u);
    const lines = words.split("\n").filter((line) => line.startsWith("•"));
    expect(lines).toHaveLength(10);
    expect(lines[0]).toContain(
      `• QUÁ HẠN 1 giờ · ${urgent.code} · KHẨN · Trộm cắp · Kỳ Lừa · Đã nhận tin, chờ tiếp nhận · nhận 2 giờ · “`,
    );
    expect(words).toMatch(/Trang 1\/\d/u);
    expect((await chat.type("/tin trang 2")).words).toMatch(/Trang 2\/\d/u);
  });

  it("with a code tells its course and how it stands; a slip is told, not looked up", async () => {
    const [chat, code] = [new Chat(), await newCase()];
    await chat.press(`/xl ${code} accepted 1`, FIRST);
    await chat.reply(code, "// đã gọi đội 2");
    const said = await chat.type(`/tin ${code.toLowerCase()}`);
    expect(said.replies).toHaveLength(2);
    expect(said.words).toContain("Đã nhận tin, chờ tiếp nhận → Đã tiếp nhận");
    expect(said.words).toContain("ghi chú; đã gọi đội 2");
    expect(said.words).toContain(PLANTED.what);
    expect((await chat.type(`/tin ${code}9`)).words).toContain("gõ sai");
    expect((await chat.type("/tin TB-0000-0000")).words).toContain("Không có tin");
  });

  it("in private is for the duty and supervisors, to look at only", async () => {
    const code = await newCase();
    const said = await new Chat(FIRST).type(`/tin ${code}`, FIRST);
    expect(said.replies.flatMap(({ buttons = [], about }) => [...buttons, about])).toEqual([
      undefined,
      undefined,
    ]);
    expect(await new Chat(STRANGER).take({ kind: "text", text: `/tin ${code}` }, STRANGER)).toBeNull();
  });
});

describe("what the group is told", () => {
  it("a new report: the card, and its files in a message of their own", async () => {
    const { code } = await book.submit(
      submission({ content: { ...CONTENT, media: CONTENT.media.map((one) => ({ ...one, key: fresh() })) } }),
    );
    const [card, files] = await dutyNotices(book, code, { kind: "new_report" }, T0);
    expect(card).toMatchObject({ slot: `card:${code}`, about: code });
    expect(card?.attachments).toBeUndefined();
    expect(files).toMatchObject({ about: code, attachments: [{ kind: "image" }] });
    expect(files?.slot).toBeUndefined();
    expect(plainText(card as Reply)).toContain(PLANTED.what);
    expect(JSON.stringify([card, files])).not.toContain(ZALO.chat);
  });

  it("the reporter's words, with the case they belong to", async () => {
    const code = await newCase();
    const body = { kind: "reporter_said", text: "Xe màu đỏ", media: [] } as const;
    const [, said] = await dutyNotices(book, code, body, T0);
    expect(plainText(said as Reply)).toBe(`Người báo ${code} nhắn:\n\nXe màu đỏ`);
    expect(said?.about).toBe(code);
  });

  it("a case reopened: the news with its buttons, and the card", async () => {
    const code = await closedCase();
    await book.reopen({ code, text: "", at: T0 + 10, key: fresh(), reporter: ZALO });
    const [news, card] = await dutyNotices(book, code, { kind: "reopened", text: "vẫn mất" }, T0);
    expect(news?.buttons?.[0]?.payload).toBe(`/xl ${code} resolved 4 c`);
    expect(card?.slot).toBe(`card:${code}`);
  });

  it("what didn't reach the reporter, on the card too", async () => {
    const [chat, code] = [new Chat(), await newCase()];
    await chat.send(code, "Xe màu gì ạ?");
    const told = (await book.pendingDispatches(200)).find(
      (one) => one.code === code && one.target === "reporter",
    );
    await book.markUndeliverable(code, told?.key ?? "", T0);
    const [news, card] = await dutyNotices(book, code, { kind: "undelivered" }, T0);
    expect(plainText(news as Reply)).toContain("chưa giao được");
    expect(plainText(card as Reply)).toContain("Chưa giao được 1 tin cho người báo");
  });
});

describe("/danhtinh", () => {
  it("shows nothing in the group and nothing to anyone else", async () => {
    const code = await newCase();
    expect((await new Chat().type(`/danhtinh ${code} vì sao`, FIRST)).words).toContain("trò chuyện riêng");
    const said = await new Chat(STRANGER).type(`/danhtinh ${code} vì sao`, STRANGER);
    expect(said.words).toContain("chỉ dành cho người giám sát");
  });
});
