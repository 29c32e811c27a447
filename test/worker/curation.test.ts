import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAssistant } from "../../src/assistant/features.ts";
import type { Services } from "../../src/assistant/services.ts";
import { runCurationCron } from "../../src/cron/curation-cron.ts";
import { CuratedAnswers } from "../../src/features/curation/curated-answers.ts";
import { CuratedLibrary, type Embed } from "../../src/features/curation/curated-library.ts";
import { UnansweredQuestions } from "../../src/features/curation/unanswered.ts";
import { AuditLog } from "../../src/features/officials/audit.ts";
import { Officials } from "../../src/features/officials/directory.ts";
import type { ChannelName, Inbound } from "../../src/messaging/inbound.ts";
import { plainText, type Reply } from "../../src/messaging/reply.ts";
import type { Session } from "../../src/turn/session.ts";
import { bindings, migrate } from "./bindings.ts";
import { ringOf } from "./reports-fixture.ts";

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 23, 2, 0);
const SUPERVISOR = "21";
const OTHER_SUPERVISOR = "22";
const NAMED = "70777";
const officials = new Officials(bindings.LEDGER, new Set([SUPERVISOR, OTHER_SUPERVISOR]));
const log = new AuditLog(bindings.LEDGER);
const answers = new CuratedAnswers(bindings.LEDGER, log);
const questions = new UnansweredQuestions(bindings.LEDGER, log);
const SQL_AUDIT = `SELECT action, actor FROM audit WHERE subject = 'answer ' || ?1
  OR subject = (SELECT 'draft ' || draft FROM curated_answers WHERE number = ?1) ORDER BY n`;
const SOURCE = "nguồn: Công an xã Thụy Hùng";

let now = START;
let heard = 0;
let audited = 0;
let embed: Embed | undefined;

const sealedBy = (...keys: readonly [number, ...number[]]) =>
  new CuratedAnswers(bindings.LEDGER, log, ringOf(...keys));

/** A private chat, or a group, with the production turn. */
class Chat {
  session: Session = {};
  buttons: readonly { readonly label: string; readonly payload: string }[] = [];
  isPrivate = true;
  key: string | null = null;
  curation: Services["curation"] = { answers, questions, library: new CuratedLibrary(answers, embed) };
  readonly sender: string;
  readonly channel: ChannelName;

  constructor(sender: string, channel: ChannelName = "telegram") {
    this.sender = sender;
    this.channel = channel;
  }

  async say(text: string, extra: Partial<Inbound> = {}): Promise<string> {
    heard += 1;
    now += 5_000;
    const services = {
      knowledge: { search: async () => [] },
      figures: { facts: async () => [] },
      now: () => now,
      isOfficial: async (who: Pick<Inbound, "channel" | "sender">) => (await officials.roleOf(who)) !== null,
      officials,
      curation: this.curation,
      agedSections: async () => [
        { document: "Pháo", heading: "Đốt pháo ở đâu?", ageing: { checkAfter: "2026-11-22" } },
      ],
    } as unknown as Services;
    const inbound: Inbound = {
      key: this.key ?? `curation-${heard}`,
      channel: this.channel,
      chat: this.isPrivate ? this.sender : "-100",
      sender: this.sender,
      isPrivate: this.isPrivate,
      at: now,
      content: { kind: "text", text },
      ...extra,
    };
    const { replies, session } = await createAssistant(services)(inbound, this.session);
    this.session = session;
    this.buttons = replies.flatMap((reply: Reply) => reply.buttons ?? []);
    return replies.map(plainText).join("\n");
  }

  tap(label: string): Promise<string> {
    const payload = this.buttons.find((button) => button.label.startsWith(label))?.payload;
    if (payload === undefined) throw new Error(`no button ${label}`);
    return this.say(payload);
  }
}

const citizen = (id = `citizen-${++heard}`) => new Chat(id, "zalo");

