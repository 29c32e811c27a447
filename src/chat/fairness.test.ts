import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Seats } from "./fairness.ts";

const SEATS = 4;
const LIFE = 20_000;

let seats: Seats;

beforeEach(() => {
  seats = new Seats(SEATS, LIFE);
  vi.useFakeTimers();
  vi.stubGlobal("scheduler", { wait: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Turns that end when they are told to, and in which order they began. */
function turns() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const begin = (chat: string, isUrgent = false, name = chat) =>
    seats
      .use(chat, isUrgent, () => {
        begun.push(name);
        return new Promise<void>((end) => ends.push(end));
      })
      .catch(() => {});
  const endOne = async () => {
    ends.shift()?.();
    await vi.advanceTimersByTimeAsync(20);
  };
  return { begun, begin, endOne };
}

describe("the turns of many chats", () => {
  it("begin at once while there are seats, and as they become free", async () => {
    const { begun, begin, endOne } = turns();
    for (let i = 0; i < SEATS + 2; i++) void begin(`chat ${i}`);
    await vi.advanceTimersByTimeAsync(0);
    expect([begun.length, seats.waiting]).toEqual([SEATS, 2]);
    await endOne();
    expect(begun.at(-1)).toBe(`chat ${SEATS}`);
  });

  it("don't keep a danger waiting, nor one that is written behind a turn that waits", async () => {
    const { begun, begin } = turns();
    for (let i = 0; i < SEATS; i++) void begin(`chat ${i}`);
    void begin("waits");
    void begin("danger", true);
    await vi.advanceTimersByTimeAsync(0);
    expect([begun.includes("danger"), begun.includes("waits")]).toEqual([true, false]);
    seats.hurry("waits");
    await vi.advanceTimersByTimeAsync(20);
    expect(begun).toContain("waits");
  });

  it("go to the chat that has had least, though it came last", async () => {
    const { begun, begin, endOne } = turns();
    for (let i = 0; i < SEATS; i++) void begin("busy", false, `busy ${i}`);
    for (const chat of ["busy", "busy", "new"]) void begin(chat);
    await vi.advanceTimersByTimeAsync(0);
    await endOne();
    expect(begun.at(-1)).toBe("new");
    await endOne();
    expect(begun.at(-1)).toBe("busy");
  });

  it("leave their seat when they only wait for somebody else", async () => {
    const { begun, begin } = turns();
    for (let i = 0; i < SEATS; i++)
      void seats
        .use("model", false, (leave) => {
          leave();
          return new Promise(() => {});
        })
        .catch(() => {});
    void begin("next");
    await vi.advanceTimersByTimeAsync(20);
    expect(begun).toEqual(["next"]);
  });

  it("give their seat back when they hang", async () => {
    const { begun, begin } = turns();
    for (let i = 0; i < SEATS; i++) void seats.use("hangs", false, () => new Promise(() => {}));
    void begin("next");
    await vi.advanceTimersByTimeAsync(LIFE - 1);
    expect(begun).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_001);
    expect(begun).toEqual(["next"]);
  });
});
