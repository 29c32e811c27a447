import { describe, expect, it } from "vitest";
import { isSyllable } from "./syllable-shape.ts";

describe("isSyllable", () => {
  it.each("nghieng quanh quat quoc giuong yeu oan thuy an".split(" "))("%s", (syllable) =>
    expect(isSyllable(syllable)).toBe(true),
  );

  it.each("qat cuu2 zalo bcd tuoi2 ngg phonge".split(" "))("not %s", (word) =>
    expect(isSyllable(word)).toBe(false),
  );
});
