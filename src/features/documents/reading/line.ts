/** A paragraph of a document, or a row of a table, whatever file it came from. */
export interface Line {
  readonly text: string;
  /** Counted from 1. */
  readonly page: number;
  /** The whole line is bold, or in another type than the rest: perhaps a heading. */
  readonly isEmphasised: boolean;
  /** Where its parts stand apart, as in a table or in a letterhead of two columns: each part. */
  readonly cells?: readonly string[];
  /** It is a row of a table, and its text names the columns. */
  readonly isRow?: boolean;
}

/** Why a document can't be read, as `documents-wording.ts` says it. */
export type DocumentProblem =
  | "empty"
  | "not_a_document"
  | "old_word"
  | "encrypted"
  | "broken"
  | "too_large"
  | "too_many_pages"
  | "scanned"
  | "unknown_letters";

export type ReadDocument =
  | {
      readonly lines: readonly Line[];
      readonly pages: number;
      /** Pages on which no words were found: pictures, perhaps. */
      readonly withoutWords: readonly number[];
      readonly problem?: never;
    }
  | { readonly problem: DocumentProblem; readonly lines?: never };

/** The most pages that are read. */
export const MAX_PAGES = 100;
/** The most letters: what so many pages hold. */
export const MAX_LETTERS = MAX_PAGES * 4_500;

/**
 * Spaces of all kinds as one, in composed letters. Soft hyphens stay: in the fonts of before Unicode they are letters.
 */
export const tidy = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/gu, "")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
