import { beforeEach, describe, expect, it } from "vitest";
import { acceptInPrivate } from "../../src/features/reporting/duty/alarm/accept-in-private.ts";
import { takeAlarmCommand } from "../../src/features/reporting/duty/alarm/alarm-commands.ts";
import { raiseAlarms } from "../../src/features/reporting/duty/alarm/raise-alarms.ts";
import { tellOverdue } from "../../src/features/reporting/duty/alarm/tell-overdue.ts";
import { HOUR, MINUTE } from "../../src/platform/time.ts";
import type { TurnContext } from "../../src/turn/feature.ts";
import { AlarmDesk, GROUP } from "./alarm-desk.ts";
import { bindings, migrate } from "./bindings.ts";
import { emptyOffice } from "./office.ts";
import { book } from "./reports-fixture.ts";

const [CHIEF, DEPUTY, ONE, TWO, VIEWER] = ["138000001", "138000002", "2101", "2102", "2103"] as const;
/** Three in the morning. */
const NIGHT = Date.parse("2026-11-24T03:00:00+07:00");

let desk: AlarmDesk;
beforeEach(async () => {
  await migrate();
  await emptyOffice();
  for (const table of ["duty_shifts", "report_alarms", "duty_drills"])
    await bindings.LEDGER.prepare(`DELETE FROM ${table}`).run();
  await bindings.LEDGER.prepare("UPDATE reports SET closed_at = 1 WHERE closed_at IS NULL").run();
  desk = new AlarmDesk(NIGHT, CHIEF, DEPUTY);
  await desk.enlist(ONE, "Trực Một");
  await desk.enlist(TWO, "Trực Hai");
  await desk.enlist(VIEWER, "Người Xem", "viewer");
  await desk.says(TWO, "/ca nhan");
  desk.now += MINUTE;
});

const alarmsIn = (chat: string, code: string) =>
  desk.to(chat, code).filter((words) => words.includes("CHƯA AI NHẬN"));

it("who reported an urgent case and hears that it was accepted is told to call all the same", async () => {
  const [urgent, other] = [await desk.report(), await desk.report({ lane: "crime", category: "theft" })];
  for (const { code } of [urgent, other]) await desk.moves(ONE, code, "accepted");
  expect(desk.to(urgent.reporter.chat, "đã tiếp nhận").at(-1)).toContain("vẫn gọi 113");
  expect(desk.to(other.reporter.chat, "đã tiếp nhận").at(-1)).not.toContain("113");
});

