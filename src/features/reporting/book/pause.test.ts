import { expect, it } from "vitest";
import { DAY, HOUR } from "../../../platform/time.ts";
import { endOfDay } from "../deadlines/calendar.ts";
import { pausedDue } from "./pause.ts";

it("a deadline of a day stays the end of a working day, and never comes earlier", () => {
  const friday = endOfDay("2026-11-27");
  expect(pausedDue(friday, 0)).toBe(friday);
  expect(pausedDue(friday, HOUR)).toBe(endOfDay("2026-11-30"));
  expect(pausedDue(friday, 3 * DAY)).toBe(endOfDay("2026-11-30"));
});

it("one of minutes is later by the pause", () => {
  const due = Date.parse("2026-11-28T08:15:00+07:00");
  expect(pausedDue(due, HOUR)).toBe(due + HOUR);
});
