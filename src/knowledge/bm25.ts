/** FTS5's constants: what is added here must be of the same measure as what full-text search found. */
const K1 = 1.2;
const B = 0.75;
/** A term in more than half of the passages; FTS5 gives it next to nothing too. */
const LEAST = 1e-6;

/** A term that full-text search wasn't asked for because it is too common to find anything. */
export interface CommonTerm {
  /** As it stands in folded text: a blank before and behind each syllable. */
  readonly sought: string;
  /** In how many passages it stands. */
  readonly frequency: number;
}

/**
 * What the common terms add to a passage's BM25: with it the passages that the telling terms found stand in the order
 * that a search for every term would give them.
 * @param bare folded words, a blank before and behind each
 * @param words how many words the passage has
 * @param corpus how many passages there are, and how many words one of those found has on average
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

/** Neighbours share the blank between them. */
function occurrences(text: string, sought: string): number {
  let times = 0;
  for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + sought.length - 1)) times++;
  return times;
}
