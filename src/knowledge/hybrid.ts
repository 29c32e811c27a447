import { mergeHits } from "./hybrid-order.ts";
import { type Patience, ServiceBeside } from "./in-time.ts";
import type { Hit, KnowledgeIndex, SearchOptions } from "./knowledge-index.ts";

/** A second index besides the embedded one; it may fail. */
export interface SecondIndex {
  /**
   * Hits, judged as the embedded index judges its own; null where the index was not asked, because nothing of the
   * question may be sent or the question has no words. Throws where it can't answer.
   */
  find(question: string, options: SearchOptions, signal: AbortSignal): Promise<readonly Hit[] | null>;
}

export interface HybridOptions extends Patience {
  readonly embedded: KnowledgeIndex;
  readonly second: SecondIndex;
  /** True where a hit is a sure answer: then nothing may come before it. */
  readonly isSure: (hit: Hit) => boolean;
}

/** A passage that covers this much of the question has its words: an index with that passage must find something. */
const HOLDS_THE_WORDS = 0.5;

/** The embedded index, with what a second one finds in time. The embedded one always answers. */
export function createHybridIndex(options: HybridOptions): KnowledgeIndex {
  const { embedded, second, isSure } = options;
  const beside = new ServiceBeside("beside_timeout", options);
  return {
    async search(question, search) {
      const [own, found] = await Promise.all([
        embedded.search(question, search),
        beside.ask((signal) => second.find(question, search, signal)),
      ]);
      if (found === null) return own;
      const first = own[0];
      if (found.length === 0 && first !== undefined && first.coverage >= HOLDS_THE_WORDS)
        beside.fail("qdrant_stale");
      return mergeHits(own, found, search.limit, isSure);
    },
  };
}
