import { describe, expect, it } from "vitest";
import { WEIGHTS_FILE } from "#reader-weights";
import { parseWeights } from "../../src/reader/weights.ts";
import type { Labelled } from "./examples.ts";
import { inputsOf, sectionsOf } from "./inputs.ts";
import { learn, SETTINGS } from "./learn.ts";
import { readSections } from "./sections.ts";
import { readOwn } from "./training.ts";

const { header } = parseWeights(WEIGHTS_FILE);

it("the weights were trained from the messages as they are", () => {
  const says = header.inputs === inputsOf(readOwn()) ? "up to date" : "inputs changed";
  expect(says, "messages, openings or settings changed: npm run train").toBe("up to date");
});

it("the weights know nine of ten sections: an official may add and change some without a training", () => {
  const now = sectionsOf(readSections());
  const trained = new Set(header.sections);
  const unknown = now.filter((section) => !trained.has(section)).length;
  expect(unknown / now.length, "many sections changed: npm run train").toBeLessThan(0.1);
});

const TOLD = ["cháy nhà rồi cứu với", "nhà bên đang cháy to", "có khói trong bếp", "lửa lan sang nhà khác"];
const CALM = ["cháy túi rồi", "phở ngon quá", "trời hôm nay đẹp", "cho hỏi tiền điện"];
const examples = [...TOLD, ...CALM].map(
  (text, i): Labelled => ({
    text,
    batch: "b",
    matter: "none",
    isDanger: i < TOLD.length,
    act: i < TOLD.length ? "danger" : "outside",
  }),
);
const small = { ...SETTINGS, dims: 8, hidden: 6, batch: 4, rounds: 30, leastSeen: 1 };

describe("what is learned", () => {
  it("is the same each time, and another with another message", () => {
    const table = (some: readonly Labelled[]) => learn(some, [["a b", "a c"]], small).network.table.values;
    expect(Buffer.compare(Buffer.from(table(examples).buffer), Buffer.from(table(examples).buffer))).toBe(0);
    const other = examples.map((example, i) => (i === 0 ? { ...example, text: "mất xe" } : example));
    expect(Buffer.compare(Buffer.from(table(examples).buffer), Buffer.from(table(other).buffer))).not.toBe(0);
  });

  it("weighs what stands only in dangers for one", () => {
    const { danger } = learn(examples, [], small).plain;
    expect(danger?.weights.values.some((value) => value > 0.01)).toBe(true);
    expect(danger?.weights.values.some((value) => value < -0.01)).toBe(true);
  });
});
