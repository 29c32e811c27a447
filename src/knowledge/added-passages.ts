import { fold } from "../language/fold.ts";
import { type CommonTerm, commonTermsBm25 } from "./bm25.ts";
import type { Encoder } from "./encoder.ts";
import type { Passage, SearchOptions } from "./knowledge-index.ts";
import type { OwnWordings } from "./own-wordings.ts";
import type { ReadRow } from "./passage-row.ts";
import { sought } from "./passage-terms.ts";
import { type Vocabulary, vocabularyOf } from "./search-vocabulary.ts";
import { encodeWordings, type StoredWordings, wordingsBy } from "./wordings.ts";

/** A passage besides the built knowledge, with its words as the index reads them. */
export interface AddedPassage {
  readonly passage: Passage;
  /** With a space between them. */
  readonly words: string;
  readonly stored: StoredWordings;
}

/** Passages that came after the knowledge was built, such as those of a document sent by message. */
export interface Added {
  /** Another one where anything of them has changed. */
  readonly version: string;
  readonly passages: readonly AddedPassage[];
}

/** Gives the passages of now; cheap, as each search asks. Never throws: where they can't be read there are none. */
export type ReadAdded = () => Promise<Added>;

export const NOTHING_ADDED: Added = { version: "", passages: [] };

interface AddedRow extends ReadRow {
  /** Negative: the rows of the built knowledge count up. */
  readonly id: number;
  /** Folded words, a space before and after each. */
  readonly bare: string;
  readonly length: number;
}

/** Added passages, prepared for searching beside the built ones. */
export class AddedRows {
  readonly version: string;
  readonly rows: ReadonlyMap<number, ReadRow>;
  readonly wordings: ReadonlyMap<number, OwnWordings>;
  readonly #all: readonly AddedRow[];
  readonly #ids: ReadonlySet<string>;
  readonly #frequencies = new Map<string, number>();

  constructor({ version, passages }: Added, encoder: Encoder) {
    this.version = version;
    const folds = new Map<string, string>();
    this.#all = passages.map(({ passage, words, stored }, i) => {
      const folded = words.split(" ").map((word) => foldedBy(folds, word));
      for (const word of new Set(folded)) this.#frequencies.set(word, (this.#frequencies.get(word) ?? 0) + 1);
      return { id: -1 - i, passage, words, stored, bare: ` ${folded.join(" ")} `, length: folded.length };
    });
    this.#ids = new Set(passages.map(({ passage }) => passage.id));
    this.rows = new Map(this.#all.map((row) => [row.id, row]));
    this.wordings = new Map(
      passages.flatMap(({ passage, stored }, i) => {
        const own = wordingsBy(encoder, stored);
        const { id, document } = passage;
        const { audience } = document;
        return own === undefined
          ? []
          : [[-1 - i, { passage: id, document: document.id, audience, ...own }] as const];
      }),
    );
  }

  /** Whether a passage is one of these. */
  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** How many passages have each word, the added ones too: a word that only they have is no slip. */
  with(vocabulary: Vocabulary): Vocabulary {
    if (this.#all.length === 0) return vocabulary;
    return vocabularyOf(
      vocabulary.passages + this.#all.length,
      (term) => vocabulary.frequency(term) + (this.#frequencies.get(term) ?? 0),
    );
  }

  /** Those that have one of the terms, with a BM25 that is comparable to the full-text search's, the best first. */
  find(
    terms: readonly string[],
    { audience, within = "" }: Pick<SearchOptions, "audience" | "within">,
    vocabulary: Vocabulary,
    limit: number,
  ): { readonly id: number; readonly bm25: number }[] {
    const common = terms.map(
      (term): CommonTerm => ({ sought: sought(term), frequency: frequencyOf(term, vocabulary) }),
    );
    return this.#all
      .filter(
        ({ passage: { document } }) =>
          (document.audience === "public" || audience === "internal") &&
          (within === "" || document.id === within),
      )
      .map(({ id, bare, length }) => ({
        id,
        bm25: commonTermsBm25(common, bare, length, { passages: vocabulary.passages, meanWords: MEAN_WORDS }),
      }))
      .filter(({ bm25 }) => bm25 > 0)
      .sort((a, b) => b.bm25 - a.bm25)
      .slice(0, limit);
  }
}

/** Thousands of sections have a few thousand words between them: each is folded once. */
function foldedBy(known: Map<string, string>, word: string): string {
  const folded = known.get(word) ?? fold(word);
  known.set(word, folded);
  return folded;
}

/** The words of an ordinary section, with its headings and its asks. */
const MEAN_WORDS = 150;

/** A pair isn't counted where it is rare: it is at most as common as the rarer of its words. */
function frequencyOf(term: string, { frequency }: Vocabulary): number {
  const [first = "", second] = term.split("_");
  const known = frequency(term);
  return second === undefined || known > 0 ? known : Math.min(frequency(first), frequency(second)) / 2;
}

/** A passage's words and learned wordings, as they are stored with it. */
export const readyToAdd = (passage: Passage, words: readonly string[], encoder: Encoder): AddedPassage => ({
  passage,
  words: words.join(" "),
  stored: encodeWordings(passage, encoder),
});
