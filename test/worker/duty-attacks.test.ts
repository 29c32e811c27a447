import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createAssistant } from "../../src/assistant/features.ts";
import type { Services } from "../../src/assistant/services.ts";
import { readUpdate } from "../../src/channels/telegram/update.ts";
import { Officials } from "../../src/features/officials/directory.ts";
import type { Role } from "../../src/features/officials/roles.ts";
import { MediaStore } from "../../src/features/reporting/media/media-store.ts";
import { Disclosures } from "../../src/features/reporting/vault/disclosures.ts";
import { plainText, type Reply } from "../../src/messaging/reply.ts";
import type { Session } from "../../src/turn/session.ts";
import { runs } from "../fuzz/runs.ts";
import { bindings, migrate } from "./bindings.ts";
import { book, bookContext, desk, fresh, PLANTED, submission, T0 } from "./reports-fixture.ts";

const GROUP_ID = -1_001_380_000_138;
const GROUP = { id: GROUP_ID, type: "supergroup", title: "Nhóm trực" };
const BOT = { id: "138000138", username: "troly138_bot", dutyChat: String(GROUP_ID) };
const SELF = { id: 138_000_138, is_bot: true, first_name: "Trợ lý 138" };
const SUPERVISOR = "138000001";
const HOUR = 3_600_000;
const officials = new Officials(bindings.LEDGER, new Set([SUPERVISOR]));

const person = (id: string, name = "Hà") => ({ id: Number(id), is_bot: false, first_name: name });
const CHANNEL = { id: -1_009_990_000_777, type: "channel", title: "Kênh lạ" };
const OTHER_BOT = { id: 777_138, is_bot: true, first_name: "Bot lạ", username: "la_bot" };
const ANONYMOUS = { id: 1_087_968_824, is_bot: true, first_name: "Group", username: "GroupAnonymousBot" };
const OLD_FORWARD = { forward_from: person("21"), forward_date: 1_763_875_100 };

async function enlist(id: string, role: Role): Promise<void> {
  const token = fresh();
  await officials.invite(SUPERVISOR, role, `Cán bộ ${id}`, token, T0);
  await officials.accept(token, id, T0);
}

beforeAll(async () => {
  await migrate();
  await enlist("21", "duty");
  await enlist("22", "duty");
  await enlist("62", "viewer");
  await enlist("61", "supervisor");
  await officials.revoke(SUPERVISOR, "61", T0);
});

/** The fields of a message by which Telegram says who wrote it. */
const ATTACKERS: Readonly<Record<string, object>> = {
  "a member without a role": { from: person("64") },
  "a viewer": { from: person("62") },
  "a revoked supervisor": { from: person("61") },
  "a channel in whose name a handler writes": { from: person("136817688"), sender_chat: CHANNEL },
  "an anonymous administrator": { from: ANONYMOUS, sender_chat: GROUP },
  "an anonymous administrator without the group's name": { from: ANONYMOUS },
  "another bot": { from: OTHER_BOT },
  "a text that a handler let another bot compose": { from: person("21"), via_bot: OTHER_BOT },
  "a handler's forward, as of now": {
    from: person("21"),
    forward_origin: { type: "user", sender_user: person("64"), date: 1 },
  },
  "a handler's forward, as of old": { from: person("21"), ...OLD_FORWARD },
  "a handler's forward of somebody hidden": {
    from: person("21"),
    forward_sender_name: "Ai đó",
    forward_date: 1,
  },
  "a handler's forward of a channel": { from: person("21"), forward_from_chat: CHANNEL, forward_date: 1 },
};

/** The duty group over real D1, fed with updates as Telegram sends them. */
class Group {
  session: Session = {};
  now = T0 + 60_000;
  readonly told: { key: string; reply: Reply }[] = [];
  #updates = 1;

