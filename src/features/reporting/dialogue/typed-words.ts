import { fold, normaliseTone, wordMatches } from "../../../language/fold.ts";
import { decodeTelex } from "../../../language/keyboard.ts";
import { isSyllable } from "../../../language/syllable-shape.ts";

/** A run of letters, a run of digits or one sign, with its place in the text. */
export interface TypedWord {
  readonly kind: "word" | "number" | "sign";
  readonly typed: string;
  /** Lower case, one tone position. */
  readonly word: string;
  readonly folded: string;
  /** The word that Telex keys were meant to write; null where they are none. */
  readonly meant: string | null;
  readonly isCapital: boolean;
  /** Its text has marks elsewhere: without them it is another word, "cho" is no "chợ". */
  readonly isExact: boolean;
  /** Nothing stands between it and the one before. */
  readonly isGlued: boolean;
  readonly start: number;
  readonly end: number;
}

const TYPED = /\p{L}[\p{L}\p{M}]*|\p{N}+|[^\s\p{L}\p{N}]/gu;

/** From this share of words with marks on, and so many words, who wrote the text writes with marks. */
const MARKED = { share: 0.5, words: 4 } as const;

function isMarked(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const marked = words.filter((word) => fold(word) !== word).length;
  return words.length >= MARKED.words && marked >= MARKED.share * words.length;
}

/** The words, numbers and signs of a text in NFC, in order: "ql1a" gives "ql", "1" and "a". */
export function typedWords(text: string): readonly TypedWord[] {
  let before = -1;
  const isExact = isMarked(text);
  return [...text.matchAll(TYPED)].map((match) => {
    const typed = match[0];
    const lower = typed.toLowerCase();
    const folded = fold(lower);
    const end = match.index + typed.length;
    const isGlued = match.index === before;
    before = end;
    const isWord = /^\p{L}/u.test(typed);
    return {
      kind: isWord ? "word" : /^\d{1,9}$/.test(typed) ? "number" : "sign",
      typed,
      word: normaliseTone(lower),
      folded,
      meant: isWord && !isSyllable(folded) ? meantBy(lower) : null,
      isExact,
      isCapital: /^\p{Lu}/u.test(typed),
      isGlued,
      start: match.index,
      end,
    };
  });
}

function meantBy(typed: string): string | null {
  const decoded = decodeTelex(typed);
  return decoded === null ? null : normaliseTone(decoded);
}

/** True where the typed word is the written one: with its marks, without any, or by Telex keys. */
export const isWritten = ({ word, meant, isExact }: TypedWord, written: string): boolean =>
  (isExact ? word === written : wordMatches(word, written)) || meant === written;

interface Entry<T> {
  readonly words: readonly string[];
  readonly value: T;
}

export interface Phrase<T> {
  readonly value: T;
  /** How many typed words it covers. */
  readonly length: number;
}

/** Phrases with what they mean, found word by word; the longest one at a place counts. */
export class PhraseBook<T> {
  readonly #byFirst = new Map<string, Entry<T>[]>();

  /** @param phrases lower case, with all marks, such as "tối qua" */
  constructor(phrases: Iterable<readonly [string, T]>) {
    for (const [phrase, value] of phrases) {
      const words = typedWords(phrase.normalize("NFC")).map(({ word }) => word);
      const first = fold(words[0] ?? "");
      const entries = [...(this.#byFirst.get(first) ?? []), { words, value }];
      this.#byFirst.set(
        first,
        entries.sort((a, b) => b.words.length - a.words.length),
      );
    }
  }

  /** The longest phrase that begins at this word; null where none does. */
  at(typed: readonly TypedWord[], from: number): Phrase<T> | null {
    return this.#find(typed, from, () => true);
  }

  #find(typed: readonly TypedWord[], from: number, fits: (length: number) => boolean): Phrase<T> | null {
    const first = typed[from];
    if (first === undefined) return null;
    const entries = [
      ...(this.#byFirst.get(first.folded) ?? []),
      ...(first.meant === null ? [] : (this.#byFirst.get(fold(first.meant)) ?? [])),
    ];
    const found = entries.find(
      ({ words }) =>
        fits(words.length) &&
        words.every((word, i) => {
          const one = typed[from + i];
          return one !== undefined && isWritten(one, word);
        }),
    );
    return found === undefined ? null : { value: found.value, length: found.words.length };
  }

  /** How many words the phrase at this word has; 0 where none begins. */
  lengthAt(typed: readonly TypedWord[], from: number): number {
    return this.at(typed, from)?.length ?? 0;
  }

  /** True where a phrase ends just before this word. */
  endsBefore(typed: readonly TypedWord[], at: number): boolean {
    return [1, 2, 3, 4].some(
      (back) => at >= back && this.#find(typed, at - back, (length) => length === back) !== null,
    );
  }
}

/** A book of phrases without meanings. */
export const phraseSet = (phrases: readonly string[]): PhraseBook<true> =>
  new PhraseBook(phrases.map((phrase) => [phrase, true] as const));
