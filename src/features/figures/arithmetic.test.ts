import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  ceiling,
  compare,
  divide,
  percent,
  percentChange,
  roundHalfUp,
  subtract,
} from "./arithmetic.ts";
import { formatApproximate, formatNumber, formatPercent, formatRatio, formatRounded } from "./numbers.ts";
import { parseRational, rational } from "./rational.ts";

const fraction = fc
  .tuple(fc.bigInt(-(10n ** 9n), 10n ** 9n), fc.bigInt(1n, 10n ** 9n))
  .map(([n, d]) => rational(n, d));

describe("exact arithmetic", () => {
  it("undoes what it does", () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        if (b.num !== 0n) expect(compare(divide(a, b), rational(a.num * b.den, a.den * b.num))).toBe(0);
      }),
    );
  });

  it("keeps percentage points and percent change apart", () => {
    const [schools, firms] = [percent(rational(291), rational(296)), percent(rational(44), rational(57))];
    expect(formatRounded(subtract(schools, firms))).toBe("21,12");
    expect(formatPercent(percentChange(rational(16), rational(8)))).toBe("−50%");
  });

  it("rounds half up and only for display", () => {
    expect(roundHalfUp(parseRational("2.345"), 2)).toBe(235n);
    expect(roundHalfUp(parseRational("-2.345"), 2)).toBe(-235n);
    expect(ceiling(rational(35, 2))).toBe(18n);
    expect(ceiling(rational(-1, 2))).toBe(0n);
  });

  it("refuses what is no number", () => {
    for (const text of ["", "1.686,5", "1e3", "NaN", " 1", "1.", "=1"])
      expect(() => parseRational(text)).toThrow(RangeError);
    expect(() => rational(1, 0)).toThrow(RangeError);
  });
});

describe("Vietnamese numbers", () => {
  it("writes thousands with a dot and decimals with a comma", () => {
    expect(formatNumber(rational(1686))).toBe("1.686");
    expect(formatNumber(rational(323615))).toBe("323.615");
    expect(formatNumber(parseRational("3.916"))).toBe("3,916");
    expect(formatPercent(percent(rational(1686), rational(1727)))).toBe("97,63%");
    expect(formatPercent(rational(80))).toBe("80%");
    expect(formatPercent(parseRational("95.5"))).toBe("95,5%");
    expect(formatPercent(rational(100))).toBe("100%");
    expect(formatRatio(rational(1686), rational(1727))).toBe("1.686/1.727");
    expect(formatApproximate(rational(4300), ">")).toBe("trên 4.300");
    expect(formatApproximate(rational(124000), "<~")).toBe("gần 124.000");
  });
});
