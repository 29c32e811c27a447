import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { citizenNotice } from "../../src/features/reporting/citizen/citizen-notices.ts";
import { cardReply, factsOf } from "../../src/features/reporting/duty/card.ts";
import { plainText } from "../../src/messaging/reply.ts";
import { DAY, HOUR, MINUTE } from "../../src/platform/time.ts";
import { migrate } from "./bindings.ts";
import { DeskGroup, FIRST, STRANGER, waitsForReporter } from "./desk-group.ts";
import { CONTENT, fresh, submission, T0 } from "./reports-fixture.ts";

const [LAN, HUNG] = ["4101", "4102"] as const;
let group: DeskGroup;

beforeAll(async () => {
  await migrate();
  await new DeskGroup().open([LAN, "Lan ca đêm"], [HUNG, "Hùng ca ngày"]);
});
beforeEach(() => {
  group = new DeskGroup();
});

const person = () => ({ channel: "zalo", chat: fresh() }) as const;
const submit = async (changes: Parameters<typeof submission>[0] = {}): Promise<string> =>
  (await group.book.submit(submission({ reporter: person(), at: group.now, ...changes }))).code;

async function accepted(changes: Parameters<typeof submission>[0] = {}, by: string = LAN): Promise<string> {
  const code = await submit(changes);
  await group.say(by, `/xl ${code} accepted 1`);
  return code;
}

async function caseOf(code: string) {
  const report = await group.book.get(code);
  if (report === null) throw new Error("no case");
  return report;
}

async function card(code: string): Promise<string> {
  const report = await caseOf(code);
  return plainText(cardReply(report, await factsOf(group.book, report, group.now)));
}

/** A question to the reporter, sent. */
async function ask(code: string): Promise<void> {
  const draft = await group.say(LAN, "Xe màu gì ạ?", { about: code });
  await group.say(LAN, draft.buttons["Gửi người báo"] ?? "");
}

describe("who has a case", () => {
  it("is who accepted it; the card says so, with the clock and the last steps", async () => {
    const code = await submit();
    expect(await card(code)).toContain("Phụ trách: chưa ai nhận");
    await group.book.wake(group.now);
    await group.say(LAN, `/xl ${code} accepted 1`);
    const words = await card(code);
    expect(words).toContain("Phụ trách: Lan ca đêm");
    expect(words).toMatch(/Hạn xử lý .*, còn \d+ ngày/u);
    expect(words).toMatch(/Lan ca đêm: Đã nhận tin, chờ tiếp nhận → Đã tiếp nhận/u);
  });

  it("can be given on by its owner and by a supervisor, taken by anybody, and both hear of it", async () => {
    const code = await accepted();
    const choice = await group.say(HUNG, `/giao ${code}`);
    expect(Object.keys(choice.buttons)).toEqual(expect.arrayContaining(["Tôi nhận", "Lan ca đêm"]));
    await group.say(LAN, "/giao cho anh Hùng", { about: code });
    expect((await caseOf(code)).desk?.owner?.id).toBe(HUNG);
    expect(group.told.map(({ to }) => to)).toEqual([HUNG]);
    expect((await group.say(LAN, `/giao ${code} ${FIRST}`)).words).toContain("người khác giữ");
    expect((await caseOf(code)).desk?.owner?.id).toBe(HUNG);
    await group.say(LAN, `/giao ${code} tôi`);
    expect((await caseOf(code)).desk?.owner?.id).toBe(LAN);
    expect(group.told.at(-1)).toMatchObject({
      to: HUNG,
      words: expect.stringContaining("Lan ca đêm đã nhận"),
    });
    await group.say(FIRST, `/giao ${code} ${HUNG}`);
    expect((await caseOf(code)).desk?.owner?.id).toBe(HUNG);
  });

  it("isn't anybody any more when the role is gone, nor can it be given to who has none", async () => {
    await group.open(["4199", "Người sắp nghỉ"]);
    const code = await accepted({}, "4199");
    expect((await caseOf(code)).desk?.owner?.id).toBe("4199");
    await group.officials.revoke(FIRST, "4199", group.now);
    expect((await caseOf(code)).desk?.owner).toBeUndefined();
    expect((await group.say(FIRST, `/giao ${code} 4199`)).words).toContain("Không thấy cán bộ trực");
    expect((await group.say("4199", `/giao ${code} tôi`)).words).toContain("chưa được cấp quyền");
    expect((await caseOf(code)).desk?.owner).toBeUndefined();
    for (let i = 0; i < 2; i += 1) await group.book.wake(group.now);
    const told = (await group.book.pendingDispatches(2_000)).filter((one) => one.code === code);
    expect(told.filter(({ body }) => body.kind === "woken" && body.why === "freed")).toHaveLength(1);
    expect(await card(code)).toContain("người giữ không còn quyền trực");
    await group.say(LAN, "/giao tôi", { about: code });
    expect((await caseOf(code)).desk?.owner?.id).toBe(LAN);
  });

  it("a shift is handed over: who has what, what is due, and all of one's own with one tap", async () => {
    const [one, two] = [await accepted({ lane: "urgent" }), await accepted()];
    const all = await group.say(LAN, "/giaoca");
    expect(all.words).toContain("Lan ca đêm:");
    expect(all.words).toContain(one);
    expect(all.words).toMatch(new RegExp(`${one}[^\\n]*hạn còn \\d+ phút`, "u"));
    expect(all.words).toMatch(new RegExp(`${two}[^\\n]*hạn còn \\d+ ngày`, "u"));
    const asked = await group.say(LAN, "/giaoca Hùng");
    expect((await caseOf(two)).desk?.owner?.id).toBe(LAN);
    await group.say(LAN, asked.buttons["Giao hết"] ?? "");
    for (const code of [one, two]) expect((await caseOf(code)).desk?.owner?.id).toBe(HUNG);
    expect(group.told.at(-1)?.to).toBe(HUNG);
  });
});

