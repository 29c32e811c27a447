import { type Audience, type Hit, isNamed, type KnowledgeIndex } from "../../knowledge/knowledge-index.ts";
import type { Search } from "./found.ts";

/** The same search; it also remembers everything that it found. */
export function remembering(search: Search): { readonly search: Search; readonly seen: Hit[] } {
  const seen: Hit[] = [];
  return {
    seen,
    search: async (...asked) => {
      const hits = await search(...asked);
      seen.push(...hits);
      return hits;
    },
  };
}

/** What this audience may find. */
export function searchFor(knowledge: Pick<KnowledgeIndex, "search">, audience: Audience): Search {
  return async (question, within, without) => {
    const hits = await knowledge.search(question, {
      audience,
      limit: 8,
      ...(within !== undefined && { within }),
      ...(without !== undefined && { without }),
    });
    return hits.filter(({ passage }) => !isNamed(passage, without));
  };
}
