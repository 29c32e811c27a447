import { fold } from "../language/fold.ts";
import { ASPECTS, SUBJECTS, TOPICS } from "./concepts.ts";
import type { Passage } from "./knowledge-index.ts";
import { readWords } from "./terms.ts";

/** The words of a text, separated by spaces: searching a term in them is cheaper than making a set of all terms. */
export interface Terms {
  /** Folded syllables in order. */
  readonly folded: readonly string[];
  /** Without marks, a space before and after each. */
  readonly bare: string;
  /** As written, a space before and after each. */
  readonly marked: string;
}

/** A question that a passage answers: its heading, or another form. */
export interface OwnQuestion {
  readonly text: string;
  readonly terms: Terms;
  readonly aspects: ReadonlySet<string>;
  readonly subjects: ReadonlySet<string>;
  readonly topics: ReadonlySet<string>;
}

/** The terms of a passage: all of it, and each of the questions that it answers. */
export interface PassageTerms {
  readonly whole: Terms;
  /** The heading first. */
  readonly questions: readonly OwnQuestion[];
}

/** @param words the passage's words as the index read them, with a space between them; read again where absent */
export type PassageReader = (passage: Passage, words?: string) => PassageTerms;

export function readPassage(passage: Passage, words?: string): PassageTerms {
  const { document, headings, text, asks } = passage;
  return {
    whole: termsOf(
      words?.split(" ") ?? readWords([document.number ?? "", ...headings, text, ...asks].join("\n")),
    ),
    questions: [headings.at(-1) ?? "", ...asks].map((question) => new ReadQuestion(question)),
  };
}

/** Reads each passage once and remembers the latest ones by id: for passages of one version. */
export function createPassageReader(remember: number): PassageReader {
  const known = new Map<string, PassageTerms>();
  return (passage, words) => {
    const found = known.get(passage.id) ?? readPassage(passage, words);
    known.delete(passage.id);
    known.set(passage.id, found);
    if (known.size > remember) known.delete(known.keys().next().value as string);
    return found;
  };
}

/** A term, "thong" or "thong_tu", as `bare` and `marked` have it. */
export function sought(term: string): string {
  return ` ${term.replace("_", " ")} `;
}

function termsOf(words: readonly string[]): Terms {
  const folded = words.map(fold);
  return { folded, bare: ` ${folded.join(" ")} `, marked: ` ${words.join(" ")} ` };
}

/** Few questions need all properties of a heading: each is computed when it is first used. */
class ReadQuestion implements OwnQuestion {
  readonly text: string;
  readonly #words: () => readonly string[];
  readonly #terms: () => Terms;
  readonly #aspects: () => ReadonlySet<string>;
  readonly #subjects: () => ReadonlySet<string>;
  readonly #topics: () => ReadonlySet<string>;

  constructor(text: string) {
    this.text = text;
    this.#words = once(() => readWords(text));
    this.#terms = once(() => termsOf(this.#words()));
    this.#aspects = once(() => ASPECTS.concepts(this.#words()));
    this.#subjects = once(() => SUBJECTS.concepts(this.#words()));
    this.#topics = once(() => TOPICS.concepts(this.#words()));
  }

  get terms(): Terms {
    return this.#terms();
  }

  get aspects(): ReadonlySet<string> {
    return this.#aspects();
  }

  get subjects(): ReadonlySet<string> {
    return this.#subjects();
  }

  get topics(): ReadonlySet<string> {
    return this.#topics();
  }
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
