import { expect, it } from "vitest";
import { MemoryRoom } from "./memory-room.ts";

const LONG = 60_000;
const SIZE = 8;

it("lets only so many work at once, and all in the end", async () => {
  const room = new MemoryRoom(2, SIZE, LONG);
  let now = 0;
  let most = 0;
  const work = async () => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setTimeout(resolve, 1));
    now -= 1;
  };
  await Promise.all(Array.from({ length: 9 }, () => room.use(LONG, work)));
  expect([most, now]).toEqual([2, 0]);
});

it("uses a place's memory again, but never that of work that goes on", async () => {
  const room = new MemoryRoom(1, SIZE, 0);
  const first = await room.use(0, async (memory) => memory);
  expect(first).toHaveLength(SIZE);
  const ends = Promise.withResolvers<void>();
  const going = room.use(0, async (memory) => {
    await ends.promise;
    return memory;
  });
  const beside = await room.use(0, async (memory) => memory);
  ends.resolve();
  expect(await going).toBe(first);
  expect(beside).not.toBe(first);
});

it("gives the place back after a failure", async () => {
  const room = new MemoryRoom(1, SIZE, LONG);
  await expect(room.use(0, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await room.use(0, async () => "done")).toBe("done");
});

it("doesn't wait longer than asked, and never for one that has died", async () => {
  const room = new MemoryRoom(1, SIZE, LONG);
  void room.use(0, () => new Promise(() => undefined));
  await expect(room.use(0, async () => "done")).rejects.toMatchObject({ code: "busy" });
  const short = new MemoryRoom(1, SIZE, 0);
  void short.use(0, () => new Promise(() => undefined));
  expect(await short.use(0, async () => "done")).toBe("done");
});
