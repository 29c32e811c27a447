import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { INCIDENT_IDS } from "../../../reader/names/incident.ts";
import { HUNG_KINGS_DAY, isWorkingDay, LUNAR_NEW_YEAR, workingDayAfter } from "./calendar.ts";
import { isLikelySpam } from "./deadlines.ts";
import { dueAt, isDueCertain, resolveDueAt } from "./due.ts";
import { laneOf } from "./lane-of.ts";

const at = (local: string): number => Date.parse(`${local}+07:00`);
const day = (ms: number): string => new Date(ms + 7 * 3_600_000).toISOString().slice(0, 16);

describe("dueAt", () => {
  it.each([
    ["urgent", "2026-11-21T23:50:00", "2026-11-22T00:05"],
    ["feedback", "2026-11-23T08:00:00", "2026-11-26T23:59"],
    ["crime", "2026-11-23T08:00:00", "2026-11-26T23:59"],
    // A Friday evening: Monday is the first day.
    ["crime", "2026-11-20T21:00:00", "2026-11-25T23:59"],
    // 23:30 in Vietnam is the same day there, whatever the server's clock says.
    ["crime", "2026-11-23T23:30:00", "2026-11-26T23:59"],
    ["crime", "2026-11-24T00:30:00", "2026-11-27T23:59"],
    // Reunification Day on a Thursday and Labour Day on a Friday, then the weekend.
    ["feedback", "2026-04-28T09:00:00", "2026-05-05T23:59"],
    // Tết Bính Ngọ: from the eve to the third day.
    ["feedback", "2026-02-13T09:00:00", "2026-02-24T23:59"],
    ["feedback", "2027-04-14T09:00:00", "2027-04-20T23:59"],
  ] as const)("%s received %s is due %s", (lane, received, due) => {
    expect(day(dueAt(lane, at(received)))).toBe(due);
  });

  it("a crime report is to be resolved within 20 days, counted in days", () => {
    expect(day(resolveDueAt("crime", at("2026-11-23T08:00:00")))).toBe("2026-12-13T23:59");
  });

  it("says where the year's holidays aren't known", () => {
    expect(isDueCertain(at("2028-12-29T10:00:00"))).toBe(true);
    expect(isDueCertain(at("2029-01-02T10:00:00"))).toBe(false);
    expect(isWorkingDay("2029-01-06")).toBe(false);
    expect(isWorkingDay("2029-01-01")).toBe(false);
  });

  it("a deadline is a working day after the receipt, and later receipts are never due earlier", () => {
    const moment = fc.integer({ min: at("2026-01-01T00:00:00"), max: at("2030-12-31T00:00:00") });
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const [first, second] = a < b ? [a, b] : [b, a];
        expect(dueAt("crime", first)).toBeGreaterThan(first);
        expect(dueAt("crime", second)).toBeGreaterThanOrEqual(dueAt("crime", first));
        expect(isWorkingDay(workingDayAfter(first, 3))).toBe(true);
      }),
    );
  });

  it("the lunar dates fit together: 1/1 and 10/3 of the lunar year are 67 to 69 days apart", () => {
    expect(Object.keys(HUNG_KINGS_DAY)).toEqual(Object.keys(LUNAR_NEW_YEAR));
    for (const [year, first] of Object.entries(LUNAR_NEW_YEAR)) {
      const days = (Date.parse(HUNG_KINGS_DAY[Number(year)] ?? "") - Date.parse(first)) / 86_400_000;
      expect(days).toBeGreaterThanOrEqual(67);
      expect(days).toBeLessThanOrEqual(69);
    }
  });
});

describe("laneOf", () => {
  it("danger is urgent whatever it is about", () => {
    for (const id of INCIDENT_IDS) expect(laneOf(id, { danger: true })).toBe("urgent");
    expect(laneOf("other", { danger: true })).toBe("urgent");
  });

  it("what goes on is urgent only where someone may come to harm", () => {
    expect(laneOf("assault", { ongoing: true })).toBe("urgent");
    expect(laneOf("assault")).toBe("crime");
    expect(laneOf("lostProperty", { ongoing: true })).toBe("feedback");
  });

  it("a complaint against an official has no lane, an unknown category is feedback", () => {
    expect(laneOf("whistleblowerComplaint")).toBeNull();
    expect(laneOf("toString")).toBe("feedback");
  });
});

describe("likely spam", () => {
  it("the sixth report of a day is marked", () => {
    expect([4, 5].map(isLikelySpam)).toEqual([false, true]);
  });
});
