import { expandAbbreviations } from "../language/abbreviations.ts";
import { DOCUMENT_KINDS } from "../language/document-kinds.ts";
import { fold, normaliseTone } from "../language/fold.ts";
import { syllables } from "../language/syllables.ts";

const KIND_BY_TYPED = new Map(
  DOCUMENT_KINDS.flatMap(({ name, typed = [] }) => typed.map((short) => [short, name])),
);
/** "TT 124", "tt124/2021", "NĐ số 144": the kind of a document, but only before its number. */
const KIND_BEFORE_NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}/-])(${[...KIND_BY_TYPED.keys()].join("|")})[\\s.]*(?=(?:(?:số|so)\\s*)?\\d)`,
  "gu",
);

/**
 * The words of a text as the index has them: lower case, abbreviations written out, with marks, one tone position.
 * Documents and questions use this same function.
 */
export function readWords(text: string): string[] {
  const lower = text.normalize("NFC").toLowerCase();
  const kindsWritten = lower.replace(KIND_BEFORE_NUMBER, (_, kind: string) => `${KIND_BY_TYPED.get(kind)} `);
  return syllables(expandAbbreviations(kindsWritten)).map(normaliseTone);
}

/** Two neighbouring syllables as one term: most Vietnamese words are two syllables. */
export function pair(first: string, second: string): string {
  return `${first}_${second}`;
}

/** Folded syllables and pairs of neighbours, in order, for one column of the full-text index. */
export function indexTerms(text: string): string {
  const folded = readWords(text).map(fold);
  const pairs = folded.slice(1).map((syllable, i) => pair(folded[i] as string, syllable));
  return [...folded, ...pairs].join(" ");
}
