import type { Hit } from "./knowledge-index.ts";

/** What to do with a hit: answer, answer and name the question, ask back, or say no. */
export type Verdict = "answer" | "probable" | "near" | "none";

/** The lowest confidence for each verdict; measured on questions with and without an answer, see docs/retrieval.md. */
const SURE = 0.5;
const PROBABLE = 0.4;
const FROM: readonly (readonly [Verdict, number])[] = [
  ["answer", SURE],
  ["probable", PROBABLE],
  ["near", 0.32],
];

/** An unsure hit that covers less than this share of the question's weight is about something else. */
const MOSTLY_COVERED = 0.52;

/** The verdict on the best hit; without a hit there is no answer. */
export function judge(hit: Hit | undefined): Verdict {
  if (hit === undefined) return "none";
  const confidence = confidenceOf(hit);
  if (confidence < SURE && confidence >= PROBABLE && hit.coverage < MOSTLY_COVERED) return "near";
  return FROM.find(([, least]) => confidence >= least)?.[0] ?? "none";
}

/**
 * 0..1: half for the similarity of the question and one of the passage's own questions, half for the share of the
 * question that the passage covers. BM25 isn't used: it can't distinguish a good best hit from a poor one.
 */
export function confidenceOf({ coverage, likeness }: Hit): number {
  return (coverage + likeness) / 2;
}
