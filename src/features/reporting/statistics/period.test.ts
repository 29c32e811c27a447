import { expect, it } from "vitest";
import { periodInWords, periodTyped, readPeriod } from "./period.ts";

const NOW = Date.parse("2027-01-10T08:00:00+07:00");

it.each([
  ["", "2027-01", "2027-01"],
  ["tháng trước", "2026-12", "2026-12"],
  ["10/2026", "2026-10", "2026-10"],
  ["tháng 3 năm 2026", "2026-03", "2026-03"],
  ["12", "2026-12", "2026-12"],
  ["1", "2027-01", "2027-01"],
  ["2026", "2026-01", "2026-12"],
  ["năm nay", "2027-01", "2027-12"],
])("reads %j, and its button again", (words, from, to) => {
  const period = readPeriod(words, NOW);
  expect(period).toEqual({ from, to });
  expect(period && readPeriod(periodTyped(period), NOW)).toEqual(period);
});

it("is null for what is no month", () => {
  for (const words of ["13/2026", "0", "hôm qua", "20265"]) expect(readPeriod(words, NOW)).toBeNull();
  expect(periodInWords({ from: "2026-01", to: "2026-12" })).toBe("năm 2026");
});
