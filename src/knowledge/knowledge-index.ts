/** The knowledge as the answerer sees it: passages found for a question, each with its source. */
export type Audience = "public" | "internal";

/** Where a passage comes from; everything a citation needs. Dates are ISO (YYYY-MM-DD). */
export interface DocumentRef {
  readonly id: string;
  readonly title: string;
  /** Official number, e.g. "124/2021/TT-BCA". */
  readonly number?: string;
  readonly issuer?: string;
  readonly issued?: string;
  readonly effective?: string;
  /** The day on which the text was last checked against its sources. */
  readonly asOf: string;
  readonly url?: string;
  readonly audience: Audience;
}

export interface Passage {
  readonly id: string;
  readonly document: DocumentRef;
  /** Headings from the document's title down to the passage's own. */
  readonly headings: readonly string[];
  readonly text: string;
  /** Other ways in which people ask for it: searched, never shown. */
  readonly asks: readonly string[];
  /** What the passage rests on, in words: the text of its "Nguồn:" line. */
  readonly citation: string;
  /** Public addresses that the passage itself rests on. */
  readonly sources: readonly string[];
}

export interface Hit {
  readonly passage: Passage;
  /** Higher is better; comparable only within one answer. */
  readonly score: number;
  /** The share of the question's weight that this passage carries, 0..1: rare words weigh more, question words nothing. */
  readonly coverage: number;
  /** How alike the question and the nearest of the passage's own questions are, 0..1. */
  readonly likeness: number;
  /** The passage's own question (heading or another way of asking) that is nearest to the question. */
  readonly nearest?: string;
  /** True where only the index beside found it, by what it means: its words tell little. */
  readonly byMeaning?: boolean;
}

export interface SearchOptions {
  /** "internal" finds the public passages too. */
  readonly audience: Audience;
  readonly limit: number;
  /** Only passages of this document. */
  readonly within?: string;
}

export interface KnowledgeIndex {
  /** The best passages for a question, best first; never throws for odd input. */
  search(question: string, options: SearchOptions): Promise<readonly Hit[]>;
}
