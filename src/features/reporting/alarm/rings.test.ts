import { expect, it } from "vitest";
import { MINUTE } from "../../../platform/time.ts";
import { ringsOf } from "./rings.ts";

const one = (sender: number | null, minute: number) => ({ sender, receivedAt: minute * MINUTE });
const sizes = (...untaken: ReturnType<typeof one>[]) =>
  ringsOf(untaken).map(({ others }) => others.length + 1);

it("four of one chat within an hour ring as one, all else by itself", () => {
  expect(sizes(one(1, 0), one(1, 5), one(1, 6))).toEqual([1, 1, 1]);
  expect(sizes(one(1, 0), one(1, 5), one(1, 6), one(1, 60))).toEqual([4]);
  expect(sizes(one(1, 0), one(1, 5), one(1, 6), one(1, 61))).toEqual([1, 1, 1, 1]);
  expect(sizes(one(1, 0), one(2, 1), one(3, 2), one(4, 3))).toEqual([1, 1, 1, 1]);
  expect(sizes(one(null, 0), one(null, 1), one(null, 2), one(null, 3))).toEqual([1, 1, 1, 1]);
});

it("an older one of the same chat leads; another chat's stays by itself", () => {
  const rings = ringsOf([one(1, 0), one(2, 10), one(1, 200), one(1, 210), one(1, 220), one(1, 230)]);
  expect(rings.map(({ lead, others }) => [lead.receivedAt / MINUTE, others.length])).toEqual([
    [0, 4],
    [10, 0],
  ]);
});