  async #take(update: object, about?: string): Promise<readonly Reply[]> {
    this.#updates += 1;
    const reading = readUpdate({ update_id: this.#updates, ...update }, BOT, this.now);
    if (reading.kind !== "inbound") return [];
    const inbound = { ...reading.inbound, key: fresh(), at: this.now };
    const turn = await createAssistant(this.#services())(inbound, this.session, { about });
    this.session = turn.session;
    return turn.replies;
  }

  write(who: object, text: string, about?: string): Promise<readonly Reply[]> {
    const original = { message_id: 7, from: SELF, chat: GROUP, date: 1 };
    const message = { message_id: 9, date: 1_763_875_200, chat: GROUP, ...who, text };
    const reply = about === undefined ? {} : { reply_to_message: original };
    return this.#take({ message: { ...message, ...reply } }, about);
  }

  press(from: object, data: string, chat: object = GROUP): Promise<readonly Reply[]> {
    const message = { message_id: 7, chat, date: 1, from: SELF };
    return this.#take({ callback_query: { id: "1", from, message, chat_instance: "1", data } });
  }

  member(change: object): Promise<readonly Reply[]> {
    return this.#take({ chat_member: { chat: GROUP, from: person("22"), date: 1, ...change } });
  }

  #services(): Services {
    return {
      now: () => this.now,
      isOfficial: async () => false,
      knowledge: { search: async () => [] },
      figures: { facts: async () => [] },
      officials,
      reporting: {
        ...desk,
        book,
        ring: bookContext.ring,
        officials,
        identity: {
          disclosures: new Disclosures(bookContext, officials),
          supervisors: () => officials.supervisors(),
          announce: async () => undefined,
        },
        dutyChat: String(GROUP_ID),
        media: new MediaStore({
          bucket: bindings.MEDIA,
          db: bindings.LEDGER,
          ring: bookContext.ring,
          download: async () => new Uint8Array(),
        }),
        carry: async () => undefined,
        // As a chat takes it: a repeated key is one message.
        tellSupervisors: async (key: string, reply: Reply) => {
          if (!this.told.some((one) => one.key === key)) this.told.push({ key, reply });
        },
      },
    } as unknown as Services;
  }
}

const newCase = async () => (await book.submit(submission())).code;
const wordsOf = (replies: readonly Reply[]) => replies.map(plainText).join("\n");
const payload = (replies: readonly Reply[], label: string) =>
  replies.flatMap(({ buttons = [] }) => buttons).find((one) => one.label.startsWith(label))?.payload ?? "";
const audited = async (action: string, subject: string) =>
  (
    await bindings.LEDGER.prepare("SELECT actor FROM audit WHERE action = ? AND subject = ? ORDER BY actor")
      .bind(action, subject)
      .all<{ actor: string }>()
  ).results.map(({ actor }) => actor);

/** Nothing of the case has changed, and nothing waits for the citizen. */
async function expectUntouched(code: string): Promise<void> {
  expect((await book.get(code))?.version).toBe(1);
  expect(await book.history(code)).toHaveLength(1);
  const told = (await book.pendingDispatches(500)).filter((one) => one.code === code);
  expect(told.filter(({ target }) => target === "reporter")).toEqual([]);
}

describe.each(Object.keys(ATTACKERS))("%s", (name) => {
  const who = ATTACKERS[name] ?? {};

  it("does nothing to a case or its citizen, and sees nothing of it", async () => {
    const [group, code] = [new Group(), await newCase()];
    const draft = await group.write({ from: person("21") }, "Xe màu gì ạ?", code);
    const send = payload(draft, "Gửi");
    expect(send).not.toBe("");
    const said = [
      await group.write(who, `/xl ${code} accepted 1`),
      await group.write(who, `/xl ${code} rejected 1 r0`),
      await group.write(who, send),
      await group.write(who, "cho xin số điện thoại", code),
      await group.write(who, "// ghi chú", code),
      await group.write(who, "Không đủ căn cứ", `/xl ${code} rejected 1`),
      await group.write(who, "/tin"),
      await group.write(who, `/tin ${code}`),
      await group.write(who, `/tin@troly138_bot ${code}`),
    ];
    expect(wordsOf(said.flat())).not.toContain(PLANTED.what);
    expect(wordsOf(said.flat())).not.toContain("tin đang mở");
    await expectUntouched(code);
    expect(await audited("case_read", code)).toEqual([]);
    expect(group.told).toHaveLength(1);
  });
});

describe("any order of acts", () => {
  const PEOPLE = ["81", "82", "83"] as const;
  const who = fc.constantFrom(...PEOPLE);
  const acts = fc.array(
    fc.record({
      act: fc.constantFrom("grant", "revoke", "write", "send", "drop", "move", "read", "note"),
      who,
    }),
    { minLength: 5, maxLength: 25 },
  );

  it("changes a case only while who acts holds a role, and sends only what a holder wrote and a holder tapped", async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (sequence) => {
        const [group, code] = [new Group(), await newCase()];
        const holders = new Set<string>();
        for (const id of PEOPLE) await officials.revoke(SUPERVISOR, id, T0);
        let draft: { author: string; send: string; drop: string } | undefined;
        for (const { act, who: id } of sequence) {
          const before = (await book.history(code)).length;
          const from = person(id);
          const holds = holders.has(id);
          let said: readonly Reply[] = [];
          if (act === "grant") {
            await enlist(id, "duty");
            holders.add(id);
          } else if (act === "revoke") {
            await officials.revoke(SUPERVISOR, id, T0);
            holders.delete(id);
          } else if (act === "write") {
            said = await group.write({ from }, "Xe màu gì ạ?", code);
            expect(payload(said, "Gửi") !== "").toBe(holds);
            if (holds) draft = { author: id, send: payload(said, "Gửi"), drop: payload(said, "Bỏ") };
          } else if (act === "send" && draft !== undefined) said = await group.press(from, draft.send);
          else if (act === "drop" && draft !== undefined) said = await group.press(from, draft.drop);
          else if (act === "move") {
            const version = (await book.get(code))?.version ?? 1;
            said = await group.press(
              from,
              `/xl ${code} ${version === 1 ? "accepted" : "in_progress"} ${version}`,
            );
          } else if (act === "read") said = await group.write({ from }, `/tin ${code}`);
          else if (act === "note") said = await group.write({ from }, "// ghi chú", code);
          const events = (await book.history(code)).slice(before);
          if (!holds) {
            expect(events).toEqual([]);
            expect(wordsOf(said)).not.toContain(PLANTED.what);
          }
          if (events.some(({ action }) => action === "told_reporter"))
            expect([act, holders.has(draft?.author ?? "")]).toEqual(["send", true]);
        }
      }),
      { numRuns: runs((bindings as unknown as { readonly FUZZ?: string }).FUZZ, 12, 0.001), seed: 138 },
    );
  });
});

