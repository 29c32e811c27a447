import { fold, isUnmarked, normaliseTone } from "./fold.ts";
import { syllables } from "./syllables.ts";
import type { Utterance } from "./utterance.ts";

/** A phrase of a lexicon, ready to be looked for. `…` in the source stands for up to four other words. */
export interface Phrase {
  readonly source: string;
  readonly words: readonly string[];
  readonly folded: readonly string[];
}

const GAP = "…";
const MAX_GAP = 4;

/** Compiles a phrase written with full diacritics, e.g. "bị … đánh". */
export function compilePhrase(source: string): Phrase {
  const words = source
    .split(GAP)
    .flatMap((piece, i) => [...(i === 0 ? [] : [GAP]), ...syllables(piece.toLowerCase()).map(normaliseTone)]);
  return { source, words, folded: words.map(fold) };
}

/**
 * A typed word matches a lexicon word when it is the same, or when it was typed without any mark and folds to it:
 * "chay" may be "cháy", "chạy" may not.
 */
export function wordMatches(typed: string, wanted: string): boolean {
  return typed === wanted || (isUnmarked(typed) && typed === fold(wanted));
}

/** Index of the first word after the match that starts at or after `from`, or -1. */
export function findPhrase(utterance: Utterance, phrase: Phrase, from = 0): number {
  for (let start = from; start < utterance.words.length; start++) {
    const end = matchAt(utterance.words, phrase.words, start);
    if (end !== -1) return end;
  }
  return -1;
}

function matchAt(words: readonly string[], wanted: readonly string[], start: number): number {
  let at = start;
  for (let i = 0; i < wanted.length; i++) {
    if (wanted[i] === GAP) {
      const rest = wanted.slice(i + 1);
      for (let skip = 0; skip <= MAX_GAP; skip++) {
        const end = matchAt(words, rest, at + skip);
        if (end !== -1) return end;
      }
      return -1;
    }
    if (at >= words.length || !wordMatches(words[at] as string, wanted[i] as string)) return -1;
    at++;
  }
  return at;
}

/** True where any of the phrases stands in the utterance. */
export function hasAny(utterance: Utterance, phrases: readonly Phrase[]): boolean {
  return phrases.some((phrase) => findPhrase(utterance, phrase) !== -1);
}
