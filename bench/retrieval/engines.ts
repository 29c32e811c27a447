import { createD1Index } from "../../src/knowledge/d1-index.ts";
import type { SqlDatabase } from "../../src/knowledge/index-sql.ts";
import { fold } from "../../src/language/fold.ts";
import { syllables } from "../../src/language/syllables.ts";

/** Finds the ids of the best ten passages, best first. */
export type Find = (question: string) => Promise<readonly string[]>;

/** What runs on D1: the production index, the recipe it has to beat, and full text as it comes. */
export const ENGINES = {
  ours: (db: SqlDatabase): Find => {
    const index = createD1Index(db);
    return async (question) =>
      (await index.search(question, { audience: "public", limit: TEN })).map(({ passage }) => passage.id);
  },
  recipe: (db: SqlDatabase): Find => fullText(db, "recipe", recipeTerms),
  "FTS5 unicode61": (db: SqlDatabase): Find => fullText(db, "plain", (text) => syllables(text)),
} as const;

export type EngineName = keyof typeof ENGINES;

const TEN = 10;

/** Folded syllables and pairs of neighbours: nothing more. */
export function recipeTerms(text: string): string[] {
  const folded = syllables(fold(text.normalize("NFC")));
  return [...folded, ...folded.slice(1).map((second, i) => `${folded[i]}_${second}`)];
}

function fullText(db: SqlDatabase, table: "recipe" | "plain", termsOf: (text: string) => string[]): Find {
  const statement = db.prepare(
    `SELECT id FROM ${table} WHERE ${table} MATCH ?1 ORDER BY bm25(${table}, 0, 2, 1) LIMIT ${TEN}`,
  );
  return async (question) => {
    const match = [...new Set(termsOf(question))].map((term) => `"${term}"`).join(" OR ");
    if (match === "") return [];
    const { results } = await statement.bind(match).all<{ id: string }>();
    return results.map(({ id }) => id);
  };
}

/** The tables of the engines that aren't ours. */
export const TABLES: readonly string[] = [
  `CREATE VIRTUAL TABLE recipe USING fts5 (id UNINDEXED, title, body, tokenize = "unicode61 remove_diacritics 0 tokenchars '_'")`,
  "CREATE VIRTUAL TABLE plain USING fts5 (id UNINDEXED, title, body)",
];
