import { describe, expect, it, vi } from "vitest";
import { LARGE, oneAtATime } from "./upload-gate.ts";

const held = () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { promise, resolve };
};

describe("oneAtATime", () => {
  it("lets large uploads follow one another, and small ones pass", async () => {
    vi.useFakeTimers();
    const first = held();
    const begun: string[] = [];
    const one = oneAtATime(LARGE, async () => {
      begun.push("first");
      await first.promise;
    });
    const two = oneAtATime(LARGE, async () => void begun.push("second"));
    await oneAtATime(LARGE - 1, async () => void begun.push("small"));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(begun).toEqual(["first", "small"]);
    first.resolve();
    await vi.advanceTimersByTimeAsync(1_000);
    await Promise.all([one, two]);
    expect(begun).toEqual(["first", "small", "second"]);
    vi.useRealTimers();
  });

  it("doesn't wait for ever for one that died, and frees the place of one that failed", async () => {
    vi.useFakeTimers();
    void oneAtATime(LARGE, () => new Promise(() => {}));
    const after = oneAtATime(LARGE, async () => "after");
    await vi.advanceTimersByTimeAsync(5 * 60_000 + 1_000);
    expect(await after).toBe("after");
    await expect(oneAtATime(LARGE, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await oneAtATime(LARGE, async () => "next")).toBe("next");
    vi.useRealTimers();
  });
});
