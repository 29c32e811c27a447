import { fold } from "../language/fold.ts";
import { ASPECTS, SUBJECTS, TOPICS } from "./concepts.ts";
import type { Passage } from "./knowledge-index.ts";
import { readWords } from "./terms.ts";

/** The words of a text between blanks: looking for a term in them costs less than making a set of all terms. */
export interface Terms {
  /** Folded syllables in order. */
  readonly folded: readonly string[];
  /** Without marks, a blank before and behind each. */
  readonly bare: string;
  /** As written, a blank before and behind each. */
  readonly marked: string;
}

/** A question that a passage answers: its heading, or another way of asking. */
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

/** @param words the passage's words as the index read them, with a blank between them; read anew where absent */
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

/** Reads each passage once and remembers the last ones, by id: for passages of one version. */
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

/** A term, "thong" or "thong_tu", as it stands in `bare` and `marked`. */
export function sought(term: string): string {
  return ` ${term.replace("_", " ")} `;
}

function termsOf(words: readonly string[]): Terms {
  const folded = words.map(fold);
  return { folded, bare: ` ${folded.join(" ")} `, marked: ` ${words.join(" ")} ` };
}

/** What a heading is about matters to few questions: each sign is read when it is first asked for. */
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
