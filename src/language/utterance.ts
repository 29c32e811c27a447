import { expandAbbreviations } from "./abbreviations.ts";
import { fold, isUnmarked, normaliseTone } from "./fold.ts";
import { decodeLegacy } from "./legacy-fonts.ts";
import { syllables } from "./syllables.ts";

/** A message prepared once for every feature that reads it. */
export interface Utterance {
  /** The message in NFC, trimmed, without control characters and repeated spaces. */
  readonly clean: string;
  /** Lower case, abbreviations and teencode written out. */
  readonly expanded: string;
  /** Syllables of `expanded`, marks kept, tone position normalised. */
  readonly words: readonly string[];
  /** The same syllables without marks. */
  readonly folded: readonly string[];
  /** True where any word carries a diacritic. */
  readonly hasMarks: boolean;
}

/** Control characters except line feed, and zero-width and bidirectional marks that hide text. */
const INVISIBLE = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * Prepares a message for reading. Never throws; an empty message gives empty lists.
 * @example
 * readUtterance("Ko biết  hỏi ai").expanded; // "không biết hỏi ai"
 * readUtterance("Chào anh").folded; // ["chao", "anh"]
 */
export function readUtterance(raw: string): Utterance {
  const clean = decodeLegacy(raw)
    .normalize("NFC")
    .replace(INVISIBLE, (c) => (c === "\n" || c === "\t" ? " " : ""))
    .replace(/\s+/gu, " ")
    .trim();
  const expanded = expandAbbreviations(clean.toLowerCase());
  const words = syllables(expanded).map(normaliseTone);
  return { clean, expanded, words, folded: words.map(fold), hasMarks: words.some((w) => !isUnmarked(w)) };
}
