import type { DenseVector, Embedder } from "../../model/embeddings/embedder.ts";
import { BATCH, embedPatiently, type Pause } from "../../model/embeddings/patient.ts";
import type { SqlDatabase, SqlStatement } from "../index-sql.ts";
import type { Passage } from "../knowledge-index.ts";
import { middleOf, packed, wordingsFor } from "./section-vectors.ts";

export interface SimilarityPlan {
  /** The version that the statements write to; one that isn't there is left alone. */
  readonly version: string;
  readonly passages: readonly Passage[];
  readonly embedder: Embedder;
  readonly pause: Pause;
  /** Called after each call to the embedding server. */
  readonly onProgress?: (done: number, all: number) => void;
}

const STORED = `
SELECT id FROM passages WHERE version = ?1 AND body->>'similarIn' = ?2`;

const STORE = `
UPDATE passages SET body = json_patch(body, given.value) FROM json_each(?2) given
WHERE passages.version = ?1 AND passages.id = given.key`;

/** Sections in one statement: well below the longest that D1 takes, with vectors of any usual size. */
const CHUNK = 25;

/**
 * Says where each public section's wordings lie in an embedding model's space, and writes it beside the section. What is
 * there already isn't asked for again. Internal sections are never sent.
 * @returns how many sections were written
 * @throws EmbeddingError, and what D1 throws; what was there stays
 */
export async function fillSimilarity(db: SqlDatabase, plan: SimilarityPlan): Promise<number> {
  const { results } = await db
    .prepare(STORED)
    .bind(plan.version, plan.embedder.name)
    .all<{ readonly id: string }>();
  const there = new Set(results.map(({ id }) => id));
  const missing = plan.passages.filter(
    ({ id, document }) => document.audience === "public" && !there.has(id),
  );
  const statements = await planSimilarity({ ...plan, passages: missing });
  if (statements.length > 0)
    await db.batch(statements.map(({ sql, params }) => db.prepare(sql).bind(...params)));
  return missing.length;
}

/** The statements alone, for a database elsewhere. @throws EmbeddingError */
export async function planSimilarity({
  version,
  passages,
  embedder,
  pause,
  onProgress,
}: SimilarityPlan): Promise<readonly SqlStatement[]> {
  const open = passages.filter(({ document }) => document.audience === "public");
  const wordings = open.flatMap(wordingsFor);
  const vectors: DenseVector[] = [];
  for (let at = 0; at < wordings.length; at += BATCH) {
    vectors.push(...(await embedPatiently(embedder, wordings.slice(at, at + BATCH), pause)));
    onProgress?.(vectors.length, wordings.length);
  }
  let from = 0;
  const rows = open.map((passage): [string, object] => {
    const own = vectors.slice(from, from + wordingsFor(passage).length);
    from += own.length;
    return [passage.id, { similarIn: embedder.name, similar: packed(middleOf(own)) }];
  });
  return Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, i) => ({
    sql: STORE,
    params: [version, JSON.stringify(Object.fromEntries(rows.slice(i * CHUNK, (i + 1) * CHUNK)))],
  }));
}