describe("an urgent case that nobody accepts", () => {
  it("rings in the group and calls the supervisors where the chat of who has the shift is broken", async () => {
    const { code } = await desk.report();
    desk.now += 2 * MINUTE;
    const { tell, ...services } = desk.services();
    const broken: typeof tell = async (chat, key, reply) => {
      if (chat === TWO) throw new Error("no such object");
      return tell(chat, key, reply);
    };
    await raiseAlarms({ ...services, tell: broken }, desk.now);
    expect(desk.to(GROUP, "2 PHÚT CHƯA AI NHẬN")).toHaveLength(1);
    expect([CHIEF, DEPUTY].map((chat) => desk.to(chat, code).length)).toEqual([1, 1]);
  });

  it("calls the group and who has the shift, then the next and the citizen, then all supervisors, without end", async () => {
    const { code, reporter } = await desk.report();
    await desk.pass(1);
    expect([TWO, ONE, CHIEF, reporter.chat].flatMap((chat) => desk.to(chat, code))).toEqual([]);
    await desk.pass(1);
    expect(desk.to(GROUP, "2 PHÚT CHƯA AI NHẬN")).toHaveLength(1);
    expect(desk.to(TWO, code)).toHaveLength(1);
    expect(desk.to(ONE, code)).toEqual([]);
    await desk.pass(3);
    expect(desk.to(ONE, code)).toHaveLength(1);
    expect(desk.to(reporter.chat)).toEqual([
      expect.stringContaining("Chưa cán bộ nào nhận tin của anh/chị. Gọi ngay 113."),
    ]);
    expect(desk.to(CHIEF, code)).toEqual([]);
    await desk.pass(5);
    expect([CHIEF, DEPUTY].map((chat) => desk.to(chat, code).length)).toEqual([1, 1]);
    await desk.pass(30);
    expect([CHIEF, DEPUTY].map((chat) => desk.to(chat, code).length)).toEqual([4, 4]);
    expect(desk.to(reporter.chat)).toHaveLength(1);
    expect(desk.to(VIEWER)).toEqual([]);
    const last = desk.told.findLast(({ chat, words }) => chat === GROUP && words.includes("40 PHÚT"));
    expect(last?.reply).toMatchObject({ urgent: true, about: code });
    expect(last?.reply.buttons?.[0]?.payload).toBe(`/xl ${code} accepted 1 c`);
  });

  it("alerts by itself, however many others wait, and stops only for the one that was accepted", async () => {
    const three = [await desk.report(), await desk.report(), await desk.report()];
    await desk.pass(5);
    for (const { code, reporter } of three) {
      expect(alarmsIn(GROUP, code).length).toBeGreaterThanOrEqual(2);
      expect(desk.to(reporter.chat)).toHaveLength(1);
    }
    const [first, ...others] = three.map(({ code }) => code);
    await desk.moves(ONE, first ?? "", "accepted");
    const before = alarmsIn(GROUP, first ?? "").length;
    await desk.pass(6);
    expect(alarmsIn(GROUP, first ?? "")).toHaveLength(before);
    for (const code of others) expect(alarmsIn(CHIEF, code)).toHaveLength(1);
    expect(desk.to(CHIEF, `${first}`).filter((words) => words.includes("CHƯA AI NHẬN"))).toEqual([]);
  });

  it("is called for with one and the same step after a restart, and what a stop missed comes at once", async () => {
    const { code } = await desk.report();
    await desk.pass(2);
    await desk.cron();
    await desk.cron();
    expect(alarmsIn(TWO, code)).toHaveLength(1);
    desk.now += 90 * MINUTE;
    await desk.cron();
    // One for the five minutes, one for the ten, one for all repetitions.
    expect(alarmsIn(CHIEF, code)).toHaveLength(2);
    expect(alarmsIn(ONE, code)).toHaveLength(1);
    expect((await book.history(code)).filter(({ action }) => action === "alarmed")).toHaveLength(4);
  });

  it("says nothing twice where it dies before the step is written down", async () => {
    const { code } = await desk.report();
    desk.now += 2 * MINUTE;
    const services = desk.services();
    const dying = {
      ...services,
      book: { ...services.book, alarm: async () => Promise.reject(new Error("killed")) },
    };
    await raiseAlarms(dying, desk.now);
    expect(alarmsIn(TWO, code)).toHaveLength(1);
    await desk.pass(1);
    expect(alarmsIn(TWO, code)).toHaveLength(1);
    expect(desk.to(GROUP, "3 PHÚT CHƯA AI NHẬN")).toHaveLength(1);
  });

  it("calls the supervisors at once where there is nobody else, and no one whose role was taken away", async () => {
    await desk.officials.revoke(CHIEF, TWO, desk.now);
    const { code } = await desk.report();
    await desk.pass(2);
    expect(desk.to(TWO, code)).toEqual([]);
    expect(desk.to(ONE, code)).toHaveLength(1);
    await desk.pass(3);
    expect(desk.to(CHIEF, code)).toHaveLength(1);
  });

  it("never tells an official's phone what was reported, nor the citizen of the officials", async () => {
    const { code, reporter } = await desk.report({ what: "chồng tôi đang đánh tôi ở thôn Nà Lìa" });
    await desk.pass(12);
    for (const chat of [ONE, TWO, CHIEF]) expect(desk.to(chat, code).join()).not.toContain("Nà Lìa");
    expect(desk.to(reporter.chat).join()).not.toMatch(/Trực Một|Trực Hai/u);
    expect(JSON.stringify(desk.told.filter(({ chat }) => chat !== reporter.chat))).not.toContain(
      reporter.chat,
    );
  });

  it("isn't taken by a tap of who was revoked", async () => {
    const { code } = await desk.report();
    await desk.officials.revoke(CHIEF, ONE, desk.now);
    expect(await desk.moves(ONE, code, "accepted")).toContain("chưa được cấp quyền");
    expect((await book.get(code))?.state).toBe("received");
    await desk.pass(10);
    expect(desk.to(CHIEF, code)).not.toEqual([]);
  });
});

