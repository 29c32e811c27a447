import { describe, expect, it } from "vitest";
import { WEIGHTS_FILE } from "#reader-weights";
import { parseWeights } from "../../src/reader/weights.ts";
import type { Labelled } from "./examples.ts";
import { inputsOf } from "./inputs.ts";
import { learn, SETTINGS } from "./learn.ts";
import { readSections } from "./sections.ts";
import { readTraining } from "./training.ts";

it("the weights were trained from the messages and wordings as they are", () => {
  const now = inputsOf(readTraining(), readSections());
  const says = parseWeights(WEIGHTS_FILE).header.inputs === now ? "up to date" : "inputs changed";
  expect(says, "messages, wordings or settings changed: npm run train").toBe("up to date");
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
const small = { ...SETTINGS, dims: 8, hidden: 6, batch: 4, rounds: 30 };

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
