import { normaliseTone } from "./fold.ts";

const SYLLABLE = /[\p{L}\p{M}\p{N}]+/gu;

/** The syllables and numbers of a text in order, without punctuation and symbols. */
export function syllables(text: string): string[] {
  return text.match(SYLLABLE) ?? [];
}

/** The same, ready for comparison: lower case, one tone position, marks kept. */
export function wordsOf(text: string): string[] {
  return syllables(text.toLowerCase()).map(normaliseTone);
}
