import type { Utterance } from "../../src/language/utterance.ts";
import { featuresOf } from "../../src/reading/danger/likeness/word-features.ts";

export interface Example {
  readonly said: Utterance;
  readonly isOne: boolean;
}

export interface Learned {
  /** Hundredths of a logit. */
  readonly bias: number;
  readonly of: Readonly<Record<string, number>>;
}

const ROUNDS = 25;
const RATE = 0.2;
const PULL_TO_ZERO = 0.015;
/** A danger missed weighs more than an alarm too many. */
const WEIGHT_OF_ONE = 2.5;
const SEEN_AT_LEAST = 2;
const SMALLEST = 0.2;
/** Far apart and prime to the number of examples: neighbours in the files aren't learned one after the other. */
const STRIDE = 7919;

/** Logistic regression by AdaGrad. The same examples in the same order give the same weights. */
export function learn(examples: readonly Example[]): Learned {
  const rows = examples.map(({ said, isOne }) => ({ features: featuresOf(said), isOne }));
  const seen = new Map<string, number>();
  for (const { features } of rows) for (const one of features) seen.set(one, (seen.get(one) ?? 0) + 1);
  const weights = new Map<string, number>();
  const squares = new Map<string, number>();
  let bias = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (let n = 0; n < rows.length; n++) {
      const row = rows[(n * STRIDE + round * 31) % rows.length];
      if (row === undefined) continue;
      const features = row.features.filter((one) => (seen.get(one) ?? 0) >= SEEN_AT_LEAST);
      const sum = features.reduce((total, one) => total + (weights.get(one) ?? 0), bias);
      const error = (1 / (1 + Math.exp(-sum)) - (row.isOne ? 1 : 0)) * (row.isOne ? WEIGHT_OF_ONE : 1);
      bias -= 0.02 * error;
      for (const one of features) {
        const weight = weights.get(one) ?? 0;
        const slope = error + PULL_TO_ZERO * weight;
        const square = (squares.get(one) ?? 0.1) + slope * slope;
        squares.set(one, square);
        weights.set(one, weight - (RATE * slope) / Math.sqrt(square));
      }
    }
  }
  const kept = [...weights]
    .filter(([, weight]) => Math.abs(weight) >= SMALLEST)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    bias: Math.round(bias * 100),
    of: Object.fromEntries(kept.map(([one, weight]) => [one, Math.round(weight * 100)])),
  };
}
