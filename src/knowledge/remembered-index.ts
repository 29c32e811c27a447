import type { Hit, KnowledgeIndex } from "./knowledge-index.ts";

/** For how long a search is answered from memory: after an ingest, old answers may be given for so long, in milliseconds. */
export const REMEMBERED_FOR = 5_000;
/** Searches kept: a burst of people asking the same, and the follow-ups of one turn. */
const MOST = 200;

interface Remembered {
  readonly until: number;
  readonly hits: readonly Hit[];
}

/**
 * The index, asked only once for what is asked again within seconds: a turn searches for the same thing from two sides,
 * and after a broadcast many people ask the same.
 * @param now the present, in milliseconds since the epoch
 */
export function rememberSearches(index: KnowledgeIndex, now: () => number): KnowledgeIndex {
  const known = new Map<string, Remembered>();
  return {
    async search(question, { audience, limit, within = "" }) {
      const key = JSON.stringify([question, audience, limit, within]);
      const remembered = known.get(key);
      if (remembered !== undefined && remembered.until > now()) return remembered.hits;
      const hits = await index.search(question, { audience, limit, ...(within !== "" && { within }) });
      known.delete(key);
      known.set(key, { hits, until: now() + REMEMBERED_FOR });
      if (known.size > MOST) known.delete(known.keys().next().value as string);
      return hits;
    },
  };
}
