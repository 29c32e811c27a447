import { describe, expect, it } from "vitest";
import { readBounded, readInto } from "./bounded-body.ts";

const bytes = (n: number) => new Uint8Array(n).fill(97);
/** Chunks one after the other, then an end, or silence for ever. */
const streamOf = (chunks: readonly Uint8Array[], ends = true) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      if (ends) controller.close();
    },
  });

describe("a bounded body", () => {
  it("is read whole up to its limit", async () => {
    expect(await readBounded(new Response(streamOf([bytes(60), bytes(40)])), 100, 1_000)).toHaveLength(100);
    expect(await readBounded(new Response(null), 100)).toHaveLength(0);
  });

  it("is refused by its length before it is read, and by its bytes where the length lies or is missing", async () => {
    const declared = new Response(streamOf([], false), { headers: { "content-length": "101" } });
    expect(await readBounded(declared, 100, 1_000)).toBeNull();
    const lying = new Response(streamOf([bytes(60), bytes(60)], false), {
      headers: { "content-length": "1" },
    });
    expect(await readBounded(lying, 100, 1_000)).toBeNull();
    const odd = new Response(streamOf([bytes(200)], false), { headers: { "content-length": "x" } });
    expect(await readBounded(odd, 100, 1_000)).toBeNull();
  });

  it("that never ends is given up", async () => {
    const slow = new Response(streamOf([bytes(10)], false));
    await expect(readBounded(slow, 100, 5)).rejects.toMatchObject({ code: "too_slow" });
  });
});

describe("a body read into memory that is there", () => {
  const large = new Uint8Array(200_000).map((_, i) => i % 251);

  it("stands at its beginning, and what stood there before isn't part of it", async () => {
    const into = new Uint8Array(300_000).fill(255);
    const read = await readInto(new Response(large), into);
    expect(read?.buffer).toBe(into.buffer);
    expect(read).toEqual(large);
    expect(await readInto(new Response(null), into)).toHaveLength(0);
  });

  it("is refused where there is no room for it, whatever length it says", async () => {
    expect(await readInto(new Response(large), new Uint8Array(199_999))).toBeNull();
    const declared = new Response("short", { headers: { "content-length": "101" } });
    expect(await readInto(declared, new Uint8Array(100))).toBeNull();
  });
});
