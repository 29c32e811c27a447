import type { Hit } from "./knowledge-index.ts";

/** What to do with a hit: answer, answer and name the question, ask back, or say no. */
export type Verdict = "answer" | "probable" | "near" | "none";

type Bars = readonly (readonly [Verdict, least: number])[];

/**
 * By the learned probability: of ten messages as people write them more than eight have their section first from 0.38 on, six between
 * 0.25 and that; most others get a section of the same matter.
 */
const BY_CHANCE: Bars = [
  ["answer", 0.38],
  ["probable", 0.25],
  ["near", 0.13],
];

/** By words alone, where nothing is learned; measured on questions with and without an answer, see docs/retrieval.md. */
const BY_WORDS: Bars = [
  ["answer", 0.5],
  ["probable", 0.4],
  ["near", 0.32],
];

/** By words, an unsure hit that covers less than this share of the question's weight is about something else. */
const MOSTLY_COVERED = 0.52;

/** So probable a section stands alone: nothing else is told with it unasked. */
export const ALONE = 0.8;

/** The verdict on the best hit; without a hit there is no answer. */
export function judge(hit: Hit | undefined): Verdict {
  if (hit === undefined) return "none";
  const confidence = confidenceOf(hit);
  const bars = hit.chance === undefined ? BY_WORDS : BY_CHANCE;
  const verdict = bars.find(([, least]) => confidence >= least)?.[0] ?? "none";
  const isThin = hit.chance === undefined && hit.coverage < MOSTLY_COVERED;
  return verdict === "probable" && isThin ? "near" : verdict;
}

/**
 * 0..1: how probable it is that the hit answers, where that is learned. Else half for the similarity of the question and
 * one of the passage's own questions, half for the share of the question that the passage covers. BM25 alone isn't used:
 * it can't distinguish a good best hit from a poor one.
 */
export const confidenceOf = ({ chance, coverage, likeness }: Hit): number =>
  chance ?? (coverage + likeness) / 2;
