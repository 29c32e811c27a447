import { normaliseTone } from "./fold.ts";

const SYLLABLE = /[\p{L}\p{M}\p{N}]+/gu;

/** The syllables and numbers of a text in order; punctuation and symbols fall away. */
export function syllables(text: string): string[] {
  return text.match(SYLLABLE) ?? [];
}

/** The same as words to be compared: lower case, one tone position, marks kept. */
export function wordsOf(text: string): string[] {
  return syllables(text.toLowerCase()).map(normaliseTone);
}
