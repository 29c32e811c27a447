import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Officials } from "../../src/features/officials/directory.ts";
import type { Role } from "../../src/features/officials/roles.ts";
import { thenSettle } from "../../src/features/reporting/duty/then-settle.ts";
import { GroupMembers } from "../../src/features/reporting/group/group-members.ts";
import type { ReportingServices } from "../../src/features/reporting/reporting-services.ts";
import type { GateOutcome } from "../../src/messaging/group-gate.ts";
import { plainText, type Reply } from "../../src/messaging/reply.ts";
import type { TurnContext } from "../../src/turn/feature.ts";
import { bindings, migrate } from "./bindings.ts";
import { fresh, T0 } from "./reports-fixture.ts";

const SUPERVISOR = "138000001";
const settings = new Set([SUPERVISOR]);
const officials = new Officials(bindings.LEDGER, settings);
const MINUTE = 60_000;

/** The group's door, and what became of each person: the newest act counts. */
let outcome: GateOutcome;
let acts: string[];
let told: { key: string; words: string }[];
let now: number;

const members = new GroupMembers({
  db: bindings.LEDGER,
  officials,
  settings,
  gate: {
    remove: async (person) => {
      acts.push(`out ${person}`);
      return outcome;
    },
    readmit: async (person) => {
      acts.push(`in ${person}`);
      return outcome;
    },
  },
  tellSupervisors: async (key: string, reply: Reply) => {
    if (!told.some((one) => one.key === key)) told.push({ key, words: plainText(reply) });
  },
  now: () => now,
});

async function enlist(id: string, role: Role = "duty"): Promise<void> {
  const token = fresh();
  await officials.invite(SUPERVISOR, role, `Tổ ${id}`, token, T0);
  await officials.accept(token, id, T0);
}
const revoke = (id: string) => officials.revoke(SUPERVISOR, id, T0);
const waiting = async () =>
  (await bindings.LEDGER.prepare("SELECT telegram_id FROM duty_group_checks").all()).results.length;

beforeAll(migrate);
beforeEach(async () => {
  await bindings.LEDGER.prepare("DELETE FROM officials").run();
  await bindings.LEDGER.prepare("DELETE FROM duty_group_checks").run();
  outcome = { kind: "done" };
  acts = [];
  told = [];
  now = T0;
});

describe("the duty group follows the roles", () => {
  it("a revoked person is put out, once, and the supervisors hear of it", async () => {
    await enlist("71");
    await members.settle();
    await revoke("71");
    for (let i = 0; i < 3; i += 1) await members.settle();
    expect(acts).toEqual(["in 71", "out 71"]);
    expect(told.map(({ words }) => words)).toEqual([expect.stringContaining("Tổ 71 không còn quyền trực")]);
    expect(await waiting()).toBe(0);
  });

  it("a new grant lifts the ban; of several changes the newest counts", async () => {
    await enlist("72");
    await revoke("72");
    await enlist("72");
    await members.settle();
    expect(acts).toEqual(["in 72"]);
    expect(told).toEqual([]);
  });

  it("a smaller role puts out too; one who only sees figures never was in", async () => {
    await enlist("73");
    await members.settle();
    await revoke("73");
    await enlist("73", "viewer");
    await enlist("74", "viewer");
    await members.settle();
    expect(acts).toEqual(["in 73", "out 73"]);
  });

  it("a supervisor of the settings is never put out", async () => {
    // A row of an earlier release: now a supervisor of the settings gets none.
    await bindings.LEDGER.prepare(
      "INSERT INTO officials (telegram_id, role, label, granted_by, granted_at) VALUES (?, 'duty', 'x', 'y', 0)",
    )
      .bind(SUPERVISOR)
      .run();
    await revoke(SUPERVISOR);
    await members.settle();
    expect(acts).toEqual([`in ${SUPERVISOR}`]);
  });

  it("a supervisor who leaves the settings is put out by the next cron, one who comes is let in", async () => {
    await bindings.LEDGER.prepare("DELETE FROM operations_state").run();
    await members.tend();
    settings.add("79");
    await members.tend();
    await members.tend();
    settings.delete("79");
    await members.tend();
    await members.tend();
    expect(acts).toEqual(["in 79", "out 79"]);
    expect(told.map(({ words }) => words)).toEqual([expect.stringContaining("số 79")]);
  });

  it("says plainly where it can't, once a day, and tries on until it can", async () => {
    await enlist("75");
    await members.settle();
    await revoke("75");
    outcome = { kind: "cannot", why: "bot_powerless" };
    for (let hour = 0; hour < 6; hour += 1) {
      await members.settle();
      now += 61 * MINUTE;
    }
    expect(told).toHaveLength(1);
    expect(told[0]?.words).toMatch(
      /bot không phải quản trị viên nhóm[\s\S]*tự xóa Tổ 75 \(tài khoản số 75\)/u,
    );
    outcome = { kind: "done" };
    await members.settle();
    expect(acts.filter((act) => act === "out 75")).toHaveLength(7);
    expect(told).toHaveLength(2);
    expect(await waiting()).toBe(0);
  });

  it("what Telegram doesn't answer is tried again, and told when it goes on", async () => {
    await enlist("76");
    await members.settle();
    await revoke("76");
    outcome = { kind: "retry", reason: "rate_limited", afterMs: 5 * MINUTE };
    await members.settle();
    now += 4 * MINUTE;
    await members.settle();
    expect(acts.filter((act) => act === "out 76")).toHaveLength(1);
    for (let i = 0; i < 2; i += 1) {
      now += 30 * MINUTE;
      await members.settle();
    }
    expect(told.map(({ words }) => words)).toEqual([expect.stringContaining("vẫn đang thử lại")]);
  });

  it("is looked at anew when the bot gets its right", async () => {
    await enlist("77");
    await revoke("77");
    outcome = { kind: "cannot", why: "bot_powerless" };
    await members.settle();
    outcome = { kind: "done" };
    await members.settle();
    expect(await waiting()).toBe(1);
    await members.settle({ everyone: true });
    expect(await waiting()).toBe(0);
  });
});

describe("thenSettle", () => {
  const feature = (result: { replies: [] } | null) => ({ name: "officials", take: async () => result });
  const context = {} as TurnContext;

  it("settles after a feature that took the message, and only then", async () => {
    await enlist("78");
    const reporting = { members } as unknown as ReportingServices;
    await thenSettle(feature(null), reporting).take(context);
    expect(acts).toEqual([]);
    await thenSettle(feature({ replies: [] }), reporting).take(context);
    expect(acts).toEqual(["in 78"]);
    const alone = feature(null);
    expect(thenSettle(alone, undefined)).toBe(alone);
  });
});