describe("what rests", () => {
  it("a snoozed case leaves the list, keeps its deadline and comes back at its time", async () => {
    const code = await accepted({ content: { ...CONTENT, media: [], what: "gác lại" } });
    const { dueAt } = await caseOf(code);
    await group.say(LAN, `/hen ${code} 2 giờ`);
    expect((await group.say(LAN, "/tin gác lại")).words).toContain("gác đến");
    const mine = async (group_: "open" | "resting") =>
      (await group.book.find({ group: group_, now: group.now, limit: 200 })).cases.map((one) => one.code);
    expect(await mine("open")).not.toContain(code);
    expect(await mine("resting")).toContain(code);
    expect((await caseOf(code)).dueAt).toBe(dueAt);
    await group.book.wake(group.now + HOUR);
    expect(await mine("open")).not.toContain(code);
    await group.book.wake(group.now + 2 * HOUR);
    await group.book.wake(group.now + 2 * HOUR);
    expect(await mine("open")).toContain(code);
    const told = (await group.book.pendingDispatches(2_000)).filter(
      (one) => one.code === code && one.body.kind === "woken",
    );
    expect(told).toHaveLength(1);
  });

  it("nobody may put away what nobody accepted, nor an urgent case for the night", async () => {
    const [fresh_, urgent] = [await submit(), await accepted({ lane: "urgent" })];
    expect((await group.say(LAN, `/hen ${fresh_} 1 giờ`)).words).toContain("chưa ai tiếp nhận");
    expect((await group.say(LAN, `/hen ${urgent} 8h mai`)).words).toContain("chỉ gác được một giờ");
    expect((await group.say(LAN, `/cho ${fresh_}`)).words).toContain("chưa ai tiếp nhận");
    for (const code of [fresh_, urgent]) expect((await caseOf(code)).desk).not.toHaveProperty("snoozedUntil");
  });

  it("the clock stops while the reporter has the next word, and only then", async () => {
    const reporter = person();
    const code = await accepted({ reporter, lane: "feedback" });
    const { dueAt } = await caseOf(code);
    expect((await group.say(LAN, "/cho", { about: code })).words).toContain("chưa hỏi người báo");
    await ask(code);
    await group.say(LAN, "/cho", { about: code });
    expect(await card(code)).toContain("ĐANG CHỜ NGƯỜI BÁO");
    group.now = dueAt + HOUR;
    const overdue = await group.book.open({ overdueAt: group.now });
    expect(overdue.map((one) => one.code)).not.toContain(code);
    expect((await group.say(LAN, "/tin quá hạn")).words).not.toContain(code);
    await group.book.relayToDuty({ code, reporter, text: "Xe đỏ", media: [], at: group.now, key: fresh() });
    const after = await caseOf(code);
    expect(after.desk?.waitingSince).toBeUndefined();
    expect(after.dueAt).toBeGreaterThan(group.now);
    expect((await group.say(LAN, "/cho", { about: code })).words).toContain("đã trả lời");
    await group.say(LAN, `/xl ${code} in_progress 2`);
    expect((await caseOf(code)).dueAt).toBe(after.dueAt);
  });

  it("nobody waits for ever: after seven days it is on the desk again", async () => {
    const code = await accepted();
    await ask(code);
    await group.say(LAN, `/cho ${code}`);
    await group.book.wake(group.now + 7 * DAY - MINUTE);
    expect((await caseOf(code)).desk?.waitingSince).toBeDefined();
    await group.book.wake(group.now + 7 * DAY);
    expect((await caseOf(code)).desk?.waitingSince).toBeUndefined();
  });
});

