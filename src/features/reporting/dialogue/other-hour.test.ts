import { expect, it } from "vitest";
import { withOtherHour } from "./other-hour.ts";

it.each([
  ["thứ 7 nào cũng tầm 10h đến nửa đêm", "9 rưỡi", "thứ 7 nào cũng tầm 9 rưỡi đến nửa đêm"],
  ["7h tối qua", "8h15", "8h15 tối qua"],
  ["7h tối qua", "6h sáng", "6h sáng qua"],
  ["tối nào cũng từ 8h đến 10h", "đến 11h đêm", "tối nào cũng từ 8h đến 11h đêm"],
  ["chiều nào cũng từ 2h đến 4h", "3h đến 5h", "chiều nào cũng từ 3h đến 5h"],
])("%s, put right with %s", (before, told, right) => expect(withOtherHour(before, told)).toBe(right));

it.each([
  ["tối qua", "9h"],
  ["7h tối qua", "sáng kia"],
  ["7h tối qua", "9h tối thứ ba"],
])("%s keeps no day beside %s", (before, told) => expect(withOtherHour(before, told)).toBeNull());
