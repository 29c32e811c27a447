/** FTS5's constants, so that scores computed here are comparable with those of the full-text search. */
const K1 = 1.2;
const B = 0.75;
/** The weight of a term in more than half of the passages; FTS5 gives it almost none too. */
const LEAST = 1e-6;

/** A term that was left out of the full-text search because it is too common. */
export interface CommonTerm {
  /** The term in folded text: a space before and after each syllable. */
  readonly sought: string;
  /** The number of passages with it. */
  readonly frequency: number;
}

/**
 * What the common terms add to a passage's BM25. With it, the passages found by the rarer terms have the order that a
 * search for all terms would give.
 * @param bare folded words, a space before and after each
 * @param words how many words the passage has
 * @param corpus the number of passages, and the average number of words of those found
 */
export function commonTermsBm25(
  terms: readonly CommonTerm[],
  bare: string,
  words: number,
  { passages, meanWords }: { readonly passages: number; readonly meanWords: number },
): number {
  const norm = K1 * (1 - B + (B * words) / Math.max(meanWords, 1));
  return terms.reduce((sum, { sought, frequency }) => {
    const times = occurrences(bare, sought);
    if (times === 0) return sum;
    const idf = Math.max(LEAST, Math.log((passages - frequency + 0.5) / (frequency + 0.5)));
    return sum + (idf * times * (K1 + 1)) / (times + norm);
  }, 0);
}

/** Neighbours share the space between them. */
function occurrences(text: string, sought: string): number {
  let times = 0;
  for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + sought.length - 1)) times++;
  return times;
}
