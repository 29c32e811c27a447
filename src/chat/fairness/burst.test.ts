import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Calm, noteArrival } from "./burst.ts";

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
});

describe("waiting for calm in one chat with several messages, while others write all the time", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("scheduler", { wait: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)) });
    setInterval(() => noteArrival(Date.now()), 50);
  });
  afterEach(() => vi.useRealTimers());

  /** A message that comes now: whether its wait goes on to the work, and after how many milliseconds it was over. */
  const come = async (calm: Calm, isUrgent: () => boolean = calmly) => {
    const since = Date.now();
    noteArrival(since);
    const goesOn = await calm.wait(since, isUrgent);
    return { goesOn, after: Date.now() - since };
  };

  it("leaves the work to the first", async () => {
    const calm = new Calm();
    const first = come(calm);
    await vi.advanceTimersByTimeAsync(10);
    expect(await come(calm)).toEqual({ goesOn: false, after: 0 });
    await vi.advanceTimersByTimeAsync(6_000);
    expect(await first).toMatchObject({ goesOn: true });
  });

  it("reads one that joins for danger in time", async () => {
    const calm = new Calm();
    const first = come(calm);
    await vi.advanceTimersByTimeAsync(10);
    void come(calm, () => true);
    await vi.advanceTimersByTimeAsync(6_000);
    expect((await first).after).toBeLessThanOrEqual(190);
  });

  it.each([10, 200, 450, 700, 1_000, 2_500, 4_000])(
    "goes on within 180 ms for a danger that comes after %i ms",
    async (ms) => {
      const calm = new Calm();
      const over: number[] = [];
      const note = ({ goesOn, after }: { readonly goesOn: boolean; readonly after: number }) => {
        if (goesOn && after > 0) over.push(Date.now());
      };
      void come(calm).then(note);
      await vi.advanceTimersByTimeAsync(ms);
      const since = Date.now();
      void come(calm).then(note);
      void come(calm, () => true).then(note);
      await vi.advanceTimersByTimeAsync(6_000);
      const [first = Number.POSITIVE_INFINITY] = over.filter((at) => at >= since);
      expect(first - since).toBeLessThanOrEqual(181);
    },
  );
});
