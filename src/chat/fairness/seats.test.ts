import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { atDesk } from "./seats.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("scheduler", { wait: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const LIFE = 1_000;
const lasting = (ms: number) => () => new Promise<void>((resolve) => setTimeout(resolve, ms));

describe("the desk", () => {
  it.each([
    ["one at a time while the thread is busy", 20, 1],
    ["more of them while it is idle", 0, 16],
  ])("lets %s think, and everybody in the end", async (_, late, atOnce) => {
    vi.stubGlobal("scheduler", {
      wait: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms + late)),
    });
    let now = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++now);
      await lasting(150)();
      now -= 1;
    };
    const all = Array.from({ length: 40 }, () => atDesk(false, LIFE, work));
    await vi.advanceTimersByTimeAsync(20_000);
    await Promise.all(all);
    expect([most, now]).toEqual([atOnce, 0]);
  });

  it("doesn't let an urgent one wait", async () => {
    const busy = Array.from({ length: 16 }, () => atDesk(true, LIFE, lasting(500)));
    const urgent = vi.fn(async () => {});
    await atDesk(true, LIFE, urgent);
    expect(urgent).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(500);
    await Promise.all(busy);
  });

  it("frees a seat that is left early, whose work fails, or that nobody gives back", async () => {
    const early = Array.from({ length: 16 }, () =>
      atDesk(true, LIFE, async (leave) => {
        leave();
        await lasting(900)();
      }),
    );
    const failing = Array.from({ length: 3 }, () =>
      atDesk(true, LIFE, () => Promise.reject(new Error("no"))).catch(() => "failed"),
    );
    await vi.advanceTimersByTimeAsync(0);
    expect(await Promise.all(failing)).toEqual(["failed", "failed", "failed"]);
    for (let i = 0; i < 16; i++) void atDesk(true, LIFE, () => new Promise(() => {}));
    const last = vi.fn(async () => {});
    const done = atDesk(false, LIFE, last);
    await vi.advanceTimersByTimeAsync(LIFE - 100);
    expect(last).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    await Promise.all([done, ...early]);
    expect(last).toHaveBeenCalledOnce();
  });
});
