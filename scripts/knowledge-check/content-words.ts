import soft from "../../src/features/curation/lexicon/soft.json" with { type: "json" };
import { telling } from "../../src/knowledge/reduced-question.ts";
import { readWords } from "../../src/knowledge/terms.ts";
import { fold, isUnmarked } from "../../src/language/fold.ts";

const SOFT: ReadonlySet<string> = new Set(soft.filter((words) => !words.includes(" ")));

/** The words of a question without marks, as the index reads them, in their order. */
export const foldedWords = (question: string): string[] => readWords(question).map(fold);

/** The words as they are written, marks kept, without polite words and fillers. */
export const askingWords = (question: string): string[] =>
  readWords(question).filter((word) => !SOFT.has(word));

/** What is asked about: without question words too, and without marks. */
export function contentWords(question: string): ReadonlySet<string> {
  const typed = readWords(question);
  const tells = telling(typed, !typed.every(isUnmarked));
  return new Set(typed.flatMap((word, i) => ((tells[i] ?? 1) === 0 || SOFT.has(word) ? [] : [fold(word)])));
}

/** How much a word says: the least where every wording has it. */
export type Weight = (word: string) => number;

/** By how few of the wordings have it. */
export function rarity(wordings: readonly ReadonlySet<string>[]): Weight {
  const had = new Map<string, number>();
  for (const words of wordings) for (const word of words) had.set(word, (had.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + wordings.length / (had.get(word) ?? 1));
}

/** The share of what two sets of words say that they have in common, 0..1. */
export function likeness(some: ReadonlySet<string>, others: ReadonlySet<string>, weight: Weight): number {
  const sum = (words: readonly string[]) => words.reduce((total, word) => total + weight(word), 0);
  const all = sum([...some]) + sum([...others]);
  return all === 0 ? 0 : (2 * sum([...some].filter((word) => others.has(word)))) / all;
}
