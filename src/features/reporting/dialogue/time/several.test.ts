import { expect, it } from "vitest";
import { readWhen } from "../when.ts";

const NOW = Date.parse("2026-11-29T10:00:00+07:00");
const DAY = 86_400_000;

it("keeps the words of a habit and presses them into no date", () => {
  const when = readWhen("chiều nào cũng tầm 4 rưỡi 5h tụi nó tới", NOW);
  expect(when?.words).toContain("chiều nào cũng");
  expect(when?.from).toBeUndefined();
});

it("keeps a habit and its latest time together", () => {
  const when = readWhen("tối nào cũng ồn, gần nhất là tối qua", NOW);
  expect(when?.words).toMatch(/tối nào cũng.*tối qua/u);
});

it("spans from a beginning to the latest of many times", () => {
  const when = readWhen("mất gà từ thứ hai, mới nhất là tối qua", NOW);
  expect(when?.words).toMatch(/thứ hai.*tối qua/u);
  if (when?.from !== undefined) expect((when.to ?? 0) - when.from).toBeGreaterThan(DAY);
});

it("leaves one time as it is", () => {
  expect(readWhen("tối qua lúc 9h", NOW)?.from).toBeDefined();
});
