import type { DocumentRef, Passage } from "./knowledge-index.ts";

/** A stored passage: itself and its document as JSON. */
export interface PassageRow {
  readonly body: string;
  readonly ref: string;
}

/** The passage of a row, and its words as the index read them, with a space between them. */
export function readRow({ body, ref }: PassageRow): { readonly passage: Passage; readonly words: string } {
  const { words, ...rest } = JSON.parse(body) as Omit<Passage, "document"> & { readonly words: string };
  return { passage: { ...rest, document: JSON.parse(ref) as DocumentRef }, words };
}
