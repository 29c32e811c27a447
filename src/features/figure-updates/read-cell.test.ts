import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCell } from "./read-cell.ts";

describe("a cell of a sent file", () => {
  it.each([
    ["numerator", "1686", "1686"],
    ["numerator", "1.686", "1686"],
    ["numerator", "1\u00a0686", "1686"],
    ["value", "1 234 567", "1234567"],
    ["denominator", "1.234.567", "1234567"],
    ["value", "97,63", "97.63"],
    ["value", "97.63", "97.63"],
    ["value", "97,50", "97.5"],
    ["value", "1.234,5", "1234.5"],
    ["value", "1.234.567", "1234567"],
    ["value", "0,125", "0.125"],
    ["value", "-7,7", "-7.7"],
    ["value", "3,9160", "3.916"],
    ["note", "Dòng một\r\n dòng hai", "Dòng một dòng hai"],
    ["approx", ">=", ">="],
    ["period", "năm 2022", "năm 2022"],
  ])("%s %j is read as %j", (column, raw, text) => {
    expect(readCell(column, raw)).toEqual({ text });
  });

  it.each([
    ["numerator", "-3"],
    ["numerator", "1,686"],
    ["numerator", "1.68"],
    ["numerator", "9".repeat(40)],
    ["value", "1,686"],
    ["value", "1.686"],
    ["value", "1,234.5"],
    ["value", "1,234,567"],
    ["value", "1e9"],
    ["value", "khoảng 20"],
  ])("%s %j is refused, saying how to write it", (column, raw) => {
    expect(readCell(column, raw).why).toMatch(/viết|đọc được/u);
  });

  it("takes a number of a spreadsheet as the number it is", () => {
    expect(readCell("value", "1.686", "number")).toEqual({ text: "1.686" });
    expect(readCell("value", "0.9763", "percent").why).toContain("phần trăm");
    expect(readCell("note", "kết quả", "formula").why).toContain("công thức");
  });

  it("lets no text through that a spreadsheet would run or that hides letters", () => {
    const start = fc.constantFrom("=", "+", "-", "@", "\t", " =", "＝", "＋", "－", "＠");
    fc.assert(
      fc.property(start, fc.string(), (sign, rest) => {
        expect(readCell("note", sign + rest).why).toBeDefined();
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (any) => {
        const { text } = readCell("source", any);
        if (text !== undefined) expect(text).not.toMatch(/^\s*[=+\-@]|[\p{Cc}\u202e]/u);
      }),
    );
  });

  it("reads every whole number back, with dots or without", () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), (n) => {
        for (const written of [String(n), String(n).replace(/\B(?=(\d{3})+$)/gu, ".")])
          expect(readCell("numerator", written)).toEqual({ text: String(n) });
      }),
    );
  });
});
