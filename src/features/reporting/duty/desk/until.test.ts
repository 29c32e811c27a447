import { expect, it } from "vitest";
import { readUntil } from "./until.ts";

const at = (moment: string): number => Date.parse(`${moment}+07:00`);
const NOW = at("2026-11-23T15:00:00");

it.each([
  ["2 giờ", "2026-11-23T17:00:00"],
  ["30p", "2026-11-23T15:30:00"],
  ["đến 3 ngày", "2026-11-26T15:00:00"],
  ["16h30", "2026-11-23T16:30:00"],
  ["8h", "2026-11-24T08:00:00"],
  ["8h mai", "2026-11-24T08:00:00"],
  ["5h chiều", "2026-11-23T17:00:00"],
  ["sáng mai", "2026-11-24T08:00:00"],
  ["2h", "2026-11-23T17:00:00"],
  ["20h", "2026-11-23T20:00:00"],
  ["đến 6h tối", "2026-11-23T18:00:00"],
  ["chiều mai", "2026-11-24T14:00:00"],
  ["1 tiếng rưỡi", "2026-11-23T16:30:00"],
  ["nửa tiếng", "2026-11-23T15:30:00"],
  ["thứ hai", "2026-11-30T08:00:00"],
  ["thứ 6", "2026-11-27T08:00:00"],
  ["chủ nhật", "2026-11-29T08:00:00"],
  ["15/12", "2026-12-15T08:00:00"],
  ["2/1", "2027-01-02T08:00:00"],
  ["30'", "2026-11-23T15:30:00"],
  ["8h30 sáng mai", "2026-11-24T08:30:00"],
])("reads %j", (words, moment) => expect(readUntil(words, NOW)).toBe(at(moment)));

it("understands nothing else", () => {
  for (const words of ["", "khi nào rảnh", "25h", "8h75", "45/13", "31/2"])
    expect(readUntil(words, NOW)).toBeNull();
});
