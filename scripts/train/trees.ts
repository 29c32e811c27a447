import type { Tree } from "../../src/knowledge/trees.ts";
import { sigmoid } from "./learn.ts";
import type { Case } from "./linear.ts";

const SETTINGS = {
  trees: 60,
  /** Questions of each tree: so many values can speak together. */
  depth: 3,
  rate: 0.15,
  /** Borders tried of each value. */
  borders: 31,
  /** What pulls the leaves to nought. */
  pull: 20,
} as const;

type Settings = { readonly [Name in keyof typeof SETTINGS]: number };

/** A case with what the weighed sum says of it already. */
export interface Begun extends Case {
  readonly logit: number;
}

/**
 * Trees that put a weighed sum right, each learned from what the sum and the trees before it got wrong (gradient boosting by
 * Newton's steps). All nodes of a level ask the same question, so a tree is small and can't follow single cases. The same
 * cases give the same trees.
 * @param names of the values, in their order
 */
export function learnTrees(
  cases: readonly Begun[],
  names: readonly string[],
  settings: Settings = SETTINGS,
): Tree[] {
  const borders = names.map((_, d) =>
    bordersOf(
      cases.map(({ values }) => values[d] as number),
      settings.borders,
    ),
  );
  const bins = borders.map((some, d) =>
    Uint8Array.from(cases, ({ values }) => some.filter((border) => border <= (values[d] as number)).length),
  );
  const logits = Float64Array.from(cases, ({ logit }) => logit);
  return Array.from({ length: settings.trees }, () => {
    const slopes = cases.map(({ isSo, weight }, i) => weight * (sigmoid(logits[i] as number) - Number(isSo)));
    const bends = cases.map(({ weight }, i) => {
      const p = sigmoid(logits[i] as number);
      return weight * p * (1 - p);
    });
    const { tree, leafOf } = grow({ slopes, bends, bins, borders, names }, settings);
    leafOf.forEach((leaf, i) => {
      logits[i] = (logits[i] as number) + (tree.leaves[leaf] as number);
    });
    return tree;
  });
}

interface Wrong {
  readonly slopes: readonly number[];
  readonly bends: readonly number[];
  readonly bins: readonly Uint8Array[];
  readonly borders: readonly (readonly number[])[];
  readonly names: readonly string[];
}

function grow({ slopes, bends, bins, borders, names }: Wrong, { depth, pull, rate }: Settings) {
  const leafOf = new Uint16Array(slopes.length);
  const of: string[] = [];
  const at: number[] = [];
  for (let level = 0; level < depth; level += 1) {
    let best = { gain: Number.NEGATIVE_INFINITY, d: 0, border: 0 };
    bins.forEach((some, d) => {
      const most = (borders[d] as readonly number[]).length;
      if (most === 0) return;
      const leaves = 1 << level;
      const slope = new Float64Array(leaves * (most + 1));
      const bend = new Float64Array(leaves * (most + 1));
      some.forEach((bin, i) => {
        const to = (leafOf[i] as number) * (most + 1) + bin;
        slope[to] = (slope[to] as number) + (slopes[i] as number);
        bend[to] = (bend[to] as number) + (bends[i] as number);
      });
      const gains = new Float64Array(most);
      for (let leaf = 0; leaf < leaves; leaf += 1) {
        const from = leaf * (most + 1);
        const sum = (values: Float64Array) =>
          values.subarray(from, from + most + 1).reduce((a, b) => a + b, 0);
        const [allSlope, allBend] = [sum(slope), sum(bend)];
        let [lowSlope, lowBend] = [0, 0];
        for (let border = 0; border < most; border += 1) {
          lowSlope += slope[from + border] as number;
          lowBend += bend[from + border] as number;
          gains[border] =
            (gains[border] as number) +
            lowSlope ** 2 / (lowBend + pull) +
            (allSlope - lowSlope) ** 2 / (allBend - lowBend + pull);
        }
      }
      gains.forEach((gain, border) => {
        if (gain > best.gain) best = { gain, d, border };
      });
    });
    of.push(names[best.d] as string);
    at.push(borders[best.d]?.[best.border] as number);
    (bins[best.d] as Uint8Array).forEach((bin, i) => {
      leafOf[i] = (leafOf[i] as number) * 2 + Number(bin > best.border);
    });
  }
  const slope = new Float64Array(1 << depth);
  const bend = new Float64Array(1 << depth);
  leafOf.forEach((leaf, i) => {
    slope[leaf] = (slope[leaf] as number) + (slopes[i] as number);
    bend[leaf] = (bend[leaf] as number) + (bends[i] as number);
  });
  const leaves = Array.from(slope, (sum, leaf) => rounded((-rate * sum) / ((bend[leaf] as number) + pull)));
  return { tree: { of, at, leaves }, leafOf };
}

/** Between equal shares of the cases. */
function bordersOf(values: readonly number[], most: number): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const all = Array.from({ length: most }, (_, i) =>
    rounded(sorted[Math.floor(((i + 1) * sorted.length) / (most + 1))] as number),
  );
  return [...new Set(all)].filter((border) => border > (sorted[0] as number));
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
