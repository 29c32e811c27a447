import { describe, expect, it } from "vitest";
import { plainText, type Reply } from "../messaging/reply.ts";
import type { ConversationStore } from "./chat-store.ts";
import { DutyWatch } from "./duty-watch.ts";

const MINUTE = 60_000;
const T0 = 1_795_860_000_000;

/** The duty group's chat: what waits in it, what the supervisors are told, and what the status page shows. */
function group() {
  const numbers = new Map<string, number>();
  const told: { readonly key: string; readonly reply: Reply }[] = [];
  const shown: string[] = [];
  const at = { waits: { n: 0, since: null as number | null }, works: true };
  const store = {
    outbox: { unsent: () => at.waits },
    memory: {
      number: (name: string) => numbers.get(name) ?? 0,
      setNumber: (name: string, value: number) => void numbers.set(name, value),
    },
  } as unknown as ConversationStore;
  const watch = new DutyWatch({
    store,
    state: { set: async (_, value) => void shown.push(value) },
    tellSupervisors: async (message) => {
      if (!at.works) throw new Error("no");
      told.push(message);
    },
  });
  return { at, watch, told, shown };
}

describe("the watch over the duty group's messages", () => {
  it("tells the supervisors after two minutes, not before, and again after half an hour", async () => {
    const { at, watch, told } = group();
    expect(watch.dueAt()).toBeNull();
    at.waits = { n: 3, since: T0 };
    expect(watch.dueAt()).toBe(T0 + 2 * MINUTE);
    await watch.look(T0 + 2 * MINUTE - 1);
    expect(told).toEqual([]);
    await watch.look(T0 + 2 * MINUTE);
    expect(plainText(told[0]?.reply ?? { blocks: [] })).toContain("3 tin đang chờ gửi, lâu nhất 2 phút");
    await watch.look(T0 + 10 * MINUTE);
    expect(told).toHaveLength(1);
    await watch.look(T0 + 32 * MINUTE);
    expect(told).toHaveLength(2);
    expect(told[0]?.key).not.toBe(told[1]?.key);
  });

  it("clears the status once nothing waits, and says nothing of it", async () => {
    const { at, watch, told, shown } = group();
    at.waits = { n: 1, since: T0 };
    await watch.look(T0 + 3 * MINUTE);
    at.waits = { n: 0, since: null };
    await watch.look(T0 + 4 * MINUTE);
    expect(shown.map((value) => JSON.parse(value) as unknown)).toEqual([
      { n: 1, since: T0 },
      { n: 0, since: null },
    ]);
    expect([told.length, watch.dueAt()]).toEqual([1, null]);
  });

  it("tries again a minute after it couldn't tell", async () => {
    const { at, watch, told } = group();
    at.waits = { n: 1, since: T0 };
    at.works = false;
    await watch.look(T0 + 3 * MINUTE);
    expect(watch.dueAt()).toBe(T0 + 4 * MINUTE);
    at.works = true;
    await watch.look(T0 + 4 * MINUTE);
    expect(told).toHaveLength(1);
  });
});
