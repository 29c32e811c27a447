import { describe, expect, it } from "vitest";
import { readPage, renderPage, short } from "./page.ts";

describe("docs/scale.md", () => {
  it("says what follows from measured.json, assumptions.json and prices.json: node bench/scale/page.ts", () => {
    expect(readPage()).toBe(renderPage(readPage()));
  });
});

describe("short", () => {
  it("keeps three digits", () => {
    expect([0.1384, 9_999, 12_345, 1_234_567, 98_765_432_100].map(short)).toEqual([
      ...["0.138", "10000", "12.3 k", "1.23 m", "98.8 bn"],
    ]);
  });
});
