import { EmbeddingsStandIn } from "../../sandbox/standins/embeddings.ts";
import { QdrantStandIn } from "../../sandbox/standins/qdrant.ts";
import { type Filled, fillQdrant } from "../../src/knowledge/qdrant/qdrant-fill.ts";
import { QdrantStore } from "../../src/knowledge/qdrant/qdrant-store.ts";
import type { Embedder } from "../../src/model/embeddings/embedder.ts";
import { createOpenAiEmbedder } from "../../src/model/embeddings/openai-embedder.ts";
import { testLibrary } from "./library.ts";

export const ALIAS = "thu";
export const VERSION = "0123456789abcdef0123456789abcdef";
const DIMENSIONS = 512;

/** A Qdrant and an embeddings server on loopback, and the production clients for both. */
export interface QdrantBench {
  readonly qdrant: QdrantStandIn;
  readonly embeddings: EmbeddingsStandIn;
  readonly store: QdrantStore;
  readonly embedder: Embedder;
  /** Fills from the test documents. */
  fill(options?: Partial<Parameters<typeof fillQdrant>[0]>): Promise<Filled>;
  close(): Promise<void>;
}

export async function openQdrantBench(): Promise<QdrantBench> {
  const qdrant = await QdrantStandIn.listen();
  const embeddings = await EmbeddingsStandIn.listen(DIMENSIONS);
  const store = new QdrantStore({ url: qdrant.url, timeoutMs: 60_000 });
  const embedder = createOpenAiEmbedder({
    apiKey: "planted-key",
    baseUrl: embeddings.url,
    model: "thu-nghiem",
    dimensions: DIMENSIONS,
  });
  return {
    qdrant,
    embeddings,
    store,
    embedder,
    fill: (options = {}) =>
      fillQdrant({
        store,
        alias: ALIAS,
        passages: testLibrary().passages,
        version: VERSION,
        embedder,
        pause: async () => {},
        ...options,
      }),
    close: async () => {
      await Promise.all([qdrant.close(), embeddings.close()]);
    },
  };
}
