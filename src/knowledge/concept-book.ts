import { fold, isUnmarked } from "../language/fold.ts";
import { PatternBook } from "../language/pattern-book.ts";

/** A concept and the words that name it: `start` (inclusive) to `end` (exclusive). */
export interface Mention {
  readonly concept: string;
  readonly start: number;
  readonly end: number;
}

/** The name of the entry for phrases that only look like one of the others. */
const NONE = "-";

/** Finds the concepts of a table (concept → phrases that name it) in words, typed with or without marks. */
export class ConceptBook {
  readonly #concepts = new Map<string, string[]>();
  readonly #book: PatternBook;

  constructor(table: Readonly<Record<string, readonly string[]>>) {
    for (const [concept, phrases] of Object.entries(table)) {
      for (const phrase of phrases)
        this.#concepts.set(phrase, [...(this.#concepts.get(phrase) ?? []), concept]);
    }
    this.#book = new PatternBook([...this.#concepts.keys()], { gap: 4 });
  }

  /** Every mention. Of phrases with the same beginning the longest; none within a longer phrase that names nothing. */
  mentions(words: readonly string[]): Mention[] {
    const folded = words.map(fold);
    const hasMarks = words.some((word) => !isUnmarked(word));
    const spans = this.#book
      .all({ clean: "", expanded: "", words, folded, hasMarks })
      .filter(({ start, end, source }) => !hasMarks || end - start > 1 || words[start] === source)
      .flatMap(({ start, end, source }) =>
        (this.#concepts.get(source) ?? []).map((concept) => ({ concept, start, end })),
      );
    const empty = spans.filter(({ concept }) => concept === NONE);
    return spans.filter(
      ({ concept, start, end }) =>
        concept !== NONE && !empty.some((other) => other.start <= start && end <= other.end),
    );
  }

  concepts(words: readonly string[]): Set<string> {
    return new Set(this.mentions(words).map(({ concept }) => concept));
  }
}
