import type { FirstTry } from "./first-tries.ts";
import { sigmoid } from "./learn.ts";

const STEPS = 400;
const RATE = 0.05;

/**
 * Slope and offset of the danger's logit, so that what is read of unseen messages is as probable as it says: Platt's
 * scaling. The other heads are weighed where they are used, several together.
 */
export const calibrationOf = (tries: readonly FirstTry[]): Record<string, readonly [number, number]> => ({
  danger: platt(tries.map(({ example, read }) => ({ logit: logitOf(read.danger), is: example.isDanger }))),
});

const logitOf = (p: number): number => {
  const safe = Math.min(1 - 1e-9, Math.max(1e-9, p));
  return Math.log(safe / (1 - safe));
};

/** By plain descent: two numbers, some ten thousand messages. */
function platt(all: readonly { readonly logit: number; readonly is: boolean }[]): readonly [number, number] {
  let slope = 1;
  let offset = 0;
  for (let step = 0; step < STEPS; step += 1) {
    let toSlope = 0;
    let toOffset = 0;
    for (const { logit, is } of all) {
      const error = sigmoid(slope * logit + offset) - Number(is);
      toSlope += error * logit;
      toOffset += error;
    }
    slope -= (RATE * toSlope) / all.length / 4;
    offset -= (RATE * 4 * toOffset) / all.length;
  }
  return [rounded(slope), rounded(offset)];
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
