import { describe, expect, it } from "vitest";
import { parseCron } from "./cron.ts";

const at = (iso: string) => Date.parse(iso);

describe("parseCron", () => {
  it.each([
    ["*/5 * * * *", "2026-11-23T10:25:59Z", true],
    ["*/5 * * * *", "2026-11-23T10:26:00Z", false],
    ["0 17 * * *", "2026-11-23T17:00:10Z", true],
    ["0 17 * * *", "2026-11-23T18:00:10Z", false],
    ["0,30 8-10 * * *", "2026-11-23T10:30:00Z", true],
    ["0,30 8-10 * * *", "2026-11-23T11:30:00Z", false],
    ["10-50/20 * * * *", "2026-11-23T11:30:00Z", true],
    ["10-50/20 * * * *", "2026-11-23T11:40:00Z", false],
    // 2026-11-23 is a Monday: 2 where Sunday is 1.
    ["0 0 * * 2", "2026-11-23T00:00:00Z", true],
    ["0 0 * * 1", "2026-11-23T00:00:00Z", false],
    ["0 0 1 * 2", "2026-11-23T00:00:00Z", true],
    ["0 0 1 1 *", "2027-01-01T00:00:00Z", true],
    ["0 0 1 1 *", "2027-02-01T00:00:00Z", false],
  ])("%s at %s: %s", (expression, time, due) => {
    expect(parseCron(expression).isDue(at(time))).toBe(due);
  });

  it.each(["* * * *", "60 * * * *", "* * * * MON", "*/0 * * * *", "5-1 * * * *", "* * 0 * *", "a b c d e"])(
    "refuses %s",
    (expression) => {
      expect(() => parseCron(expression)).toThrow(/cron/);
    },
  );
});
