import { describe, expect, it } from "vitest";
import { cutOff, RETENTION } from "./retention-schedule.ts";
import { erasureText, RETENTION_TEXT } from "./retention-wording.ts";

const on = (day: string): number => Date.parse(`${day}T10:00:00Z`);

describe("the schedule", () => {
  it("counts calendar months and never skips over a short one", () => {
    const year = { id: "feedback", months: 12, words: "" } as const;
    expect(cutOff(year, on("2027-11-23"))).toBe(on("2026-11-23"));
    expect(cutOff(year, on("2028-02-29"))).toBe(on("2027-02-28"));
    expect(cutOff({ ...year, months: 1 }, on("2027-03-31"))).toBe(on("2027-02-28"));
    expect(cutOff({ id: "spam", days: 30, words: "" }, on("2027-03-31"))).toBe(on("2027-03-01"));
  });

  it("has a rule for every lane, said to be a default", () => {
    expect(RETENTION.map(({ id }) => id).sort()).toEqual(["crime", "feedback", "spam", "urgent"]);
    expect(RETENTION_TEXT).toContain("cơ quan vận hành phải quyết định");
  });
});

describe("the answer to a deletion", () => {
  it("names what is gone and what has to stay, and nothing where nothing was", () => {
    const both = erasureText({ erased: ["TB-AAAA-AAAA"], kept: ["TB-BBBB-BBBB"] });
    expect(both).toContain("TB-AAAA-AAAA");
    expect(both).toContain("1 tin còn đang xử lý: TB-BBBB-BBBB");
    expect(erasureText({ erased: [], kept: ["TB-BBBB-BBBB"] })).not.toContain("Đã xóa nội dung, tin nhắn");
    expect(erasureText({ erased: [], kept: [] })).toContain("không giữ tin báo nào");
  });
});