describe("the call in private", () => {
  const tap = (chat: string): string =>
    desk.told.findLast((one) => one.chat === chat)?.reply.buttons?.find(({ label }) => label === "Tiếp nhận")
      ?.payload ?? "";

  it("takes the acceptance there: the alarm ends, the group and the citizen hear of it", async () => {
    const { code, reporter } = await desk.report();
    await desk.pass(2);
    expect(await desk.says(TWO, tap(TWO), { chat: TWO })).toContain("anh/chị đã nhận");
    expect(await book.get(code)).toMatchObject({ state: "accepted", desk: { owner: { id: TWO } } });
    expect(desk.to(GROUP, `${code}: Đã tiếp nhận (Trực Hai)`)).toHaveLength(1);
    expect(desk.told.findLast(({ reply }) => reply.slot === `card:${code}`)?.words).toContain("Trực Hai");
    expect(desk.to(reporter.chat)).toHaveLength(1);
    await desk.pass(8);
    expect(desk.to(GROUP, code).filter((words) => words.includes("PHÚT"))).toHaveLength(1);
    expect(await desk.says(ONE, `/xl ${code} accepted 1`, { chat: ONE })).toContain("Trực Hai đã chuyển");
  });

  it("takes nothing else, of no other lane, from nobody without the role", async () => {
    const { code } = await desk.report();
    const { code: other } = await desk.report({ lane: "crime", category: "theft" });
    await desk.pass(2);
    const payload = tap(TWO);
    const inbound = { channel: "telegram", chat: GROUP, sender: TWO, isPrivate: false } as const;
    const inGroup = { inbound, now: desk.now } as unknown as TurnContext;
    expect(await acceptInPrivate(desk.services(), inGroup, payload)).toBeNull();
    await desk.officials.revoke(CHIEF, TWO, desk.now);
    for (const who of [TWO, VIEWER, "777"])
      expect(await desk.says(who, payload, { chat: who })).toBe("Nút này chỉ dùng được trong nhóm trực.");
    for (const press of [`/xl ${other} accepted 1`, `/xl ${code} rejected 1 r0`, `/xl ${code} in_progress 1`])
      expect(await desk.says(ONE, press, { chat: ONE })).toBe("Nút này chỉ dùng được trong nhóm trực.");
    for (const one of [code, other]) expect((await book.get(one))?.state).toBe("received");
  });
});

describe("one chat that floods the desk", () => {
  const FLOODER = { channel: "zalo", chat: "floods-with-urgent" } as const;

  it("rings once for all of its cases, each of which is named, and is told once itself", async () => {
    const first = await desk.report({ what: "cứu với 1" }, FLOODER);
    await desk.pass(1);
    const codes = [first.code];
    for (let i = 2; i <= 12; i += 1) {
      codes.push((await desk.report({ what: `cứu với ${i}` }, FLOODER)).code);
      await desk.pass(1);
    }
    await desk.pass(17);
    const rings = desk.to(GROUP, "PHÚT CHƯA AI NHẬN");
    // At 2 by the first; at 5, 10, 20 and 30 for all that were there.
    expect(rings.length).toBeLessThanOrEqual(6);
    expect(rings.at(-1)).toContain("còn 11 tin khẩn chưa ai nhận");
    expect(desk.to(CHIEF, "PHÚT CHƯA AI NHẬN").at(-1)).toContain(codes[1]);
    expect(desk.to(FLOODER.chat, "Gọi ngay 113")).toHaveLength(1);
  });

  it("doesn't silence another's case, nor what is left when the first is taken", async () => {
    const codes: string[] = [];
    for (let i = 0; i < 4; i += 1) codes.push((await desk.report({ what: `cứu ${i}` }, FLOODER)).code);
    const other = await desk.report({ what: "cháy nhà" });
    await desk.pass(5);
    expect(desk.to(GROUP, other.code).filter((words) => words.includes("PHÚT"))).toHaveLength(2);
    expect(desk.to(other.reporter.chat, "Gọi ngay 113")).toHaveLength(1);
    const [first = "", second = ""] = codes;
    await desk.moves(ONE, first, "accepted");
    await desk.moves(ONE, second, "accepted");
    const before = desk.told.length;
    await desk.pass(5);
    const rung = desk.told
      .slice(before)
      .filter(({ chat, words }) => chat === GROUP && words.includes("10 PHÚT"));
    for (const code of codes.slice(2))
      expect(rung.filter(({ words }) => words.includes(code))).toHaveLength(1);
  });
});

describe("an urgent case that was accepted", () => {
  it("has minutes until the work begins: then its owner is called, then the supervisors, until it does", async () => {
    const { code } = await desk.report();
    await desk.moves(ONE, code, "accepted");
    expect((await book.get(code))?.dueAt).toBe(desk.now + 15 * MINUTE);
    await desk.pass(9);
    expect(desk.to(ONE, code)).toEqual([]);
    await desk.pass(1);
    expect(desk.to(ONE, "CHƯA BẮT TAY XỬ LÝ")).toHaveLength(1);
    expect(desk.to(CHIEF, code)).toEqual([]);
    await desk.pass(5);
    expect(desk.to(CHIEF, "CHƯA BẮT TAY XỬ LÝ")).toHaveLength(1);
    expect(desk.to(GROUP, "CHƯA BẮT TAY XỬ LÝ")).toHaveLength(1);
    await desk.moves(ONE, code, "in_progress");
    expect((await book.get(code))?.dueAt).toBeGreaterThan(desk.now + 24 * HOUR);
    await desk.pass(40);
    expect(desk.to(CHIEF, code)).toHaveLength(1);
  });

  it("whose owner was revoked calls the supervisors in their place", async () => {
    const { code } = await desk.report();
    await desk.moves(ONE, code, "accepted");
    await desk.officials.revoke(CHIEF, ONE, desk.now);
    await desk.pass(10);
    expect(desk.to(ONE, code)).toEqual([]);
    expect(desk.to(CHIEF, code)).toHaveLength(1);
  });
});

