import type { Config } from "../../config.ts";
import { judge } from "../../knowledge/confidence.ts";
import { createD1Index } from "../../knowledge/d1-index.ts";
import { createHybridIndex } from "../../knowledge/hybrid.ts";
import type { KnowledgeIndex } from "../../knowledge/knowledge-index.ts";
import { createQdrantSearch } from "../../knowledge/qdrant/qdrant-search.ts";
import { QdrantStore } from "../../knowledge/qdrant/qdrant-store.ts";
import { localDay } from "../../language/dates.ts";
import { maskPersonal } from "../../language/privacy/mask.ts";
import { Ledger } from "../../ledger/ledger.ts";
import { createOpenAiEmbedder } from "../../model/embeddings/openai-embedder.ts";
import { logEvent } from "../../platform/log.ts";

/** A call that outlives its search is of no use to anyone. */
const CALL_MS = 1_500;

/** The knowledge in D1 and, where Qdrant is set, what that finds beside it. */
export function createKnowledgeIndex(
  databases: { readonly KNOWLEDGE: D1Database; readonly LEDGER: D1Database },
  { qdrant, embeddings }: Pick<Config, "qdrant" | "embeddings">,
): KnowledgeIndex {
  const embedded = createD1Index(databases.KNOWLEDGE);
  if (qdrant === undefined) return embedded;
  const ledger = new Ledger(databases.LEDGER);
  return createHybridIndex({
    embedded,
    beside: createQdrantSearch({
      store: new QdrantStore({ ...qdrant, timeoutMs: CALL_MS }),
      alias: qdrant.collection,
      db: databases.KNOWLEDGE,
      ...(embeddings !== undefined && { embedder: createOpenAiEmbedder(embeddings) }),
      outgoing: (question) => maskPersonal(question).text,
    }),
    isSure: (hit) => judge(hit) === "answer",
    now: Date.now,
    report: (code) => {
      logEvent("retrieval_failed", { code });
      void ledger.count(localDay(Date.now()), "knowledge", code);
    },
  });
}