describe("closing", () => {
  it("takes a result, which the reporter reads", async () => {
    const code = await accepted();
    const asked = await group.say(LAN, `/xl ${code} resolved 2`);
    expect((await caseOf(code)).state).toBe("accepted");
    expect(asked.words).toContain("Kết quả thế nào?");
    await group.say(LAN, asked.buttons["Đã kiểm tra, giải quyết xong"] ?? "");
    expect((await caseOf(code)).state).toBe("resolved");
    // Whoever looks at it later sees what was done, too.
    expect(await card(code)).toContain("Đã xong; Đã kiểm tra, giải quyết xong");
    const told = (await waitsForReporter(group, code)).at(-1);
    expect(told && plainText(citizenNotice(code, told) ?? { blocks: [] })).toContain(
      "Kết quả: Đã kiểm tra, giải quyết xong",
    );
  });

  it("usual words go the way of every reply: seen first, then sent", async () => {
    const code = await accepted();
    const choice = await group.say(LAN, `/mau ${code}`);
    const draft = await group.say(LAN, choice.buttons["Hỏi rõ nơi"] ?? "");
    expect(draft.words).toContain("Chưa gửi. Người báo");
    expect((await waitsForReporter(group, code)).map(({ kind }) => kind)).not.toContain("duty_said");
    await group.say(LAN, draft.buttons["Gửi người báo"] ?? "");
    expect((await waitsForReporter(group, code)).map(({ kind }) => kind)).toContain("duty_said");
  });
});

describe("merged reports", () => {
  it("both reporters are told, neither learns of the other, and both hear the result", async () => {
    const [one, other] = [person(), person()];
    const original = await accepted({ reporter: one });
    const double = await submit({ reporter: other });
    await group.say(LAN, `/xl ${double} duplicate 1 ${original}`);
    expect(await card(original)).toContain("CÙNG VIỆC: gộp thêm 1 tin");
    await group.say(LAN, `/xl ${original} resolved 2 k0`);
    const words = async (code: string) =>
      (await waitsForReporter(group, code)).map((body) =>
        plainText(citizenNotice(code, body) ?? { blocks: [] }),
      );
    const [toOne, toOther] = [(await words(original)).join("\n"), (await words(double)).join("\n")];
    expect(toOne).toContain("đã gộp các thông tin");
    expect(toOne).not.toContain(double);
    expect(toOther).toContain("xử lý chung");
    expect(toOther).toContain("Kết quả: Đã kiểm tra");
    expect(toOther).not.toContain(original);
    // The one whose report went into the other's says that it isn't over: the one case is opened again.
    const outcome = await group.book.reopen({
      code: double,
      reporter: other,
      text: "chưa xong",
      at: group.now + HOUR,
      key: fresh(),
    });
    expect(outcome).toEqual({ kind: "reopened", repeated: false });
    expect((await caseOf(original)).state).toBe("in_progress");
    expect((await caseOf(double)).state).toBe("duplicate");
    const stranger = { code: double, reporter: person(), text: "", at: group.now, key: fresh() };
    expect(await group.book.reopen(stranger)).toEqual({ kind: "unknown" });
  });

  it("who sent both is told once; no case is a duplicate of a duplicate", async () => {
    const reporter = person();
    const [first, second, third] = [await submit({ reporter }), await submit({ reporter }), await submit()];
    await group.say(LAN, `/xl ${first} duplicate 1 ${second}`);
    expect((await waitsForReporter(group, second)).map(({ kind }) => kind)).not.toContain("merged");
    await group.say(LAN, `/xl ${second} duplicate 1 ${third}`);
    expect((await caseOf(first)).duplicateOf).toBe(third);
    expect((await caseOf(third)).merged).toBe(2);
  });
});

describe("who may", () => {
  it("a stranger and a revoked handler change and see nothing, whatever they type", async () => {
    const code = await accepted({ content: { ...CONTENT, media: [], what: "chữ chỉ có ở đây zebra" } });
    for (const text of [
      `/giao ${code} tôi`,
      `/hen ${code} 1 giờ`,
      `/cho ${code}`,
      `/mau ${code}`,
      "/giaoca",
      "/baocaothang",
      "/tin zebra",
    ])
      for (const where of [undefined, STRANGER]) {
        const said = await group.say(STRANGER, text, where === undefined ? {} : { where });
        expect(said.words).not.toContain(code);
        expect(said.words).not.toMatch(/Kỳ Lừa|Phụ trách|nhận \d/u);
      }
    expect((await caseOf(code)).desk?.owner?.id).toBe(LAN);
    expect((await group.say(STRANGER, "/help")).replies).toEqual([]);
  });

  it("in private one looks, in the group one acts", async () => {
    const code = await accepted();
    for (const text of [`/giao ${code} tôi`, `/hen ${code} 1 giờ`, `/cho ${code}`, `/mau ${code} noi`])
      expect((await group.say(HUNG, text, { where: HUNG })).words).toContain("làm trong nhóm trực");
    expect((await caseOf(code)).desk?.owner?.id).toBe(LAN);
    expect((await group.say(HUNG, "/giaoca", { where: HUNG })).words).toContain("Giao ca");
    const [before] = (await group.book.find({ group: "open", owner: { id: LAN }, now: T0, limit: 1 })).cases;
    expect((await group.say(LAN, `/giaoca ${HUNG} đồng ý`, { where: LAN })).words).toContain("Giao ca");
    expect(before && (await caseOf(before.code)).desk?.owner?.id).toBe(LAN);
  });

  it("/help in the group tells a handler the commands", async () => {
    const { words } = await group.say(LAN, "/help");
    for (const command of ["/tin", "/giao", "/giaoca", "/hen", "/cho", "/mau", "/baocaothang"])
      expect(words).toContain(command);
  });
});
