import type { Hit } from "./knowledge-index.ts";

/** What a hit allows: an answer, an answer that says what it answers, a question back, or an honest no. */
export type Verdict = "answer" | "probable" | "near" | "none";

/** From which confidence on; measured on questions with and without an answer, see docs/retrieval.md. */
const SURE = 0.5;
const PROBABLE = 0.4;
const FROM: readonly (readonly [Verdict, number])[] = [
  ["answer", SURE],
  ["probable", PROBABLE],
  ["near", 0.32],
];

/** A hit that isn't sure and leaves this much of the question's weight open speaks of something else. */
const MOSTLY_COVERED = 0.52;

/** Whether the best hit answers; nothing found answers nothing. */
export function judge(hit: Hit | undefined): Verdict {
  if (hit === undefined) return "none";
  const confidence = confidenceOf(hit);
  if (confidence < SURE && confidence >= PROBABLE && hit.coverage < MOSTLY_COVERED) return "near";
  return FROM.find(([, least]) => confidence >= least)?.[0] ?? "none";
}

/**
 * 0..1: half for how alike the question and one of the passage's own questions are, half for how much of what is
 * asked for the passage carries. BM25 has no part in it: it can't tell a good best hit from a poor one.
 */
export function confidenceOf({ coverage, likeness }: Hit): number {
  return (coverage + likeness) / 2;
}
