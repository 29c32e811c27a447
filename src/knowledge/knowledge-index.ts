import type { Ageing } from "./ageing.ts";
/** Who may see a document: everyone, or only officials. */
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
  /** Other forms of the question: searched, never shown. */
  readonly asks: readonly string[];
  /** The sources of the passage in words: the text of its "Nguồn:" line. */
  readonly citation: string;
  /** Public addresses of the passage's own sources. */
  readonly sources: readonly string[];
  /** How long it holds and how sure it is; absent where nobody has said. */
  readonly ageing?: Ageing;
}

/** What speaks for a passage, each about 0..1. */
export interface Signals {
  /** The cosine of the question and the nearest of the passage's own wordings, by the learned table. */
  readonly meaning: number;
  /** The mean of the three nearest. */
  readonly around: number;
  /** The mean of all of them. */
  readonly centre: number;
  /** The mean of the nearest passages of its document. */
  readonly document: number;
  /** The share of words and pairs that the question and the most similar own wording have in common. */
  readonly likeness: number;
  /** As a share of the best candidate's. */
  readonly bm25: number;
  /** The share of the question's words that the passage has. */
  readonly coverage: number;
  /** The share of the question's two rarest words that it has. */
  readonly telling: number;
  /** The share of its own topic, of the words of most of its wordings, that the question names. */
  readonly topic: number;
  /** The share of the asked aspects that one of its own wordings asks for, by words. */
  readonly aspects: number;
  /** The same by the learned aspects. */
  readonly asked: number;
  /** The share of words with exactly the typed marks. */
  readonly marks: number;
  /** Less than 1 where it names another document, subject or topic, or lacks the matter asked for. */
  readonly trust: number;
  /** How similar the section is by an embedding model, in standard deviations; absent where none is asked. */
  readonly alike?: number;
}

export interface Hit {
  readonly passage: Passage;
  /** Higher is better; comparable only within one answer. */
  readonly score: number;
  /** The share of the question that this passage covers, 0..1: rare words weigh more, question words nothing. */
  readonly coverage: number;
  /** The similarity of the question and the most similar of the passage's own questions, 0..1. */
  readonly likeness: number;
  /** The passage's own question (its heading, or another form) that is most similar to the question. */
  readonly nearest?: string;
  /** What the score was made of, where it is a learned one. */
  readonly signals?: Signals;
  /** How probable it is that this passage answers, 0..1: of ten hits at 0.9, nine do. Absent where nothing is learned. */
  readonly chance?: number;
  /** True where only the second index found it, by meaning: its words say little. */
  readonly byMeaning?: boolean;
}

/** A passage by its document and its own heading. */
export interface SectionName {
  readonly document: string;
  readonly heading: string;
}

export const isNamed = ({ document, headings }: Passage, name: SectionName | undefined): boolean =>
  document.id === name?.document && headings.at(-1) === name.heading;

export interface SearchOptions {
  /** "internal" finds the public passages too. */
  readonly audience: Audience;
  readonly limit: number;
  /** Only passages of this document. */
  readonly within?: string;
  /** Not this one: the others are judged as if it weren't there. */
  readonly without?: SectionName;
}

export interface KnowledgeIndex {
  /**
   * The best passages for a question, best first; never throws for odd input.
   * @example const [best] = await index.search("phong trào là gì", { audience: "public", limit: 3 });
   */
  search(question: string, options: SearchOptions): Promise<readonly Hit[]>;
}
