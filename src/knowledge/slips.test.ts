import { describe, expect, it } from "vitest";
import { createVocabulary } from "./search-vocabulary.ts";
import { guessByNeighbour, guessMeant, respell } from "./slips.ts";

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

describe("respell", () => {
  const known = createVocabulary(10, { cong: 5, an: 9, chuan: 4, dat: 6, phao: 3, toan: 8 });

  it.each([
    ["chuaanr", ["chuan"]],
    ["ddatj", ["dat"]],
    ["fao", ["phao"]],
    ["congan", ["cong", "an"]],
    ["antoan", ["an", "toan"]],
  ])("reads %s as %s", (typed, words) => {
    expect(respell(typed, known)).toEqual(words);
  });

  it.each([["bitcoin"], ["xo"], ["124"], ["chuẩn"]])("leaves %s alone", (typed) => {
    expect(respell(typed, known)).toEqual([typed]);
  });
});

describe("guessByNeighbour", () => {
  it("guesses what the knowledge has for what it doesn't have", () => {
    expect(guessByNeighbour("thang", createVocabulary(10, { thong: 4, thanh: 2 }))).toEqual([
      "thong",
      "thanh",
    ]);
    expect(guessByNeighbour("thong", vocabulary)).toEqual([]);
  });
});

describe("a long run of letters", () => {
  const long = createVocabulary(10, { ["a".repeat(15)]: 3 });

  it("means nothing: guessing at it would fill the memory", () => {
    const typed = `${"a".repeat(14)}ba`;
    expect(guessMeant(typed, long)).toEqual([]);
    expect(guessByNeighbour(typed, long)).toEqual([]);
    expect(guessMeant("a".repeat(50_000), long)).toEqual([]);
    expect(respell("b".repeat(50_000), long)).toEqual(["b".repeat(50_000)]);
  });
});
