import type { DocumentRef, Passage } from "./knowledge-index.ts";
import type { StoredSimilarity } from "./similarity/section-vectors.ts";
import type { StoredWordings } from "./wordings.ts";

/** A stored passage: itself and its document as JSON. */
export interface PassageRow {
  readonly body: string;
  readonly ref: string;
}

/** What stands in `body`: the passage, its words as the index read them, and what models make of its own wordings. */
export interface PassageBody
  extends Omit<Passage, "document">,
    Partial<StoredWordings>,
    Partial<StoredSimilarity> {
  readonly words: string;
}

/** A passage as its row has it. */
export interface ReadRow {
  readonly passage: Passage;
  /** Its words as the index read them, with a space between them. */
  readonly words: string;
  readonly stored?: StoredWordings;
}

export function readRow({ body, ref }: PassageRow): ReadRow {
  const {
    words,
    encoder,
    wordings,
    similarIn: _in,
    similar: _similar,
    ...rest
  } = JSON.parse(body) as PassageBody;
  const passage = { ...rest, document: JSON.parse(ref) as DocumentRef };
  const isLearned = encoder !== undefined && wordings !== undefined;
  return { passage, words, ...(isLearned && { stored: { encoder, wordings } }) };
}
