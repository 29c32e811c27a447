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
  /** Public addresses that the passage itself rests on. */
  readonly sources: readonly string[];
}

export interface Hit {
  readonly passage: Passage;
  /** Higher is better; comparable only within one answer. */
  readonly score: number;
}

export interface KnowledgeIndex {
  /** The best passages for a question, best first; never throws for odd input. */
  search(question: string, options: { readonly audience: Audience; readonly limit: number }): Promise<readonly Hit[]>;
}
