import { fold } from "../language/fold.ts";
import { isSyllable } from "../language/syllable-shape.ts";
import { turnedNeighbours } from "../language/typing-slips.ts";
import type { Vocabulary } from "./search-vocabulary.ts";

const MIN_LENGTH = 3;
/** No word that people mean is longer; the guesses at a long run of letters would fill the memory. */
const MAX_LENGTH = 14;
const MAX_CANDIDATES = 2;
const MAX_GUESSES = 6;

/**
 * What a syllable unknown to the knowledge may have been meant to be: the commonest known syllables one slip away.
 * A syllable that Vietnamese has is taken as meant: the knowledge simply doesn't speak of it.
 * @param syllable without marks
 */
export function guessMeant(syllable: string, vocabulary: Vocabulary): string[] {
  if (!isUnknown(syllable, vocabulary) || isSyllable(syllable)) return [];
  const swapped = turnedNeighbours(syllable).filter((word) => vocabulary.frequency(word) > 0);
  const found =
    swapped.length > 0 ? swapped : edits(syllable).filter((word) => vocabulary.frequency(word) > 0);
  return commonest(found, vocabulary).slice(0, MAX_CANDIDATES);
}

/**
 * What a syllable that Vietnamese may have, but the knowledge doesn't, may have been meant to be. Only a guess: to be
 * believed where it makes a known pair with its neighbour, as "doang" does in "doang nghiep".
 * @param syllable without marks
 */
export function guessByNeighbour(syllable: string, vocabulary: Vocabulary): string[] {
  if (!isUnknown(syllable, vocabulary)) return [];
  const found = [...turnedNeighbours(syllable), ...edits(syllable)].filter(
    (word) => vocabulary.frequency(word) > 0,
  );
  return commonest(found, vocabulary).slice(0, MAX_GUESSES);
}

const isUnknown = (syllable: string, vocabulary: Vocabulary): boolean =>
  syllable.length >= MIN_LENGTH &&
  syllable.length <= MAX_LENGTH &&
  !/\d/.test(syllable) &&
  vocabulary.frequency(syllable) === 0;

const commonest = (words: readonly string[], vocabulary: Vocabulary): string[] =>
  [...new Set(words)].sort((a, b) => vocabulary.frequency(b) - vocabulary.frequency(a));

/** Teencode spells the sound its own way; telex that no editor turned into marks leaves doubled letters and tone letters. */
const SPELT_OTHERWISE: readonly (readonly [RegExp, string])[] = [
  [/^f/, "ph"],
  [/^z/, "d"],
  [/^z/, "gi"],
  [/^j/, "gi"],
  [/^w/, "qu"],
  [/^dd/, "d"],
  [/w$/, "u"],
  [/k$/, "ch"],
];
const TONE_LETTER = /(?<=[aeiouy][a-z]{0,3})[sfrxj]/g;

/**
 * What someone typed that is no Vietnamese syllable, as the syllables that it stands for: raw telex, letters of
 * teencode, two words written as one. The word itself where none of these makes known syllables of it.
 * @param typed lower case, marks kept
 */
export function respell(typed: string, vocabulary: Vocabulary): readonly string[] {
  const folded = fold(typed);
  if (!/^[a-z]{2,}$/.test(folded) || vocabulary.frequency(folded) > 0 || isSyllable(folded)) return [typed];
  const known = (word: string) => isSyllable(word) && vocabulary.frequency(word) > 0;
  const other = [withoutTelex(folded), ...SPELT_OTHERWISE.map(([from, to]) => folded.replace(from, to))];
  const single = other.find((word) => word !== folded && known(word));
  if (single !== undefined) return [single];
  return divide(folded, vocabulary) ?? [typed];
}

function withoutTelex(word: string): string {
  return word
    .replace(/^dd/, "d")
    .replace(/([aeo])\1/g, "$1")
    .replace(/w/g, "")
    .replace(TONE_LETTER, "")
    .replace(/d$/, "");
}

/** Shorter halves are met by chance. */
const MIN_HALF = 2;
const MIN_GLUED = 5;

/** The two known syllables that a word was glued of; where several would do, the commonest. */
function divide(word: string, vocabulary: Vocabulary): string[] | null {
  if (word.length < MIN_GLUED || word.length > MAX_LENGTH) return null;
  const splits = Array.from({ length: Math.max(0, word.length - 2 * MIN_HALF + 1) }, (_, i) => [
    word.slice(0, i + MIN_HALF),
    word.slice(i + MIN_HALF),
  ]).filter((halves) => halves.every((half) => isSyllable(half) && vocabulary.frequency(half) > 0));
  const rarest = (halves: readonly string[]) => Math.min(...halves.map((half) => vocabulary.frequency(half)));
  return splits.sort((a, b) => rarest(b) - rarest(a))[0] ?? null;
}

const LETTERS = [..."abcdeghiklmnopqrstuvxy"];

/** One letter too many, one missing, one wrong. Candidates must be Vietnamese syllables themselves. */
function edits(word: string): string[] {
  const out: string[] = [];
  for (let i = 0; i <= word.length; i++) {
    const [before, after] = [word.slice(0, i), word.slice(i)];
    if (after !== "") out.push(before + after.slice(1));
    for (const letter of LETTERS) {
      out.push(before + letter + after);
      if (after !== "") out.push(before + letter + after.slice(1));
    }
  }
  return out.filter((candidate) => isSyllable(candidate));
}
