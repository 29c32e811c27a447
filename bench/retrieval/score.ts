import type { Query } from "../corpus.ts";

/** What a benchmark says of one engine; `ms` is the mean for one question. */
export interface Scores {
  readonly n: number;
  readonly r1: number;
  readonly r5: number;
  readonly r10: number;
  readonly mrr10: number;
  readonly ndcg10: number;
  readonly ms: number;
}

/** @param found the ids found for each question, best first */
export function score(queries: readonly Query[], found: readonly (readonly string[])[], ms: number): Scores {
  const sums = { r1: 0, r5: 0, r10: 0, mrr10: 0, ndcg10: 0 };
  for (const [i, { relevant }] of queries.entries()) {
    const gains = (found[i] ?? []).slice(0, 10).map((id) => (relevant.includes(id) ? 1 : 0));
    const recall = (k: number) =>
      gains.slice(0, k).reduce<number>((sum, gain) => sum + gain, 0) / relevant.length;
    const firstHit = gains.indexOf(1);
    sums.r1 += recall(1);
    sums.r5 += recall(5);
    sums.r10 += recall(10);
    sums.mrr10 += firstHit === -1 ? 0 : 1 / (firstHit + 1);
    sums.ndcg10 += discounted(gains) / discounted(relevant.slice(0, 10).map(() => 1));
  }
  const n = queries.length;
  const mean = (sum: number) => Number((sum / n).toFixed(4));
  return {
    n,
    r1: mean(sums.r1),
    r5: mean(sums.r5),
    r10: mean(sums.r10),
    mrr10: mean(sums.mrr10),
    ndcg10: mean(sums.ndcg10),
    ms: Number((ms / n).toFixed(2)),
  };
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0);
}
