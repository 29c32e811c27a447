import type { Audience, Hit, KnowledgeIndex } from "../../knowledge/knowledge-index.ts";
import type { Search } from "./found.ts";

/** The same search; it also remembers everything that it found. */
export function remembering(search: Search): { readonly search: Search; readonly seen: Hit[] } {
  const seen: Hit[] = [];
  return {
    seen,
    search: async (question, within) => {
      const hits = await search(question, within);
      seen.push(...hits);
      return hits;
    },
  };
}

/** What this audience may find. */
export function searchFor(knowledge: Pick<KnowledgeIndex, "search">, audience: Audience): Search {
  return (question, within) =>
    knowledge.search(question, { audience, limit: 8, ...(within !== undefined && { within }) });
}
