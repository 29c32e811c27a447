import { describe, expect, it } from "vitest";
import { swappedNeighbours, withinOneEdit } from "./typing-slips.ts";

describe("swappedNeighbours", () => {
  it("turns every two letters once", () => {
    expect(swappedNeighbours("chay")).toEqual(["hcay", "cahy", "chya"]);
    expect(swappedNeighbours("a")).toEqual([]);
    expect(swappedNeighbours("")).toEqual([]);
  });
});

describe("withinOneEdit", () => {
  it.each([
    ["phuong", "phuong"],
    ["phuog", "phuong"],
    ["phuoong", "phuong"],
    ["phuang", "phuong"],
    ["phuogn", "phuong"],
    ["huong", "phuong"],
  ])("%s is near %s, both ways", (a, b) => {
    expect(withinOneEdit(a, b)).toBe(true);
    expect(withinOneEdit(b, a)).toBe(true);
  });

  it.each([
    ["phog", "phuong"],
    ["gnuohp", "phuong"],
    ["phoung", "phuang"],
  ])("%s is not near %s", (a, b) => {
    expect(withinOneEdit(a, b)).toBe(false);
    expect(withinOneEdit(b, a)).toBe(false);
  });
});
