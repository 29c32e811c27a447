import type { CaseQuery, Found } from "../../book/find/case-query.ts";
import { findableWords } from "../../book/find/case-words.ts";
import type { ReportBook } from "../../book/report-book.ts";
import type { CaseSummary } from "../../case.ts";

/** Of so many words each is looked for by itself, in so many cases. */
const WORDS = 6;
const LOOKED_AT = 50;

/**
 * Finds as the book does; where no case has all words, those that have most of them, at least half: who searches remembers
 * the case in other words than it was told in.
 */
export async function findLoosely(
  book: ReportBook,
  query: CaseQuery,
): Promise<Found & { readonly isLoose?: true }> {
  const found = await book.find(query);
  const words = [...findableWords(query.words ?? "")].slice(0, WORDS);
  if (found.total > 0 || words.length < 2) return found;
  const hits = new Map<string, { readonly one: CaseSummary; n: number }>();
  for (const word of words) {
    const { offset: _, ...all } = query;
    const { cases } = await book.find({ ...all, words: word, limit: LOOKED_AT });
    for (const one of cases) {
      const hit = hits.get(one.code) ?? { one, n: 0 };
      hit.n += 1;
      hits.set(one.code, hit);
    }
  }
  const most = Math.max(0, ...[...hits.values()].map(({ n }) => n));
  if (most < words.length / 2) return found;
  const cases = [...hits.values()].filter(({ n }) => n === most).map(({ one }) => one);
  return {
    cases: cases.slice(query.offset ?? 0, (query.offset ?? 0) + query.limit),
    total: cases.length,
    overdue: 0,
    isCut: false,
    isLoose: true,
  };
}
