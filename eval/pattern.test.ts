import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finds } from "./pattern.ts";
import { read } from "./reading.ts";

const in_ = (pattern: string, text: string) => finds(pattern, read(text));

describe("finds", () => {
  it("looks for whole words, without diacritics where the pattern has none", () => {
    expect(in_("khu dan cu", "Khu dân cư gồm thôn")).toBe(true);
    expect(in_("xa", "xấu")).toBe(false);
    expect(in_("thằng", "cân thăng bằng")).toBe(false);
  });

  it.each([
    ["<1.686>", "1.686/1.727 khu", true],
    ["<1.686>", "11.686 khu", false],
    ["<1.686>", "1686 khu", false],
    ["<97,63%>", "đạt 97,63 %", true],
    ["<97,63%>", "đạt 97,63", false],
    ["<97,63%>", "đạt 197,63%", false],
    ["<95,5%>", "95,50%", true],
    ["<95,5%>", "95,58%", false],
    ["<80%>", "80,00%", true],
    ["<14>", "14/14 thị trấn", true],
    ["<14>", "gọi 114", false],
    ["<14>", "14%", false],
    ["<14>", "14,5 triệu", false],
    ["<16>", "từ 16/11/2021", false],
    ["<23>", "Thông tư 23/2012/TT-BCA", false],
  ])("%s in %s: %s", (pattern, text, found) => expect(in_(pattern, text)).toBe(found));

  it("finds a quantity among any words, and no longer one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 999 }), (n, other) => {
        expect(in_(`<${n}>`, `có ${other} xã`)).toBe(n === other);
      }),
    );
  });
});
