import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOfficeDay } from "./office-day.ts";
import { readOfficeNumber } from "./office-number.ts";

const whole = (raw: string) => readOfficeNumber(raw, undefined, true);
const any = (raw: string) => readOfficeNumber(raw, undefined, false);

describe("a number of an office's table", () => {
  it("is read in every way of writing what is counted", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (n) => {
        const grouped = (sign: string) => String(n).replace(/\B(?=(\d{3})+$)/gu, sign);
        const ways = [
          String(n),
          grouped("."),
          grouped(","),
          grouped(" "),
          grouped("\u00a0"),
          grouped("\u202f"),
          `${grouped(".")} xã`,
          `${n},0`,
          `${n}.00`,
        ];
        for (const way of ways) expect([way, whole(way)]).toEqual([way, { value: String(n) }]);
      }),
    );
  });

  it.each([
    ["97,63", { value: "97.63" }],
    ["97.63%", { value: "97.63", isShare: true }],
    ["1.234,5", { value: "1234.5" }],
    ["1,234.5", { value: "1234.5" }],
    ["1.234.567", { value: "1234567" }],
    ["-7,7", { value: "-7.7" }],
    ["2,4 tỷ đồng", { value: "2.4" }],
  ])("%s with decimals", (raw, read) => {
    expect(any(raw)).toEqual(read);
  });

  it("takes numbers of a spreadsheet as they are, and shares from their percent", () => {
    expect(readOfficeNumber("1.686", "number", false)).toEqual({ value: "1.686" });
    expect(readOfficeNumber("0.9763", "percent", false)).toEqual({ value: "97.63", isShare: true });
    expect(readOfficeNumber("1", "percent", false)).toEqual({ value: "100", isShare: true });
    expect(readOfficeNumber("173", "formula", true)).toEqual({ value: "173" });
  });

  it.each([
    ["1.686", false, undefined, "hai cách"],
    ["mười", true, undefined, "không phải số"],
    ["12a5", true, undefined, "không phải số"],
    ["12,5", true, undefined, "số nguyên"],
    ["-3", true, undefined, "số âm"],
    ["", true, undefined, "để trống"],
    ["", true, "formula", "chưa có kết quả"],
    ["#REF!", true, "error", "báo lỗi"],
    ["2025-10-05", true, "day", "ngày tháng"],
  ] as const)("%s is refused with the cure", (raw, isWhole, mark, why) => {
    expect(readOfficeNumber(raw, mark, isWhole).why).toContain(why);
  });

  it("is a number or a reason, whatever stands there", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.boolean(), (raw, isWhole) => {
        const read = readOfficeNumber(raw, undefined, isWhole);
        expect(read.value === undefined ? read.why !== "" : /^-?\d+(?:\.\d+)?$/u.test(read.value)).toBe(true);
      }),
    );
  });
});

describe("a day of an office's table", () => {
  it.each([
    ["31/12/2025", "2025-12-31"],
    ["1-2-26", "2026-02-01"],
    ["05.01.2026", "2026-01-05"],
    ["ngày 5 tháng 1 năm 2026", "2026-01-05"],
    ["2025-12-31", "2025-12-31"],
    ["46022", "2025-12-31"],
    ["30/02/2026", undefined],
    ["12/31/2025", undefined],
    ["1686", undefined],
    ["năm 2025", undefined],
  ])("%s → %s", (raw, day) => {
    expect(readOfficeDay(raw)).toBe(day);
  });
});
