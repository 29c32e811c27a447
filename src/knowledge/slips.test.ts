import { describe, expect, it } from "vitest";
import { guessMeant } from "./slips.ts";
import { createVocabulary } from "./vocabulary.ts";

const vocabulary = createVocabulary(10, { pham: 5, thong: 4, trong: 3, so: 9, chuan: 2, nghiep: 2 });

describe("guessMeant", () => {
  it.each([
    ["phma", ["pham"]],
    ["thogn", ["thong"]],
    ["chaun", ["chuan"]],
    ["nghiiep", ["nghiep"]],
    ["tthong", ["thong"]],
  ])("takes the slip %s for %s", (typed, meant) => {
    expect(guessMeant(typed, vocabulary)).toEqual(meant);
  });

  it.each([["pham"], ["xo"], ["pho"], ["bitcoin"], ["1234"], ["thang"]])("leaves %s alone", (typed) => {
    expect(guessMeant(typed, vocabulary)).toEqual([]);
  });
});