describe("other cases", () => {
  it("don't ring at night; each is told once by day when its deadline has passed", async () => {
    const { code } = await desk.report({ lane: "feedback", category: "environment" });
    await desk.pass(20);
    expect(alarmsIn(GROUP, code)).toEqual([]);
    const later = Date.parse("2026-11-28T00:30:00+07:00");
    await tellOverdue(desk.services(), later);
    expect(desk.to(CHIEF, code)).toEqual([]);
    await tellOverdue(desk.services(), later + 7 * HOUR);
    expect(desk.to(CHIEF, code)).toHaveLength(1);
    const { code: second } = await desk.report({ lane: "feedback", category: "environment" });
    const monday = Date.parse("2026-11-30T08:00:00+07:00");
    await tellOverdue(desk.services(), monday);
    await tellOverdue(desk.services(), monday + HOUR);
    expect(desk.to(CHIEF, code)).toHaveLength(1);
    expect(desk.to(CHIEF, second)).toHaveLength(1);
  });
});

describe("a drill", () => {
  it("runs the same chain, each word marked, tells no citizen and ends with the first tap", async () => {
    expect(await desk.says(ONE, "/dientap")).toContain("Chỉ người giám sát");
    expect(await desk.says(CHIEF, "/dien-tap", { chat: CHIEF })).toContain("Đã bắt đầu diễn tập");
    const payload = desk.told.findLast(({ chat }) => chat === GROUP)?.reply.buttons?.[0]?.payload ?? "";
    await desk.pass(6);
    expect(desk.to(GROUP, "DIỄN TẬP")).toHaveLength(3);
    expect(desk.to(TWO, "DIỄN TẬP")).toHaveLength(1);
    expect(desk.to(ONE, "DIỄN TẬP")).toHaveLength(1);
    expect(
      desk.told
        .filter(({ words }) => words.includes("PHÚT"))
        .every(({ words }) => words.includes("DIỄN TẬP")),
    ).toBe(true);
    expect(await desk.says("555000555", payload)).toContain("chưa được cấp quyền");
    expect(await desk.says(ONE, payload, { chat: ONE })).toContain("Không có buổi diễn tập");
    expect(await desk.says(TWO, payload)).toContain("Trực Hai nhận sau 6 phút");
    expect(await desk.says(ONE, payload)).toContain("Không có buổi diễn tập");
    expect(desk.to(CHIEF, "Trực Hai nhận sau 6 phút")).toHaveLength(1);
    await desk.pass(20);
    expect(desk.to(GROUP, "DIỄN TẬP").filter((words) => words.includes("PHÚT CHƯA"))).toHaveLength(2);
  });

  it("is one at a time, and a supervisor stops it", async () => {
    await desk.says(CHIEF, "/dientap");
    expect(await desk.says(DEPUTY, "/dientap")).toContain("Đang có một buổi diễn tập");
    await desk.says(DEPUTY, "/dientap dừng");
    await desk.pass(12);
    expect(desk.to(GROUP, "PHÚT CHƯA AI NHẬN")).toEqual([]);
  });

  it("is nothing to a citizen", async () => {
    expect(await desk.says("777", "/dientap", { chat: "777" })).toBe("");
    expect(await desk.says("777", "/ca nhan", { chat: "777" })).toBe("");
    const inbound = { channel: "telegram", chat: "777", sender: "777", isPrivate: true } as const;
    for (const text of ["/ca", "/dientap nhan 1", "/cam", "diễn tập"]) {
      const content = { kind: "text", text } as const;
      const context = { inbound: { ...inbound, content }, now: desk.now } as unknown as TurnContext;
      expect(await takeAlarmCommand(desk.services(), context)).toBeNull();
    }
  });
});

describe("the shift", () => {
  it("goes to who took it last, and its end gives it back", async () => {
    desk.now += MINUTE;
    await desk.says(ONE, "/ca nhận 2");
    expect(await desk.says(ONE, "/ca")).toMatch(/Trực Một \(đang trực[\s\S]*Trực Hai \(đang trực/u);
    await desk.says(ONE, "/ca thôi");
    expect(await desk.says(TWO, "/ca")).toMatch(/Trực Hai \(đang trực[\s\S]*Trực Một/u);
    desk.now += 13 * HOUR;
    expect(await desk.says(TWO, "/ca")).toContain("Chưa ai nhận ca");
  });
});
