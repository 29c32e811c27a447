import { beforeEach, describe, expect, it } from "vitest";
import { DAY, MINUTE } from "../../src/platform/time.ts";
import { AlarmDesk, GROUP } from "./alarm-desk.ts";
import { book, fresh } from "./reports-fixture.ts";

const [CHIEF, ONE, TWO] = ["138000001", "2401", "2402"] as const;
/** Three in the morning. */
const NIGHT = Date.parse("2026-11-26T03:00:00+07:00");
const SMOKE = { lane: "feedback", category: "fireHazard" } as const;
const FIRE = { lane: "urgent", category: "fireHazard" } as const;

let desk: AlarmDesk;
beforeEach(async () => {
  desk = await AlarmDesk.quiet(NIGHT, CHIEF, { [ONE]: "Trực Một", [TWO]: "Trực Hai" });
});

const versionOf = async (code: string) => (await book.get(code))?.version ?? 1;
const merge = async (code: string, into: string) =>
  desk.says(ONE, `/xl ${code} duplicate ${await versionOf(code)} ${into}`);
const ringsOf = (code: string, minutes: string) =>
  desk.to(GROUP, `${minutes} PHÚT`).filter((words) => words.includes(code));

async function closed(): ReturnType<AlarmDesk["report"]> {
  const one = await desk.report();
  await desk.moves(ONE, one.code, "accepted");
  await desk.result(ONE, one.code, "Đã giải tán.");
  return one;
}

const saysNotOver = ({ code, reporter }: Awaited<ReturnType<typeof closed>>) =>
  book.reopen({ code, reporter, text: "", at: desk.now, key: fresh() });

describe("an urgent case is merged", () => {
  it("into no case for which nobody is called: one of another lane, or one that is closed", async () => {
    const [urgent, slow, over] = [await desk.report(), await desk.report(SMOKE), await closed()];
    for (const other of [slow, over]) {
      expect(await merge(urgent.code, other.code)).toContain("Tin khẩn chỉ gộp vào tin khẩn đang mở");
      expect((await book.get(urgent.code))?.state).toBe("received");
    }
    await desk.pass(2);
    expect(ringsOf(urgent.code, "2")).toHaveLength(1);
  });

  it("into an open urgent one, and whatever isn't urgent into any", async () => {
    const [first, second, slow] = [await desk.report(), await desk.report(), await desk.report(SMOKE)];
    await merge(second.code, first.code);
    await merge(slow.code, first.code);
    expect((await book.get(first.code))?.merged).toBe(2);
  });
});

describe("one event that many report", () => {
  it("has the urgent report as its case, whatever calm one came before", async () => {
    const [calm, urgent, third] = [
      await desk.report({ ...SMOKE, what: "khói ở chợ" }),
      await desk.report({ ...FIRE, what: "cháy chợ rồi" }),
      await desk.report({ ...SMOKE, what: "chợ có khói" }),
    ];
    expect((await book.get(urgent.code))?.state).toBe("received");
    for (const { code } of [calm, third]) expect((await book.get(code))?.duplicateOf).toBe(urgent.code);
    await desk.pass(2);
    expect(ringsOf(urgent.code, "2")).toHaveLength(1);
  });

  it("is told to its owner again and again, a few times of many: what was calm may not be any more", async () => {
    const reported = [];
    for (let i = 0; i < 3; i += 1) reported.push(await desk.report({ ...FIRE, what: `cháy chợ ${i}` }));
    const head = reported[0]?.code ?? "";
    await desk.moves(ONE, head, "accepted");
    await desk.moves(ONE, head, "in_progress");
    const before = desk.to(ONE, head).length;
    for (let i = 0; i < 5; i += 1) await desk.report({ ...FIRE, what: `lại cháy chợ ${i}` });
    expect(desk.to(ONE, "lại có người báo").length).toBe(before + 1);
    desk.now += 5 * MINUTE;
    await desk.report({ ...FIRE, what: "cháy to hơn ở chợ" });
    expect(desk.to(ONE, "lại có người báo").length).toBe(before + 2);
    expect(desk.to(TWO, head)).toEqual([]);
  });

  it("goes on in a report that rang before it joined: that one rings from the first step again", async () => {
    const [first, second] = [
      await desk.report({ ...FIRE, what: "cháy chợ 1" }),
      await desk.report({ ...FIRE, what: "cháy chợ 2" }),
    ];
    await desk.pass(3);
    expect(ringsOf(second.code, "2")).toHaveLength(1);
    await desk.report({ ...FIRE, what: "cháy chợ 3" });
    expect((await book.get(second.code))?.duplicateOf).toBe(first.code);
    await desk.says(ONE, `/xl ${first.code} rejected ${await versionOf(first.code)} r0`);
    expect((await book.get(second.code))?.state).toBe("received");
    await desk.pass(2);
    expect(ringsOf(second.code, "2")).toHaveLength(2);
  });
});

describe("an urgent case whose reporter says soon after it was closed that it isn't over", () => {
  it("rings until somebody begins, although it rang before", async () => {
    const one = await closed();
    expect(await saysNotOver(one)).toEqual({ kind: "reopened", repeated: false });
    expect(await book.get(one.code)).toMatchObject({ state: "accepted", dueAt: desk.now + 15 * MINUTE });
    await desk.pass(10);
    expect(desk.to(ONE, "CHƯA BẮT TAY XỬ LÝ")).toHaveLength(1);
    await desk.pass(5);
    expect(desk.to(CHIEF, "CHƯA BẮT TAY XỬ LÝ")).toHaveLength(1);
    await desk.moves(TWO, one.code, "in_progress");
    await desk.result(TWO, one.code, "Đã đưa về.");
    await saysNotOver(one);
    await desk.pass(10);
    expect(desk.to(ONE, "CHƯA BẮT TAY XỬ LÝ")).toHaveLength(3);
  });

  it("rings nobody days later, nor where it wasn't urgent", async () => {
    const [one, slow] = [await closed(), await desk.report(SMOKE)];
    await desk.moves(ONE, slow.code, "accepted");
    await desk.result(ONE, slow.code, "Đã nhắc nhở.");
    await saysNotOver(slow);
    expect((await book.get(slow.code))?.state).toBe("in_progress");
    desk.now += DAY + MINUTE;
    await saysNotOver(one);
    expect((await book.get(one.code))?.state).toBe("in_progress");
  });
});
