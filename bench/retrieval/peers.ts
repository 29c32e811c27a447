import FlexSearch from "flexsearch";
import MiniSearch from "minisearch";
import type { Library } from "../../src/knowledge/document.ts";
import { fold } from "../../src/language/fold.ts";
import type { Find } from "./engines.ts";

const TEN = 10;

/** Well-kept libraries in memory, as their manuals use them, and MiniSearch with our folding. */
export function memoryPeers({ passages }: Library): Readonly<Record<string, Find>> {
  const documents = passages.map(({ id, headings, text }) => ({ id, title: headings.join("\n"), text }));
  const fields = ["title", "text"];
  const mini = new MiniSearch({ fields });
  const folded = new MiniSearch({ fields, processTerm: fold });
  mini.addAll(documents);
  folded.addAll(documents);
  const flex = new FlexSearch.Index({ tokenize: "strict" });
  for (const [at, { title, text }] of documents.entries()) flex.add(at, `${title}\n${text}`);
  const first = (hits: readonly { readonly id: string }[]) => hits.slice(0, TEN).map(({ id }) => id);
  return {
    MiniSearch: async (question) => first(mini.search(question)),
    "MiniSearch, folded": async (question) => first(folded.search(question)),
    FlexSearch: async (question) =>
      flex.search(question, { limit: TEN, suggest: true }).flatMap((at) => documents[Number(at)]?.id ?? []),
  };
}
