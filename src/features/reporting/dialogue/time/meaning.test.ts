import { describe, expect, it } from "vitest";
import { typedWords } from "../typed-words.ts";
import { dayOfMonth, daysAgo, weekday, weekend } from "./calendar.ts";
import { groupsOf } from "./groups.ts";
import { timeItems } from "./items.ts";
import { meaningOf } from "./meaning.ts";

/** Thursday 26/11/2026, 15:30 in Vietnam. */
const NOW = Date.UTC(2026, 10, 26, 8, 30);

const kinds = (text: string) => timeItems(typedWords(text)).map(({ kind }) => kind);
const meanings = (text: string) => {
  const typed = typedWords(text);
  return groupsOf(typed, timeItems(typed)).map((group) => meaningOf(group, typed, NOW)?.range ?? null);
};

describe("times in typed words", () => {
  it.each([
    ["từ 8h đến 10h tối qua", ["from", "clock", "to", "clock", "part", "day"]],
    ["8h tối mai", ["clock", "future"]],
    ["tổ 3 tối qua", ["part", "day"]],
    ["nó chở 3 tạ, biển 12h1 12345", []],
    ["lần thứ hai", []],
    ["sinh năm 1990", []],
    ["ngõ 12/5", []],
    ["hom qua toi di cho", ["day"]],
    ["hay dan nguoi qua moc ban dem, toi la May", ["vague"]],
    ["ban đêm hôm qua", ["part", "day"]],
  ])("%s", (text, expected) => expect(kinds(text)).toEqual(expected));
});

describe("what they mean", () => {
  it("takes the day and the part of the day of a span from its other end", () => {
    const { from } = daysAgo(NOW, 1);
    expect(meanings("từ 8h đến 10h tối qua")).toEqual([
      { from: from + 20 * 3_600_000, to: from + 22 * 3_600_000 },
    ]);
  });
  it("takes this weekday's evening, still to come, for last week's", () => {
    expect(meanings("tối thứ 5")[0]?.from).toBe(daysAgo(NOW, 7).from + 18 * 3_600_000);
  });
  it("says nothing of what is to come", () => {
    expect(meanings("8h tối mai")).toEqual([null]);
    expect(meanings("tối nay")).toEqual([null]);
    expect(meanings("2g đá")).toEqual([null]);
  });
});

describe("the calendar", () => {
  it("knows the weekday of a week", () => {
    expect(weekday(NOW, 6, 1)).toEqual(daysAgo(NOW, 5));
    expect(weekday(NOW, 0, 1)).toEqual(daysAgo(NOW, 4));
    expect(weekday(NOW, 4, undefined, true)).toEqual(daysAgo(NOW, 7));
    expect(weekend(NOW).from).toBe(daysAgo(NOW, 5).from);
  });
  it("knows the latest such day of a month", () => {
    expect(dayOfMonth(NOW, 24)).toEqual(daysAgo(NOW, 2));
    expect(dayOfMonth(NOW, 31)?.from).toBe(daysAgo(NOW, 26).from);
    expect(dayOfMonth(NOW, 31, 2)).toBeNull();
  });
});