describe("a press", () => {
  it.each([
    ["a member without a role", person("64")],
    ["a viewer", person("62")],
    ["a revoked supervisor", person("61")],
    ["a bot", OTHER_BOT],
    ["the bot behind which administrators hide", ANONYMOUS],
  ])("of %s moves nothing, and supervisors hear of it", async (_, from) => {
    const [group, code] = [new Group(), await newCase()];
    const send = payload(await group.write({ from: person("21") }, "Xe màu gì ạ?", code), "Gửi");
    for (const data of [`/xl ${code} accepted 1`, `/xl ${code} rejected 1 r0`, send, `/tin ${code}`])
      expect(wordsOf(await group.press(from, data))).not.toContain(PLANTED.what);
    await expectUntouched(code);
    expect(group.told).toHaveLength(1);
  });

  it.each([
    ["another group", { id: -1_009_990_000_138, type: "supergroup" }],
    ["a private chat", { id: Number(SUPERVISOR), type: "private" }],
  ])("in %s moves nothing, whoever presses", async (_, chat) => {
    const [group, code] = [new Group(), await newCase()];
    const send = payload(await group.write({ from: person("21") }, "Xe màu gì ạ?", code), "Gửi");
    for (const from of [person(SUPERVISOR), person("21")])
      for (const data of [`/xl ${code} accepted 1`, send]) await group.press(from, data, chat);
    await expectUntouched(code);
  });
});

