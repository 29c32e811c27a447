import { fold } from "../language/fold.ts";
import { isSyllable } from "../language/syllable-shape.ts";
import { swappedNeighbours } from "../language/typing-slips.ts";
import type { Vocabulary } from "./search-vocabulary.ts";

const MIN_LENGTH = 3;
/** No real word is longer; the guesses for a long run of letters would fill the memory. */
const MAX_LENGTH = 14;
const MAX_CANDIDATES = 2;
const MAX_GUESSES = 6;

/**
 * The likely corrections of a syllable that the knowledge doesn't contain: the commonest known syllables one typing
 * slip away. A valid Vietnamese syllable isn't corrected: the knowledge simply doesn't mention it.
 * @param syllable without marks
 */
export function guessMeant(syllable: string, vocabulary: Vocabulary): string[] {
  if (!isUnknown(syllable, vocabulary) || isSyllable(syllable)) return [];
  const swapped = swappedNeighbours(syllable).filter((word) => vocabulary.frequency(word) > 0);
  const found =
    swapped.length > 0 ? swapped : edits(syllable).filter((word) => vocabulary.frequency(word) > 0);
  return commonest(found, vocabulary).slice(0, MAX_CANDIDATES);
}

/**
 * The likely corrections of a valid Vietnamese syllable that the knowledge doesn't contain. Only a guess: use it where
 * it makes a known pair with its neighbour, as "doang" does in "doang nghiep".
 * @param syllable without marks
 */
export function guessByNeighbour(syllable: string, vocabulary: Vocabulary): string[] {
  if (!isUnknown(syllable, vocabulary)) return [];
  const found = [...swappedNeighbours(syllable), ...edits(syllable)].filter(
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

/** Teencode has its own spelling of sounds; telex without an input method leaves doubled letters and tone letters. */
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
 * Corrects a word that isn't a Vietnamese syllable: raw telex, teencode letters, two words written as one. Returns the
 * word itself where none of these gives known syllables.
 * @param typed lower case, with marks
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

/** Shorter halves match by chance. */
const MIN_HALF = 2;
const MIN_GLUED = 5;

/** The two known syllables that were written as one word; where several are possible, the commonest. */
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
