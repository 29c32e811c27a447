import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { noteArrival, untilCalm } from "./calm.ts";

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
  await untilCalm(since, isUrgent, now);
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
    const held = untilCalm(since, calmly, now);
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
});
