import { sigmoid } from "./learn.ts";

/** A learned weight is kept on its side of nought: a signal that speaks for a passage can't be made to speak against it. */
export type Side = "for" | "against" | "free";

interface Descent {
  readonly sides: readonly Side[];
  readonly steps: number;
  readonly rate: number;
  /** What pulls the weights to nought. */
  readonly pull: number;
}

const SETTINGS = { steps: 400, rate: 0.1, pull: 1e-3 } as const;

/** Candidates of one question, and which of them is right. */
export interface Choice {
  readonly candidates: readonly (readonly number[])[];
  readonly right: number;
}

/** Weights by which the right candidate leads as probably as may be. */
export const learnToChoose = (choices: readonly Choice[], sides: readonly Side[]): number[] =>
  descend({ sides, ...SETTINGS }, (weights) => {
    const slope = weights.map(() => 0);
    for (const { candidates, right } of choices) {
      const shares = softmax(candidates.map((values) => dot(weights, values)));
      candidates.forEach((values, i) => {
        const by = ((shares[i] as number) - Number(i === right)) / choices.length;
        values.forEach((value, d) => {
          slope[d] = (slope[d] as number) + by * value;
        });
      });
    }
    return slope;
  });

/** Something that is so or isn't. */
export interface Case {
  readonly values: readonly number[];
  readonly isSo: boolean;
  readonly weight: number;
}

/** Weights of a probability (of its logit), the values as they are. The first value is the constant. */
export function learnToTell(cases: readonly Case[], sides: readonly Side[]): number[] {
  const width = sides.length;
  const spread = Array.from({ length: width }, (_, d) => {
    const values = cases.map((one) => one.values[d] as number);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    return d === 0 ? { mean: 0, width: 1 } : { mean, width: Math.sqrt(square) || 1 };
  });
  const even = cases.map(({ values, ...rest }) => ({
    ...rest,
    values: values.map((value, d) => (value - (spread[d]?.mean ?? 0)) / (spread[d]?.width ?? 1)),
  }));
  const all = cases.reduce((sum, { weight }) => sum + weight, 0);
  const weights = descend({ sides, ...SETTINGS }, (now) => {
    const slope = now.map(() => 0);
    for (const { values, isSo, weight } of even) {
      const by = ((sigmoid(dot(now, values)) - Number(isSo)) * weight) / all;
      values.forEach((value, d) => {
        slope[d] = (slope[d] as number) + by * value;
      });
    }
    return slope;
  });
  const plain = weights.map((weight, d) => weight / (spread[d]?.width ?? 1));
  const moved = plain.reduce((sum, weight, d) => sum + weight * (spread[d]?.mean ?? 0), 0);
  return plain.map((weight, d) => (d === 0 ? weight - moved : weight));
}

/** Adam, from one half, each weight held on its side. The same every time. */
function descend(
  { sides, steps, rate, pull }: Descent,
  slopeAt: (weights: readonly number[]) => number[],
): number[] {
  const weights = sides.map((side): number => (side === "for" ? 0.5 : side === "against" ? -0.5 : 0));
  const mean = weights.map(() => 0);
  const square = weights.map(() => 0);
  for (let step = 1; step <= steps; step += 1) {
    slopeAt(weights).forEach((slope, d) => {
      const whole = slope + pull * (weights[d] as number);
      mean[d] = 0.9 * (mean[d] as number) + 0.1 * whole;
      square[d] = 0.99 * (square[d] as number) + 0.01 * whole * whole;
      const by =
        (mean[d] as number) /
        (1 - 0.9 ** step) /
        (Math.sqrt((square[d] as number) / (1 - 0.99 ** step)) + 1e-8);
      const moved = (weights[d] as number) - rate * by;
      weights[d] =
        sides[d] === "for" ? Math.max(0, moved) : sides[d] === "against" ? Math.min(0, moved) : moved;
    });
  }
  return weights;
}

export const dot = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((sum, value, d) => sum + value * (other[d] as number), 0);

function softmax(logits: readonly number[]): number[] {
  const most = Math.max(...logits);
  const parts = logits.map((logit) => Math.exp(logit - most));
  const all = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / all);
}
