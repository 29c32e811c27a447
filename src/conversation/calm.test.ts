import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Calm, noteArrival } from "./calm.ts";

/** A clock that only waiting moves, as on a machine that has nothing else to do. */
let clock = 0;
beforeEach(() => {
  clock = 1_000_000;
  vi.stubGlobal("scheduler", {
    wait: async (ms: number) => {
      clock += ms;
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

const now = () => clock;
const calmly = () => false;

async function waited(since: number, isUrgent: () => boolean = calmly): Promise<number> {
  const begun = clock;
  await new Calm(now).wait(since, isUrgent);
  return clock - begun;
}

describe("waiting for calm", () => {
  it("lets a message that came alone go on after one look", async () => {
    noteArrival(clock);
    expect(await waited(clock)).toBeLessThan(150);
  });

  it("holds back the first message of a burst too: the next one was only on its way", async () => {
    const since = clock;
    noteArrival(since);
    const held = new Calm(now).wait(since, calmly);
    noteArrival(since + 30);
    await held;
    expect(clock - since).toBeGreaterThanOrEqual(180);
  });

  it("holds a turn back while others come, and no longer than it takes to be quiet", async () => {
    const since = clock;
    noteArrival(since + 10);
    clock += 20;
    expect(await waited(since)).toBeGreaterThan(0);
    expect(clock - since).toBeLessThan(1_000);
  });

  it("goes on after some seconds though they never stop coming", async () => {
    const since = clock;
    vi.stubGlobal("scheduler", {
      wait: async (ms: number) => {
        clock += Math.max(ms, 1);
        noteArrival(clock);
      },
    });
    noteArrival(since + 1);
    clock += 1;
    await waited(since);
    expect(clock - since).toBeGreaterThanOrEqual(5_000);
    expect(clock - since).toBeLessThan(6_000);
  });

  it("never holds a danger back for longer than two looks, though they never stop coming", async () => {
    const since = clock;
    vi.stubGlobal("scheduler", {
      wait: async (ms: number) => {
        clock += Math.max(ms, 1);
        noteArrival(clock);
      },
    });
    noteArrival(since + 1);
    expect(await waited(since, () => true)).toBeLessThan(250);
  });

  it("waits once for several messages of a chat, and reads those that join for danger as soon", async () => {
    vi.stubGlobal("scheduler", {
      wait: async (ms: number) => {
        clock += Math.max(ms, 1);
        noteArrival(clock);
      },
    });
    const calm = new Calm(now);
    const since = clock;
    noteArrival(since + 1);
    const held = calm.wait(since, calmly);
    expect(calm.joins(() => true)).toBe(true);
    await held;
    expect(clock - since).toBeLessThan(250);
    expect(calm.joins(calmly)).toBe(false);
  });

  it("lets a message of a long wait wait for itself, so that its danger is read in time", async () => {
    const calm = new Calm(now);
    const since = clock;
    let joined: boolean | undefined;
    vi.stubGlobal("scheduler", {
      wait: async (ms: number) => {
        if (ms > 400) joined ??= calm.joins(() => true);
        clock += Math.max(ms, 1);
        noteArrival(clock);
      },
    });
    noteArrival(since + 1);
    await calm.wait(since, calmly);
    expect(joined).toBe(false);
  });
});
