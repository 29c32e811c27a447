import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compilePhrase, findPhrase, hasAny } from "./phrases.ts";
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

describe("phrases", () => {
  const finds = (phrase: string, message: string) =>
    findPhrase(readUtterance(message), compilePhrase(phrase)) !== -1;

  it("finds what was typed with or without marks, never another marked word", () => {
    expect(finds("cháy nhà", "Cháy nhà rồi!!!")).toBe(true);
    expect(finds("cháy nhà", "chay nha roi")).toBe(true);
    expect(finds("cháy", "chạy đi")).toBe(false);
  });

  it("lets up to four words stand in a gap", () => {
    expect(finds("bị … đánh", "em bị chồng em đánh")).toBe(true);
    expect(finds("bị … đánh", "bị một hai ba bốn năm đánh")).toBe(false);
  });

  it("doesn't find a part of a word", () => {
    expect(hasAny(readUtterance("chaylon"), [compilePhrase("cháy")])).toBe(false);
  });
});