describe("a role that goes meanwhile", () => {
  it("between words and tap: neither the author nor a colleague sends them", async () => {
    const [group, code] = [new Group(), await newCase()];
    await enlist("65", "duty");
    const send = payload(await group.write({ from: person("65") }, "Xe màu gì ạ?", code), "Gửi");
    await officials.revoke(SUPERVISOR, "65", T0);
    expect(wordsOf(await group.press(person("65"), send))).toContain("chưa được cấp quyền trực");
    expect(wordsOf(await group.press(person("22"), send))).toContain("không còn quyền trực");
    await expectUntouched(code);
  });

  it("between the question of a move and its answer", async () => {
    const [group, code] = [new Group(), await newCase()];
    await enlist("66", "duty");
    const [asked] = await group.press(person("66"), `/xl ${code} rejected 1`);
    await officials.revoke(SUPERVISOR, "66", T0);
    await group.write({ from: person("66") }, "Không đủ căn cứ", asked?.about);
    await group.press(person("66"), asked?.buttons?.[0]?.payload ?? "");
    await expectUntouched(code);
  });
});

describe("who is refused", () => {
  it("is told in one sentence, a few times, and the supervisors once an hour with the name", async () => {
    const group = new Group();
    const said: string[] = [];
    for (let i = 0; i < 12; i += 1) said.push(wordsOf(await group.write({ from: person("64") }, "/tin")));
    expect(said[0]).toContain("/moi");
    expect(said.filter((words) => words !== "")).toHaveLength(5);
    expect(group.told).toHaveLength(1);
    expect(plainText(group.told[0]?.reply as Reply)).toMatch(/Hà .*64/u);
    group.now += HOUR;
    await group.write({ from: person("64") }, "/tin");
    expect(group.told).toHaveLength(2);
  });

  it("many accounts together don't fill the group either", async () => {
    const group = new Group();
    let answered = 0;
    for (let i = 0; i < 60; i += 1)
      answered += (await group.write({ from: person(String(900 + i)) }, "/tin")).length;
    expect(answered).toBe(20);
  });

  it("nobody fills the group by asking for an identity there; who may is sent to the private chat", async () => {
    const group = new Group();
    const asked = "/danhtinh TB-XXXX-XXXX vì tò mò";
    const said: string[] = [];
    for (let i = 0; i < 12; i += 1) said.push(wordsOf(await group.write({ from: person("64") }, asked)));
    expect(said.filter((words) => words !== "")).toHaveLength(5);
    expect(group.told).toHaveLength(1);
    expect(await group.write({ from: OTHER_BOT }, asked)).toEqual([]);
    expect(wordsOf(await group.write({ from: person(SUPERVISOR) }, asked))).toContain("riêng");
  });

  it("many accounts together don't flood the supervisors", async () => {
    const group = new Group();
    for (let i = 0; i < 30; i += 1) {
      await group.write({ from: person(String(900 + i)) }, "/tin");
      await group.member({
        old_chat_member: { user: person(String(950 + i)), status: "left" },
        new_chat_member: { user: person(String(950 + i)), status: "member" },
      });
    }
    expect(group.told).toHaveLength(11);
    expect(plainText(group.told.at(-1)?.reply as Reply)).toContain("nhiều người");
  });

  it("another bot is never answered", async () => {
    const group = new Group();
    for (const text of ["/tin", "/help", "/start"])
      expect(await group.write({ from: OTHER_BOT }, text)).toEqual([]);
  });
});

