import { describe, expect, it } from "vitest";
import { UTC_OFFSET } from "../../../language/dates.ts";
import { stillUseful } from "../citizen/told-wording.ts";
import { findDetails } from "./details.ts";
import { takeWords } from "./dialogue.ts";
import { type Draft, EMPTY_DRAFT } from "./draft.ts";
import EXAMPLES from "./told-apart.examples.json" with { type: "json" };
import { readWhere } from "./where.ts";

/** Monday 23/11/2026, 15:00 in Vietnam. */
const NOW = Date.UTC(2026, 10, 23, 8);

const told = (pieces: readonly string[]): Draft =>
  pieces.reduce<Draft>((draft, piece) => takeWords(draft, piece, NOW).draft, {
    ...EMPTY_DRAFT,
    step: "summary",
  });
const local = (at: number): string => new Date(at + UTC_OFFSET).toISOString().slice(5, 16).replace("T", " ");

describe("a place", () => {
  it.each(EXAMPLES.places as [string, string | null][])("in: %s", (text, place) => {
    expect(readWhere(text)?.words ?? null).toBe(place);
  });
  it.each(EXAMPLES.together as [string[], string][])("told in %j", (pieces, place) => {
    expect(told(pieces).where?.words).toBe(place);
  });
});

describe("a time", () => {
  it.each(EXAMPLES.times as [string[], string, string | null][])("told in %j", (pieces, words, from) => {
    const { when } = told(pieces);
    expect(when?.words).toBe(words);
    expect(when?.from === undefined ? null : local(when.from)).toBe(from);
  });
});

it("is no habit because somebody goes to market often", () => {
  expect(told(["bị móc túi", "em hay đi chợ buổi tối"]).when?.words).toBe("tối");
  expect(told(["bi danh", "no hay danh toi"]).when).toBeUndefined();
});

describe("a detail", () => {
  it.each(EXAMPLES.details as [string, string, boolean][])(
    "of %s isn't asked where it was told: %s",
    (category, what, isTold) => {
      const asked = stillUseful({
        ...EMPTY_DRAFT,
        category,
        what,
        where: { words: "A" },
        when: { words: "B" },
      });
      expect(asked === "").toBe(isTold);
    },
  );
  it("is a plate with spaces about its dash", () => {
    expect(findDetails("biển 12P1 - 334.56")).toEqual({ plate: "12P1 - 334.56" });
  });
});
