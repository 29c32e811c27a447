import type { Hit, KnowledgeIndex } from "./knowledge-index.ts";

/** How long a search is answered from memory, in milliseconds: so long, an ingest may not be visible. */
export const REMEMBERED_FOR = 5_000;
/** Searches in memory: many people who ask the same, and the follow-ups of one turn. */
const MOST = 200;

interface Remembered {
  readonly until: number;
  readonly hits: readonly Hit[];
}

/**
 * The index with a short memory: a turn may search for the same thing twice, and after a broadcast many people ask the
 * same.
 * @param now the present, in milliseconds since the epoch
 */
export function rememberSearches(index: KnowledgeIndex, now: () => number): KnowledgeIndex {
  const known = new Map<string, Remembered>();
  return {
    async search(question, { audience, limit, within = "", without }) {
      const key = JSON.stringify([question, audience, limit, within, without]);
      const remembered = known.get(key);
      if (remembered !== undefined && remembered.until > now()) return remembered.hits;
      const hits = await index.search(question, {
        audience,
        limit,
        ...(within !== "" && { within }),
        ...(without !== undefined && { without }),
      });
      known.delete(key);
      known.set(key, { hits, until: now() + REMEMBERED_FOR });
      if (known.size > MOST) known.delete(known.keys().next().value as string);
      return hits;
    },
  };
}
