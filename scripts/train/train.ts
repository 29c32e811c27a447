import { parseWeights, type Weights, type WeightsHeader, writeWeights } from "../../src/reader/weights.ts";
import type { Labelled } from "./examples.ts";
import { learn, SETTINGS, type Wordings } from "./learn.ts";
import { noise } from "./noise.ts";
import { readOpenings } from "./openings.ts";
import { weightsOf } from "./weights-of.ts";

/** Trains on these messages. The weights are as the file has them, rounded to eight bits. */
export function train(
  examples: readonly Labelled[],
  wordings: Wordings,
  {
    inputs = "",
    sections = [],
    calibration = {},
  }: Partial<Pick<WeightsHeader, "inputs" | "sections" | "calibration">> = {},
): { readonly weights: Weights; readonly file: Uint8Array } {
  const all = [...examples, ...noise(SETTINGS.noise, SETTINGS.seed)];
  const learned = learn(all, wordings, SETTINGS, readOpenings());
  const file = writeWeights(weightsOf(learned, { inputs, sections, seed: SETTINGS.seed, calibration }));
  return { weights: parseWeights(file), file };
}
