import { fold } from "../../../language/fold.ts";
import { weightOf } from "./danger-likeness.ts";

/** As many words as a cry for help has. */
const SPAN = 15;

/**
 * Where in a long text the words are most like a danger: the number of the word in the middle of that span, 0 where
 * there are no words. One pass over the text.
 * @param words with their marks, in lower case
 */
export function mostLike(words: readonly string[]): number {
  const folded = words.map(fold);
  const weights = folded.map((word, i) => {
    const next = folded[i + 1];
    const afterNext = folded[i + 2];
    return (
      weightOf(word) +
      (words[i] === word ? 0 : weightOf(`'${words[i]}`)) +
      (next === undefined ? 0 : weightOf(`${word} ${next}`)) +
      (afterNext === undefined ? 0 : weightOf(`${word} _ ${afterNext}`))
    );
  });
  let best = { sum: Number.NEGATIVE_INFINITY, at: 0 };
  let sum = 0;
  weights.forEach((weight, i) => {
    sum += weight - (weights[i - SPAN] ?? 0);
    if (sum > best.sum) best = { sum, at: i };
  });
  return Math.max(0, best.at - Math.floor(SPAN / 2));
}
