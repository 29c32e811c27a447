import type { TestProject } from "vitest/node";
import { EmbeddingsStandIn } from "../../sandbox/standins/embeddings.ts";
import { QdrantStandIn } from "../../sandbox/standins/qdrant.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly qdrantUrl: string;
    readonly embeddingsUrl: string;
  }
}

/** Servers on loopback for what runs on workerd: it reaches them over real HTTP. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const qdrant = await QdrantStandIn.listen();
  const embeddings = await EmbeddingsStandIn.listen();
  provide("qdrantUrl", qdrant.url);
  provide("embeddingsUrl", embeddings.url);
  return async () => {
    await Promise.all([qdrant.close(), embeddings.close()]);
  };
}
