import { PhraseBook, type Span } from "./phrase-book.ts";
import type { Utterance } from "./utterance.ts";

const AND = " & ";

/** Phrases of which some must stand together: "vay & dọa". */
export class RuleMatcher {
  readonly #single: PhraseBook;
  readonly #joint: readonly (readonly PhraseBook[])[];
  readonly words: ReadonlySet<string>;

  constructor(rules: readonly string[]) {
    this.#single = new PhraseBook(rules.filter((rule) => !rule.includes(AND)));
    this.#joint = rules
      .filter((rule) => rule.includes(AND))
      .map((rule) => rule.split(AND).map((phrase) => new PhraseBook([phrase])));
    this.words = new Set([this.#single, ...this.#joint.flat()].flatMap((book) => [...book.words]));
  }

  /** Where a rule is met (its first phrase), or null. */
  first(utterance: Utterance): Span | null {
    const single = this.#single.first(utterance);
    if (single !== null) return single;
    for (const books of this.#joint) {
      const spans = books.map((book) => book.first(utterance));
      if (spans.every((span) => span !== null)) return spans[0] ?? null;
    }
    return null;
  }
}
