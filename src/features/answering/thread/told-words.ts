import type { Passage } from "../../../knowledge/knowledge-index.ts";
import { telling } from "../../../knowledge/reduced-question.ts";
import { readWords } from "../../../knowledge/terms.ts";
import { fold, isUnmarked } from "../../../language/fold.ts";

/** The words of a question, each with how much it says of what is asked for: nothing where it only asks. */
export type ToldWords = readonly (readonly [word: string, weight: number])[];

/** Where all that is typed may only ask ("o to"), two such words side by side are taken for one name. */
export function toldWords(question: string): ToldWords {
  const typed = readWords(question);
  const tells = telling(typed, !typed.every(isUnmarked));
  const told = typed.map((word, at) => [word, tells[at] ?? 0] as const);
  const doubtful = told.filter(([, weight]) => weight > 0);
  const isName = doubtful.length === 2 && doubtful.every(([, weight]) => weight < 1);
  return isName ? [[fold(doubtful.map(([word]) => word).join("")), 1]] : told;
}

/**
 * 0..1: the share of the words that a text has, two of them typed as one ("oto") among it; 1 where there are none to be had. What was
 * typed with marks is had with the same: "tù" is no "từ".
 */
export function shareOf(told: ToldWords, text: string): number {
  const written = readWords(text);
  const words = written.map(fold);
  const has = new Set([...written, ...words, ...words.slice(1).map((word, at) => `${words[at]}${word}`)]);
  const total = told.reduce((sum, [, weight]) => sum + weight, 0);
  if (total === 0) return 1;
  return told.reduce((sum, [word, weight]) => (has.has(word) ? sum + weight : sum), 0) / total;
}

/** All that a section says, and all the ways in which it is asked for. */
export const wholeOf = ({ headings, asks, text }: Passage): string =>
  [headings.at(-1) ?? "", ...asks, text].join("\n");
