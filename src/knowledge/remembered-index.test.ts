import { describe, expect, it } from "vitest";
import type { KnowledgeIndex } from "./knowledge-index.ts";
import { REMEMBERED_FOR, rememberSearches } from "./remembered-index.ts";

/** An index that counts how often it was asked. */
function counting(): { index: KnowledgeIndex; asked: string[] } {
  const asked: string[] = [];
  const index: KnowledgeIndex = {
    async search(question, { audience, within = "" }) {
      asked.push(`${question}|${audience}|${within}`);
      return [];
    },
  };
  return { index, asked };
}

describe("remembered searches", () => {
  it("asks once for the same question, and again when it is old", async () => {
    let now = 0;
    const { index, asked } = counting();
    const remembering = rememberSearches(index, () => now);
    const search = () => remembering.search("113", { audience: "public", limit: 8 });
    await search();
    await search();
    expect(asked).toHaveLength(1);
    now = REMEMBERED_FOR;
    await search();
    expect(asked).toHaveLength(2);
  });

  it("never answers one audience, or one document, with what another found", async () => {
    const { index, asked } = counting();
    const remembering = rememberSearches(index, () => 0);
    await remembering.search("113", { audience: "internal", limit: 8 });
    await remembering.search("113", { audience: "public", limit: 8 });
    await remembering.search("113", { audience: "public", limit: 8, within: "a" });
    expect(asked).toEqual(["113|internal|", "113|public|", "113|public|a"]);
  });
});
