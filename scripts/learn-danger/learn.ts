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

export const SETTINGS = {
  rounds: 25,
  rate: 0.2,
  biasRate: 0.02,
  pullToZero: 0.015,
  /** A missed danger weighs more than a false alarm. */
  weightOfOne: 2.5,
  seenAtLeast: 2,
  /** Smaller weights are dropped. */
  smallest: 0.2,
  /**
   * The step between examples in learning order: large and prime to their number, so that neighbours in the files
   * aren't learned one after the other.
   */
  stride: 7919,
  shift: 31,
} as const;

/** Logistic regression by AdaGrad. The same examples in the same order give the same weights. */
export function learn(examples: readonly Example[]): Learned {
  const rows = examples.map(({ said, isOne }) => ({ features: featuresOf(said), isOne }));
  const seen = new Map<string, number>();
  for (const { features } of rows) for (const one of features) seen.set(one, (seen.get(one) ?? 0) + 1);
  const weights = new Map<string, number>();
  const squares = new Map<string, number>();
  let bias = 0;
  for (let round = 0; round < SETTINGS.rounds; round++) {
    for (let n = 0; n < rows.length; n++) {
      const row = rows[(n * SETTINGS.stride + round * SETTINGS.shift) % rows.length];
      if (row === undefined) continue;
      const features = row.features.filter((one) => (seen.get(one) ?? 0) >= SETTINGS.seenAtLeast);
      const sum = features.reduce((total, one) => total + (weights.get(one) ?? 0), bias);
      const error = (1 / (1 + Math.exp(-sum)) - (row.isOne ? 1 : 0)) * (row.isOne ? SETTINGS.weightOfOne : 1);
      bias -= SETTINGS.biasRate * error;
      for (const one of features) {
        const weight = weights.get(one) ?? 0;
        const slope = error + SETTINGS.pullToZero * weight;
        const square = (squares.get(one) ?? 0.1) + slope * slope;
        squares.set(one, square);
        weights.set(one, weight - (SETTINGS.rate * slope) / Math.sqrt(square));
      }
    }
  }
  const kept = [...weights]
    .filter(([, weight]) => Math.abs(weight) >= SETTINGS.smallest)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    bias: Math.round(bias * 100),
    of: Object.fromEntries(kept.map(([one, weight]) => [one, Math.round(weight * 100)])),
  };
}
