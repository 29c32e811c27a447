import { expect, it, vi } from "vitest";
import { Tally } from "./tally.ts";

const DAY = "2026-11-23";

it("writes a thousand calls as one sum, and loses none that come meanwhile", async () => {
  const count = vi.fn(async () => {});
  const pauses: PromiseWithResolvers<void>[] = [];
  const work: Promise<unknown>[] = [];
  const tally = new Tally(
    { count },
    (one) => work.push(one),
    () => {
      const pause = Promise.withResolvers<void>();
      pauses.push(pause);
      return pause.promise;
    },
  );
  for (let i = 0; i < 1_000; i++) tally.add(DAY, "zalo", "bad_signature");
  tally.add(DAY, "telegram", "unauthorized");
  expect([count.mock.calls.length, work.length]).toEqual([0, 1]);
  pauses[0]?.resolve();
  await work[0];
  expect(count.mock.calls).toEqual([
    [DAY, "zalo", "bad_signature", 1_000],
    [DAY, "telegram", "unauthorized", 1],
  ]);
  tally.add(DAY, "zalo", "bad_signature");
  await tally.write();
  expect(count.mock.calls.at(-1)).toEqual([DAY, "zalo", "bad_signature", 1]);
  pauses[1]?.resolve();
  await work[1];
  expect(count).toHaveBeenCalledTimes(3);
});
