import { describe, expect, it } from "vitest";
import { turnedNeighbours, withinOneEdit } from "./typing-slips.ts";

describe("turnedNeighbours", () => {
  it("turns every two letters once", () => {
    expect(turnedNeighbours("chay")).toEqual(["hcay", "cahy", "chya"]);
    expect(turnedNeighbours("a")).toEqual([]);
    expect(turnedNeighbours("")).toEqual([]);
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
