import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DANGERS_A_MINUTE, Seats } from "./fairness.ts";

const SEATS = 4;
const LIFE = 20_000;
const PATIENCE = 1_000;

let seats: Seats;

beforeEach(() => {
  seats = new Seats(SEATS, LIFE, PATIENCE);
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

  it("begin behind a danger's, and don't wait for one that hangs", async () => {
    const { begun, begin, endOne } = turns();
    void begin("danger", true);
    void begin("next");
    void begin("other danger", true);
    await vi.advanceTimersByTimeAsync(20);
    expect(begun).toEqual(["danger", "other danger"]);
    await endOne();
    await endOne();
    expect(begun.at(-1)).toBe("next");
    void begin("hangs", true);
    void begin("last");
    await vi.advanceTimersByTimeAsync(PATIENCE + 20);
    expect(begun.at(-1)).toBe("last");
  });

  it("of a chat with many dangers a minute wait as its others do, and another's danger goes first", async () => {
    const { begun, begin } = turns();
    for (let i = 0; i < SEATS; i++) void begin(`chat ${i}`);
    for (let i = 0; i <= DANGERS_A_MINUTE; i++) void begin("floods", true);
    void begin("danger", true);
    seats.hurry("floods");
    await vi.advanceTimersByTimeAsync(20);
    expect(begun.filter((chat) => chat === "floods")).toHaveLength(DANGERS_A_MINUTE);
    expect([begun.includes("danger"), seats.waiting]).toEqual([true, 1]);
    await vi.advanceTimersByTimeAsync(60_000);
    const before = begun.length;
    void begin("floods", true, "a minute later");
    await vi.advanceTimersByTimeAsync(0);
    expect(begun.slice(before)).toContain("a minute later");
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
