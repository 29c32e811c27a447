import { judge } from "./confidence.ts";
import type { Hit } from "./knowledge-index.ts";

/** An added passage that has nearly all of a question's words goes before a built one that is unsure and has fewer. */
const HAS_THE_WORDS = 0.8;
const CLEARLY_MORE = 0.2;

/**
 * The order where passages came after the build. What is learned of order and of chances was learned from sections that
 * people gave ways of asking to; those of a document have only its own words, so words decide among them and judge them.
 * @param hits in the learned order, each with its learned chance
 */
export function settleAdded(hits: readonly Hit[], isAdded: (hit: Hit) => boolean): Hit[] {
  const added = hits
    .filter(isAdded)
    .map(({ chance: _, ...hit }): Hit => hit)
    .sort((a, b) => byWords(b) - byWords(a));
  const [best] = added;
  if (best === undefined) return [...hits];
  const waiting = added.values();
  const settled = hits.map((hit) => (isAdded(hit) ? (waiting.next().value ?? hit) : hit));
  const [first] = settled;
  const goesFirst =
    first !== undefined &&
    best.coverage >= HAS_THE_WORDS &&
    judge(first) !== "answer" &&
    first.coverage + CLEARLY_MORE <= best.coverage;
  return goesFirst ? [best, ...settled.filter((hit) => hit !== best)] : settled;
}

const byWords = ({ coverage, likeness }: Hit): number => coverage + likeness / 2;
