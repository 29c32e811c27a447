import type { Encoded } from "./encoder.ts";
import type { Hit, Signals } from "./knowledge-index.ts";
import learned from "./learned-order.json" with { type: "json" };
import { summed } from "./trees.ts";

/** More than all learned signals together: who taps a heading gets its section. */
const WORD_FOR_WORD = 20;
/** The least chance of a section that is asked for word for word. */
const SURELY = 0.95;

/** Where an embedding model was asked all weighs otherwise. */
const weightsFor = ({ alike }: Signals) => (alike === undefined ? learned.plain : learned.alike);

/** Higher is better: the learned weight of each signal. */
export const scoreOf = (signals: Signals): number =>
  weighed(weightsFor(signals).score, signals) + (isWordForWord(signals) ? WORD_FOR_WORD : 0);

const isWordForWord = ({ likeness }: Signals): boolean => likeness === 1;

type Weights<Of> = { readonly [Name in keyof Of]?: number };

/** What tells whether a hit answers. */
export interface Grounds {
  readonly bias: 1;
  readonly score: number;
  /** How far its score is ahead of the best other one. */
  readonly ahead: number;
  readonly meaning: number;
  readonly around: number;
  readonly likeness: number;
  readonly coverage: number;
  /** How much less than a third of the question's words it has: then it is rarely meant, however near it lies. */
  readonly thin: number;
  readonly telling: number;
  readonly topic: number;
  readonly aspects: number;
  readonly trust: number;
  readonly asked: number;
  /** The learned reading of the question. */
  readonly asks: number;
  readonly isOutside: number;
  readonly isElsewhere: number;
  readonly length: number;
  /** As in `Signals`; absent where no embedding model was asked. */
  readonly alike?: number;
}

/** A passage that is meant mostly has this share of the question's words. */
const HELD = 0.35;

/** @param hits ordered by their scores */
export function groundsOf(
  hits: readonly Hit[],
  at: number,
  { asks, isOutside, isElsewhere, length }: Encoded,
): Grounds | null {
  const hit = hits[at];
  if (hit?.signals === undefined) return null;
  const { meaning, around, likeness, coverage, telling, topic, aspects, trust, asked, alike } = hit.signals;
  const thin = Math.max(0, HELD - coverage);
  const other = hits[at === 0 ? 1 : 0]?.score ?? 0;
  const ahead = hit.score - other;
  return {
    bias: 1,
    score: hit.score,
    ahead,
    meaning,
    around,
    likeness,
    coverage,
    thin,
    telling,
    topic,
    aspects,
    trust,
    asked,
    asks,
    isOutside,
    isElsewhere,
    length,
    ...(alike !== undefined && { alike }),
  };
}

/** The hits, each with how probable it is that it answers. */
export const withChances = (hits: readonly Hit[], encoded: Encoded): Hit[] =>
  hits.map((hit, at) => {
    const grounds = groundsOf(hits, at, encoded);
    if (grounds === null || hit.signals === undefined) return hit;
    const { chance: weights, trees } = weightsFor(hit.signals);
    // The trees were learned of what came first: of the others they know nothing.
    const put = at === 0 ? summed(trees, { ...grounds }) : 0;
    const chance = 1 / (1 + Math.exp(-weighed(weights, grounds) - put));
    return { ...hit, chance: isWordForWord(hit.signals) ? Math.max(SURELY, chance) : chance };
  });

function weighed<Of extends object>(weights: Weights<Of>, values: Of): number {
  return (Object.keys(weights) as (keyof Of)[]).reduce(
    (sum, name) => sum + (weights[name] ?? 0) * Number(values[name] ?? 0),
    0,
  );
}
