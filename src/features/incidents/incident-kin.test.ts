import { describe, expect, it } from "vitest";
import { areApart } from "./incident-kin.ts";

describe("two kinds of wrongs", () => {
  it.each([
    ["theft", "assault"],
    ["onlineScam", "blackmail"],
    ["gambling", "publicDisorder"],
    ["theft", "theft"],
    ["other", "gambling"],
  ] as const)("may be one story: %s, %s", (one, other) => {
    expect(areApart(one, other)).toBe(false);
    expect(areApart(other, one)).toBe(false);
  });

  it.each([
    ["trafficAccident", "gambling"],
    ["theft", "environment"],
    ["onlineScam", "fireHazard"],
  ] as const)("are two: %s, %s", (one, other) => {
    expect(areApart(one, other)).toBe(true);
  });
});