beforeAll(async () => {
  await migrate();
  await officials.invite(SUPERVISOR, "supervisor", "Công an tỉnh, đội 2", "t".repeat(32), START);
  await officials.accept("t".repeat(32), NAMED, START);
  await officials.invite(SUPERVISOR, "duty", "Trực ban", "u".repeat(32), START);
  await officials.accept("u".repeat(32), "24", START);
});

beforeEach(async () => {
  now = START;
  embed = undefined;
  for (const { number } of await answers.live()) await answers.retire(number, SUPERVISOR, START);
  const tables = ["unanswered", "unanswered_tickets", "unanswered_skipped", "curated_drafts"];
  await bindings.LEDGER.batch(tables.map((table) => bindings.LEDGER.prepare(`DELETE FROM ${table}`)));
  audited = (await rows("audit")).length;
});

const rows = async (table: string) =>
  (await bindings.LEDGER.prepare(`SELECT * FROM ${table}`).all<Record<string, unknown>>()).results;

/** How much was done in officials' names since the test began. */
const deeds = async () => (await rows("audit")).length - audited;

const audit = async (number: number) =>
  (await bindings.LEDGER.prepare(SQL_AUDIT).bind(String(number)).all()).results.map(({ action, actor }) => [
    action,
    actor,
  ]);

/** @returns the number of the answer */
async function publish(text: string, by = SUPERVISOR): Promise<number> {
  const chat = new Chat(by);
  await chat.say(text);
  return numberIn(await chat.say("đăng"));
}

const numberIn = (reply: string): number => Number(/câu trả lời số (\d+)/u.exec(reply)?.[1]);

describe("sections of the knowledge to look at", () => {
  it("are listed for supervisors, also by the button under the questions, and for nobody else", async () => {
    const supervisor = new Chat(SUPERVISOR);
    await supervisor.say("/cauhoi");
    expect(await supervisor.tap("Mục đến hạn")).toContain("1. Đốt pháo ở đâu? (Pháo): quá hạn từ 22/11/2026");
    expect(await supervisor.say("/cauhoi chưa xác nhận")).toContain("Không có mục nào chưa xác nhận");
    for (const other of [new Chat("24"), new Chat("999")])
      expect(await other.say("/cauhoi hạn")).not.toContain("Đốt pháo");
  });
});

