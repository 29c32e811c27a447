import type { Embedder } from "../../model/embeddings/embedder.ts";
import { LEARNED_ENCODER } from "../encoder.ts";
import type { SecondIndex } from "../hybrid.ts";
import type { SqlDatabase } from "../index-sql.ts";
import { rank } from "../rank.ts";
import { readQuestion } from "../reduced-question.ts";
import type { Similarity } from "../similarity/similarity.ts";
import { createVersionCache } from "./passage-cache.ts";
import type { QdrantStore } from "./qdrant-store.ts";
import { sparseOfQuestion } from "./sparse.ts";

export interface QdrantSearchOptions {
  readonly store: QdrantStore;
  readonly alias: string;
  /** Where the texts are. */
  readonly db: SqlDatabase;
  /** Absent = only by words. */
  readonly embedder?: Embedder;
  /** The part of a question that may be sent: personal data is masked. */
  readonly outgoing: (question: string) => string;
  /** As the embedded index asks for it, so that a hit means the same in both. */
  readonly similarity?: Similarity;
}

/** As many as the embedded index ranks. */
const CANDIDATES = 16;
/** At most so much of a question is sent. */
const QUESTION_CHARACTERS = 500;

/**
 * Qdrant as the second index. Its hits are read from D1 and judged with the embedded index's own measures, so that a
 * hit means the same in both. Throws QdrantError, EmbeddingError, and what D1 throws.
 */
export function createQdrantSearch({
  store,
  alias,
  db,
  embedder,
  outgoing,
  similarity,
}: QdrantSearchOptions): SecondIndex {
  const activeVersion = createVersionCache(db);
  return {
    async find(question, options, signal) {
      const sent = outgoing(question).slice(0, QUESTION_CHARACTERS);
      const active = await activeVersion();
      if (active === null || sent.trim() === "") return null;
      const { version, vocabulary, read } = active;
      const sparse = sparseOfQuestion(readQuestion(sent, vocabulary));
      if (sparse.indices.length === 0) return null;
      const [vector] = embedder === undefined ? [] : await embedder.embed([sent], signal);
      const ids = await store.query(alias, {
        sparse,
        ...(vector !== undefined &&
          embedder !== undefined && { dense: { vector, embedding: embedder.name } }),
        filter: {
          version,
          audiences: options.audience === "internal" ? ["public", "internal"] : ["public"],
          ...(options.within !== undefined && { document: options.within }),
        },
        limit: CANDIDATES,
      });
      const candidates = (await active.passages(ids, options)).map((found) => ({ ...found, bm25: 0 }));
      const asked = {
        question: readQuestion(question, vocabulary),
        encoded: LEARNED_ENCODER.encode(question),
        alike: await similarity?.alike(question, version),
      };
      return rank(asked, candidates, vocabulary, read);
    },
  };
}