describe("a reply to the reporter", () => {
  it("goes once, however often and by whom the button is tapped; each preview only as it was seen", async () => {
    const [group, code] = [new Group(), await newCase()];
    const send = payload(await group.write({ from: person("21") }, "Xe màu gì ạ?", code), "Gửi");
    const said = [];
    for (const from of [person("22"), person("21"), person("22")])
      said.push(wordsOf(await group.press(from, send)));
    expect(said[0]).toContain("Đã chuyển cho người báo");
    expect(said.slice(1).every((words) => words.includes("Không gửi lại"))).toBe(true);
    const events = (await book.history(code)).filter(({ action }) => action === "told_reporter");
    expect(events.map(({ actor }) => actor)).toEqual([{ id: "22", label: "Cán bộ 22 (soạn: Cán bộ 21)" }]);
  });

  it("is dropped by the other button, and old ones by themselves", async () => {
    const [group, code] = [new Group(), await newCase()];
    const dropped = await group.write({ from: person("21") }, "Nhầm tin", code);
    expect(wordsOf(await group.press(person("21"), payload(dropped, "Bỏ")))).toContain("Đã bỏ");
    expect(wordsOf(await group.press(person("21"), payload(dropped, "Gửi")))).toContain("đã bỏ");
    const old = await group.write({ from: person("21") }, "Xe màu gì ạ?", code);
    group.now += 3 * HOUR;
    expect(wordsOf(await group.press(person("21"), payload(old, "Gửi")))).toContain("để quá lâu");
    await desk.drafts.sweep(group.now);
    expect(wordsOf(await group.press(person("21"), payload(old, "Gửi")))).toContain("để quá lâu");
    await expectUntouched(code);
  });

  it("rests sealed", async () => {
    const [group, code] = [new Group(), await newCase()];
    await group.write({ from: person("21") }, "Chữ không được lộ", code);
    const { results } = await bindings.LEDGER.prepare("SELECT * FROM duty_replies").all();
    expect(JSON.stringify([results, group.session])).not.toContain("Chữ không được lộ");
  });

  it("that asks who the reporter is warns them, shows so before, and is in the audit", async () => {
    const [group, code] = [new Group(), await newCase()];
    const shown = await group.write({ from: person("21") }, "cho xin ho ten, sdt voi a", code);
    expect(wordsOf(shown)).toContain("Không bắt buộc trả lời");
    expect(wordsOf(shown)).toContain("vào nhật ký");
    expect(await audited("personal_question", code)).toEqual([]);
    await group.press(person("22"), payload(shown, "Gửi"));
    expect(await audited("personal_question", code)).toEqual(["21", "22"]);
  });

  it("a reason in a handler's own words that asks for it is in the audit too", async () => {
    const [group, code] = [new Group(), await newCase()];
    const [asked] = await group.press(person("21"), `/xl ${code} rejected 1`);
    await group.write({ from: person("21") }, "Chưa đủ, cho biết số điện thoại", asked?.about);
    expect(await audited("personal_question", code)).toEqual(["21"]);
  });
});

describe("reading a case", () => {
  it("is in the audit: who, which case", async () => {
    const [group, code] = [new Group(), await newCase()];
    const shown = await group.write({ from: person("21") }, `/tin ${code}`);
    expect(wordsOf(shown)).toContain(PLANTED.what);
    expect(shown.every(({ protect }) => protect === true)).toBe(true);
    await group.press(person("22"), `/tin ${code}`);
    expect(await audited("case_read", code)).toEqual(["21", "22"]);
  });
});

describe("who comes into the group", () => {
  const user = (id: string) => person(id, "Người mới");
  const came = (id: string, more: object = {}) => ({
    old_chat_member: { user: user(id), status: "left" },
    new_chat_member: { user: user(id), status: "member", ...more },
  });

  it("without a role is told to the supervisors, once", async () => {
    const group = new Group();
    for (let i = 0; i < 3; i += 1) expect(await group.member(came("64"))).toEqual([]);
    expect(group.told).toHaveLength(1);
    expect(plainText(group.told[0]?.reply as Reply)).toContain("Người mới (tài khoản số 64)");
    await group.member(came("62"));
    await group.member(came("61", { status: "restricted", is_member: true }));
    await group.member({
      old_chat_member: { user: user("67"), status: "member" },
      new_chat_member: { user: user("67"), status: "administrator" },
    });
    expect(group.told).toHaveLength(4);
  });

  it("with a role, or goes, isn't news", async () => {
    const group = new Group();
    await group.member(came("21"));
    await group.member({
      old_chat_member: { user: user("64"), status: "member" },
      new_chat_member: { user: user("64"), status: "left" },
    });
    expect(group.told).toEqual([]);
  });
});
