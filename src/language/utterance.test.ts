import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readUtterance } from "./utterance.ts";

describe("readUtterance", () => {
  it("writes out abbreviations and teencode, but no document number", () => {
    expect(readUtterance("ko bt KDC đạt ANTT là j").expanded).toBe(
      "không biết khu dân cư đạt an ninh trật tự là gì",
    );
    expect(readUtterance("QĐ 521/QĐ-TTg").expanded).toBe("quyết định 521/qđ-ttg");
    expect(readUtterance("mất 15tr").expanded).toBe("mất 15 triệu");
  });

  it("removes marks that hide text", () => {
    expect(readUtterance("ch\u200bá\u200by  nhà\n\u202erồi").clean).toBe("cháy nhà rồi");
  });

  it("never throws, and words and folded words stand side by side", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (raw) => {
        const { words, folded } = readUtterance(raw);
        expect(folded).toHaveLength(words.length);
      }),
    );
  });
});