describe("unanswered questions", () => {
  it("are listed by meaning, the most asked first, and answered from then on", async () => {
    await citizen().say("Nuôi chó có phải đăng ký không?");
    await citizen().say("nuoi cho co phai dang ky khong");
    await citizen().say("nuôi chó có cần đăng kí ko ạ");
    await citizen().say("Cấp lại đăng ký xe ở đâu?");
    const official = new Chat(SUPERVISOR);
    const listed = await official.say("/cauhoi");
    expect(listed).toMatch(/1\. .* \(3 lượt, 3 cách hỏi, gần nhất 23\/11\/2026\)/u);
    expect(listed).toMatch(/2\. Cấp lại đăng ký xe ở đâu\? \(1 lượt, gần nhất 23\/11\/2026\)/u);
    expect(await official.say("/cauhoi 1")).toContain("nuoi cho co phai dang ky khong");

    const preview = await official.say(`/traloi 1 Phải khai báo với Ủy ban nhân dân xã. | ${SOURCE}`);
    expect(preview).toContain("Chưa đăng");
    expect(preview).toContain("Phải khai báo với Ủy ban nhân dân xã.");
    expect(preview).toContain("(3 lượt)");
    expect(await citizen().say("nuôi chó có phải đăng ký không")).not.toContain("khai báo với");
    expect(await official.tap("Đăng")).toContain("Đã đăng: câu trả lời số");

    const answer = await citizen().say("nha em nuoi cho co phai dang ky k a");
    expect(answer).toContain("Phải khai báo với Ủy ban nhân dân xã.");
    expect(answer).toContain("Trả lời đã duyệt, cán bộ giám sát, 23/11/2026");
    expect(answer.trimEnd().endsWith("Nguồn: Công an xã Thụy Hùng")).toBe(true);
    expect(await citizen().say("Nuôi mèo có phải đăng ký không?")).not.toContain("khai báo với Ủy ban");
    expect(await official.say("/cauhoi")).not.toContain("nuôi chó");
  });

  it("keep no chat, no sender and no personal data, and count a person once a day", async () => {
    const chat = citizen("9999888877776666");
    for (let i = 0; i < 5; i++)
      await chat.say("Thi nâng hạng bằng lái lên C ở đâu, em tên Tám, sđt 0912345678");
    const [row, ...others] = await rows("unanswered");
    expect(others).toEqual([]);
    expect(row).toMatchObject({ day: "2026-11-23", n: 1 });
    expect(row?.words).toContain("Thi nâng hạng bằng lái lên C ở đâu");
    expect(JSON.stringify(await rows("unanswered"))).not.toMatch(/9999888877776666|0912345678|Tám/u);
    expect(JSON.stringify([await rows("unanswered_tickets"), chat.session.unanswered])).not.toMatch(
      /9999888877776666|0912345678|bằng lái/u,
    );
    now += DAY;
    await chat.say("Thi nâng hạng bằng lái lên C ở đâu, em tên Tám, sđt 0912345678");
    expect((await rows("unanswered")).map(({ n }) => n)).toEqual([1, 1]);
  });

  it("count a repeated turn once", async () => {
    const chat = citizen();
    chat.key = "the-same";
    await chat.say("Cấp lại đăng ký xe ở đâu?");
    chat.session = {};
    await chat.say("Cấp lại đăng ký xe ở đâu?");
    expect((await rows("unanswered")).map(({ n }) => n)).toEqual([1]);
  });

  it.each([
    "cứu tôi với có người cầm dao",
    "hôm qua nhà tôi bị trộm vào lấy xe máy thì bảo hiểm có trả không",
    "tôi bị hàng xóm đánh thì được bồi thường bao nhiêu",
    "có cháy ở chợ thì bảo hiểm đền không",
    "?!",
  ])("keep nothing of: %s", async (text) => {
    await citizen().say(text);
    expect(await rows("unanswered")).toEqual([]);
  });

  it("keep nothing of what is said in a group", async () => {
    const group = new Chat("31");
    group.isPrivate = false;
    await group.say("Cấp lại đăng ký xe ở đâu?");
    expect(await rows("unanswered")).toEqual([]);
  });

  it("are cut, closed by an official, and forgotten after 90 days", async () => {
    await citizen().say(`Cấp lại đăng ký xe ở đâu, ${"em hỏi giúp người nhà ".repeat(9)} ạ?`);
    expect((await rows("unanswered")).map(({ words }) => String(words).length > 200)).toEqual([false]);
    const official = new Chat(SUPERVISOR);
    await official.say("/cauhoi");
    expect(await official.say("/cauhoi boqua 1")).toContain("Đã bỏ qua nhóm 1");
    expect(await official.say("/cauhoi")).toContain("không còn câu hỏi nào");
    expect(await deeds()).toBe(1);
    await runCurationCron(bindings.LEDGER, START + 91 * DAY);
    expect([
      await rows("unanswered"),
      await rows("unanswered_tickets"),
      await rows("unanswered_skipped"),
    ]).toEqual([[], [], []]);
  });

  it("rest sealed where there is a key ring, those of an earlier release too", async () => {
    const sealed = new UnansweredQuestions(bindings.LEDGER, log, ringOf(1));
    const words = "Cấp lại đăng ký xe ở đâu?";
    await questions.note({ words, day: "2026-11-22", ticket: "t1" });
    const ticket = await sealed.ticketOf({ channel: "zalo", chat: "9999888877776666", key: "m1" });
    expect(ticket).not.toBe(
      await questions.ticketOf({ channel: "zalo", chat: "9999888877776666", key: "m1" }),
    );
    for (let i = 0; i < 2; i++) await sealed.note({ words, day: "2026-11-23", ticket });
    expect((await sealed.since("2026-11-01")).map(({ n }) => n)).toEqual([1, 1]);
    await runCurationCron(bindings.LEDGER, START, ringOf(1));
    const id = await sealed.idOf(words);
    expect(id).not.toBe(await questions.idOf(words));
    expect(await sealed.since("2026-11-01")).toEqual([{ id, words, n: 2, lastDay: "2026-11-23" }]);
    const stored = JSON.stringify([await rows("unanswered"), await rows("unanswered_tickets")]);
    expect(stored).not.toMatch(/đăng ký|9999888877776666/u);
    expect(stored).not.toContain(await questions.idOf(words));
    // With a newer key in front they are still read; without their key they are left out.
    expect(
      (await new UnansweredQuestions(bindings.LEDGER, log, ringOf(2, 1)).since("2026-11-01")).length,
    ).toBe(1);
    expect(await new UnansweredQuestions(bindings.LEDGER, log, ringOf(2)).since("2026-11-01")).toEqual([]);
  });

  it("keep the numbers that the official saw", async () => {
    await citizen().say("Cấp lại đăng ký xe ở đâu?");
    const official = new Chat(SUPERVISOR);
    await official.say("/cauhoi");
    for (let i = 0; i < 3; i++) await citizen().say("Nuôi chó có phải đăng ký không?");
    expect(await official.say("/cauhoi 1")).toContain("đăng ký xe");
    expect(await official.say(`/traloi 1 Tại Công an tỉnh. | ${SOURCE}`)).toContain(
      "Cấp lại đăng ký xe ở đâu?",
    );
  });
});

