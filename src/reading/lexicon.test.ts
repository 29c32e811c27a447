import { describe, expect, it } from "vitest";
import { z } from "zod";
import { PatternBook } from "../language/pattern-book.ts";
import type { PatternClasses } from "../language/pattern-classes.ts";
import { DANGER_KINDS } from "../reader/names/danger.ts";
import fixedForms from "./boundary/fixed-forms.json" with { type: "json" };
import { DANGER_CLASSES, DANGERS } from "./danger/danger-lexicon.ts";
import circumstances from "./danger/lexicon/circumstances.json" with { type: "json" };

const Patterns = z.array(z.string().min(1)).min(1);

/** A list of patterns and what it means when one of them stands in a message. */
const List = z.strictObject({ means: z.string().min(1), patterns: Patterns });
const Lists = z.record(z.string(), List);

const Danger = z.strictObject({
  kind: z.enum(DANGER_KINDS),
  phrases: Patterns,
});

/** Every string of a table that a `PatternBook` is made of. */
const patternsIn = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : Array.isArray(value)
      ? value.flatMap(patternsIn)
      : Object.entries(value ?? {}).flatMap(([key, inner]) =>
          ["means", "id", "kind"].includes(key) ? [] : patternsIn(inner),
        );

const TABLES: readonly (readonly [string, z.ZodType, unknown, PatternClasses])[] = [
  ["dangers", z.array(Danger), DANGERS, DANGER_CLASSES],
  ["circumstances of danger", Lists, circumstances, DANGER_CLASSES],
  [
    "fixed forms of what is refused",
    z.strictObject({ swearWords: Patterns, bot: Patterns, injection: Patterns }),
    fixedForms,
    {},
  ],
];

describe.each(TABLES)("%s", (_, schema, table, classes) => {
  it("is what its readers take it for", () =>
    expect(schema.safeParse(table).error?.issues ?? []).toEqual([]));

  it("holds patterns that can be read", () => {
    const unreadable = patternsIn(table).filter((pattern) => {
      try {
        return new PatternBook([pattern], { classes }).words.size === 0;
      } catch {
        return true;
      }
    });
    expect(unreadable).toEqual([]);
  });
});

describe("kinds", () => {
  /** There is advice on these, but no rule of its own: they are read as a wider kind, or as unclear. */
  const WITHOUT_RULE =
    "confinedSpace vehicleFall buried childInCar choking snakebite stings animalBite burn bleeding stroke " +
    "schoolViolence heldAbroad hostage blackmail unclear";

  it("a rule tells every danger but these", () => {
    const dangers = new Set(DANGERS.map(({ kind }) => kind));
    expect(DANGER_KINDS.filter((kind) => !dangers.has(kind))).toEqual(WITHOUT_RULE.split(" "));
  });
});

describe("classes", () => {
  it("every class of danger is used", () => {
    const classes = DANGER_CLASSES;
    const named = TABLES.filter((table) => table[3] === classes).flatMap(([, , table]) => patternsIn(table));
    const all = [...named, ...Object.values(classes)].join(" ");
    expect(Object.keys(classes).filter((name) => !all.includes(`<${name}>`))).toEqual([]);
  });
});