describe("approved answers", () => {
  it("need a source, and say what is odd before they are published", async () => {
    const official = new Chat(SUPERVISOR);
    expect(await official.say("/traloi Cấp lại đăng ký xe ở đâu? | Tại Công an tỉnh.")).toContain(
      "Chưa có nguồn",
    );
    expect(
      await official.say("/traloi Cấp lại đăng ký xe ở đâu? | Tại Công an tỉnh. | nguồn: tôi"),
    ).toContain("Nguồn chưa rõ");
    expect(await rows("curated_drafts")).toEqual([]);
    const preview = await official.say(
      `/traloi Cấp lại đăng ký xe ở đâu? | Gọi anh Nguyễn Văn Tám, 0912 345 678. ${"Đến trụ sở. ".repeat(70)} | ${SOURCE}`,
    );
    expect(preview).toContain("có số điện thoại");
    expect(preview).toContain("dữ liệu cá nhân");
    expect(preview).toContain("dài hơn một màn hình");
    expect(
      await official.say(`/traloi Có cháy nhà thì làm gì? Cháy nhà tôi cứu với | Gọi 114. | ${SOURCE}`),
    ).toContain("số khẩn cấp trước");
  });

  it("are confirmed by their own author only, in time, and once", async () => {
    const author = new Chat(NAMED);
    await author.say(`/traloi Cấp lại đăng ký xe ở đâu? | Tại Công an tỉnh. | ${SOURCE}`);
    const payload = author.buttons[0]?.payload ?? "";
    expect(await new Chat(OTHER_SUPERVISOR).say(payload)).toContain("Không có bản xem trước");
    const before = (await rows("curated_answers")).length;
    const number = numberIn(await author.say(payload));
    expect(await author.say(payload)).toContain(`Đã đăng từ trước: câu trả lời số ${number}`);
    expect((await rows("curated_answers")).length - before).toBe(1);
    const answer = await citizen().say("cap lai dang ky xe o dau");
    expect(answer).toContain("Trả lời đã duyệt, Công an tỉnh, đội 2, 23/11/2026");
    expect(answer).not.toContain(NAMED);

    await author.say(`/traloi Làm lý lịch tư pháp ở đâu? | Tại Công an tỉnh. | ${SOURCE}`);
    expect(await author.say("huỷ")).toContain("Đã huỷ");
    expect(await author.say("đăng")).not.toContain("Đã đăng");
    await author.say(`/traloi Làm lý lịch tư pháp ở đâu? | Tại Công an tỉnh. | ${SOURCE}`);
    now += 31 * 60_000;
    expect(await author.say("đăng")).toContain("quá 30 phút");
    expect(await audit(number)).toEqual([["answer_published", NAMED]]);
    expect(await deeds()).toBe(1);
  });

  it("are listed, shown and taken down at once; history stays", async () => {
    const number = await publish(`/traloi Cấp lại đăng ký xe ở đâu? | Tại Công an tỉnh. | ${SOURCE}`);
    const official = new Chat(OTHER_SUPERVISOR);
    expect(await official.say("/traloi ds")).toContain(`${number}. Cấp lại đăng ký xe ở đâu?`);
    expect(await official.say(`/traloi xem ${number}`)).toContain("Tại Công an tỉnh.");
    expect(await citizen().say("Cấp lại đăng ký xe ở đâu?")).toContain("Tại Công an tỉnh.");
    expect(await official.say(`/traloi gỡ ${number}`)).toContain(`Đã gỡ câu trả lời số ${number}`);
    expect(await citizen().say("Cấp lại đăng ký xe ở đâu?")).not.toContain("Tại Công an tỉnh.");
    expect((await rows("curated_answers")).map((row) => row.number)).toContain(number);
    expect(await audit(number)).toEqual([
      ["answer_published", SUPERVISOR],
      ["answer_retired", OTHER_SUPERVISOR],
    ]);
    const change = bindings.LEDGER.prepare("UPDATE curated_answers SET body = '{}'").run();
    await expect(change).rejects.toThrow("append-only");
    expect(await official.say("/traloi go 999")).toContain("Không có câu trả lời");
  });

  it("rest sealed where there is a key ring, those from before too, and a change of keys takes them along", async () => {
    const from = new CuratedAnswers(bindings.LEDGER, log);
    const sealed = new CuratedAnswers(bindings.LEDGER, log, ringOf(1));
    const body = {
      asks: [],
      answer: "Tại Công an xã.",
      source: "",
      audience: "public",
      author: "A",
    } as const;
    const stored = async () => JSON.stringify([await rows("curated_drafts"), await rows("curated_answers")]);
    const asked = async (one: CuratedAnswers) => (await one.live()).map(({ question }) => question).sort();
    for (const [one, id, question] of [
      [from, "aaaa000000000001", "Numbatmark ở đâu?"],
      [sealed, "aaaa000000000002", "Wombatmark ở đâu?"],
    ] as const) {
      await one.keepDraft({ id, by: SUPERVISOR, at: now, body: { ...body, question } });
      expect(await one.confirm(id, SUPERVISOR, now)).toMatchObject({ kind: "published", again: false });
    }
    await sealed.keepDraft({ id: "a3", by: SUPERVISOR, at: now, body: { ...body, question: "Quollmark?" } });
    expect(await stored()).not.toMatch(/Wombatmark|Quollmark/u);
    expect(await asked(sealed)).toEqual(expect.arrayContaining(["Numbatmark ở đâu?", "Wombatmark ở đâu?"]));
    await runCurationCron(bindings.LEDGER, now, ringOf(2, 1));
    expect(await stored()).not.toMatch(/"body":"\{|mark|1\.k1\./u);
    expect(await asked(new CuratedAnswers(bindings.LEDGER, log, ringOf(2)))).toEqual(
      await asked(sealedBy(2, 1)),
    );
    // Another answer's seal doesn't open here, and an altered one is never told.
    await bindings.LEDGER.prepare(
      "UPDATE curated_answers SET body = (SELECT body FROM curated_answers WHERE draft = ?) WHERE draft = ?",
    )
      .bind("aaaa000000000001", "aaaa000000000002")
      .run();
    expect(await asked(sealedBy(2))).not.toContain("Wombatmark ở đâu?");
  });

  it("for officials only are told to officials in private only", async () => {
    await publish(`/traloi Lịch trực tuần này ra sao? | Xem bảng phân công. | ${SOURCE} | nội bộ`);
    const group = new Chat(SUPERVISOR);
    group.isPrivate = false;
    expect(await citizen().say("lịch trực tuần này ra sao")).not.toContain("phân công");
    expect(await group.say("lịch trực tuần này ra sao")).not.toContain("phân công");
    expect(await new Chat("24").say("lịch trực tuần này ra sao")).toContain("bảng phân công");
  });

  it("never come before danger", async () => {
    await publish(`/traloi Nhà tôi đang cháy phải làm gì? | Bình tĩnh. | ${SOURCE}`);
    const answer = await citizen().say("Nhà tôi đang cháy phải làm gì?");
    expect(answer).toContain("114");
    expect(answer).not.toContain("Bình tĩnh.");
  });

  it("are offered where the question only comes near", async () => {
    await publish(`/traloi Làm hộ chiếu cho trẻ em cần giấy tờ gì? | Giấy khai sinh. | ${SOURCE}`);
    const chat = citizen();
    const offered = await chat.say("làm hộ chiếu cho trẻ em sinh đôi cần giấy tờ gì");
    expect(offered).toContain("Có phải anh/chị muốn hỏi");
    expect(offered).not.toContain("Giấy khai sinh.");
    expect(await chat.tap("Làm hộ chiếu")).toContain("Giấy khai sinh.");
    await chat.say("làm hộ chiếu cho trẻ em sinh đôi cần giấy tờ gì");
    expect(await chat.say("1")).toContain("Giấy khai sinh.");
  });

  it("are found by meaning too where there are embeddings, and by words where these fail", async () => {
    await publish(`/traloi Làm hộ chiếu cho trẻ em cần giấy tờ gì? | Giấy khai sinh. | ${SOURCE}`);
    embed = async (texts) => texts.map(() => [1, 0]);
    const asked = "làm hộ chiếu cho trẻ em bé bỏng cần giấy tờ gì";
    expect(await citizen().say(asked)).toContain("Giấy khai sinh.");
    expect(await citizen().say("làm căn cước cho trẻ em cần giấy tờ gì")).not.toContain("Giấy khai sinh.");
    embed = async () => {
      throw new Error("down");
    };
    expect(await citizen().say(asked)).not.toContain("Giấy khai sinh.");
    expect(await citizen().say("hồ sơ làm hộ chiếu cho trẻ em gồm những gì")).toContain("Giấy khai sinh.");
  });
});

describe("who may curate", () => {
  it.each(["/cauhoi", "/traloi ds", "/cauhoi boqua 1"])("%s", async (command) => {
    expect(await new Chat("24").say(command)).toContain("dành cho cán bộ được phân quyền");
    expect(await new Chat("77").say(command)).toContain("dành cho cán bộ được phân quyền");
    const group = new Chat(SUPERVISOR);
    group.isPrivate = false;
    expect(await group.say(command)).toContain("trò chuyện riêng");
    expect(await new Chat(SUPERVISOR).say(command, { forwarded: true })).not.toMatch(
      /\d+ nhóm|đã duyệt nào/u,
    );
    expect(await new Chat("77", "zalo").say(command)).not.toContain("đã duyệt");
  });

  it("lets danger go first for everyone else", async () => {
    expect(await new Chat("77").say("/traloi cứu tôi với nhà tôi đang cháy")).toContain("114");
  });

  it("answers from the knowledge where the book is broken", async () => {
    const chat = citizen();
    const broken = () => Promise.reject(new Error("D1 is down"));
    chat.curation = {
      answers,
      questions: Object.assign(new UnansweredQuestions(bindings.LEDGER, log), { note: broken }),
      library: Object.assign(new CuratedLibrary(answers), { find: broken }),
    };
    expect(await chat.say("Cấp lại đăng ký xe ở đâu?")).toContain("Tôi chưa có thông tin");
  });
});
