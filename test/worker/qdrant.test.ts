import { beforeAll, describe, expect, inject, it } from "vitest";
import { createKnowledgeIndex } from "../../src/assistant/wiring/create-services.ts";
import { applyBuild, planBuild } from "../../src/knowledge/build-index.ts";
import { createD1Index } from "../../src/knowledge/d1-index.ts";
import { readLibrary } from "../../src/knowledge/document.ts";
import { fillQdrant } from "../../src/knowledge/qdrant/qdrant-fill.ts";
import { createQdrantSearch } from "../../src/knowledge/qdrant/qdrant-search.ts";
import { QdrantStore } from "../../src/knowledge/qdrant/qdrant-store.ts";
import { localDay } from "../../src/language/dates.ts";
import { Ledger } from "../../src/ledger/ledger.ts";
import { createOpenAiEmbedder } from "../../src/model/embeddings/openai-embedder.ts";
import { bindings, migrate } from "./bindings.ts";

const TEXT = `---
id: khu-dan-cu
title: Khu dân cư an toàn
as_of: 2026-11-20
audience: public
class: public
---
## Khu dân cư an toàn là gì?
> Hỏi: thế nào là khu dân cư an toàn

Là nơi giữ được an ninh, trật tự.

Nguồn: Tài liệu thử

## Ai xét khu dân cư an toàn?
> Hỏi: cơ quan nào xét

Hội đồng xét mỗi năm một lần.

Nguồn: Tài liệu thử
`;
const library = readLibrary([{ name: "documents/khu-dan-cu.md", text: TEXT }]);
const ALIAS = "tren-workerd";
const PUBLIC = { audience: "public", limit: 8 } as const;

const store = new QdrantStore({ url: inject("qdrantUrl"), timeoutMs: 60_000 });
const embeddings = {
  apiKey: "planted-key",
  baseUrl: inject("embeddingsUrl"),
  model: "thu-nghiem",
  dimensions: 64,
};

beforeAll(async () => {
  await migrate();
  const build = await planBuild(library, [], 0);
  await applyBuild(bindings.KNOWLEDGE, build);
  await fillQdrant({
    store,
    alias: ALIAS,
    passages: library.passages,
    version: build.version,
    embedder: createOpenAiEmbedder(embeddings),
    pause: async () => {},
  });
});

describe("Qdrant from workerd", () => {
  it("finds passages over HTTP, by meaning and by words", async () => {
    const beside = createQdrantSearch({
      store,
      alias: ALIAS,
      db: bindings.KNOWLEDGE,
      embedder: createOpenAiEmbedder(embeddings),
      outgoing: (question) => question,
    });
    const hits = await beside.find("ai xet khu dan cu an toan", PUBLIC, new AbortController().signal);
    expect(hits?.[0]?.passage.id).toBe("khu-dan-cu#ai-xet-khu-dan-cu-an-toan");
  });

  it("answers from D1 where Qdrant refuses, and counts it for the operator", async () => {
    const beside = createQdrantSearch({
      store,
      alias: "khong-co",
      db: bindings.KNOWLEDGE,
      outgoing: (question) => question,
    });
    await expect(
      beside.find("khu dân cư an toàn", PUBLIC, new AbortController().signal),
    ).rejects.toMatchObject({ code: "qdrant_missing" });
    const index = createKnowledgeIndex(bindings, {
      qdrant: { url: "http://127.0.0.1:9", collection: ALIAS },
    });
    const embedded = createD1Index(bindings.KNOWLEDGE);
    const question = "khu dân cư an toàn là gì";
    expect(await index.search(question, PUBLIC)).toEqual(await embedded.search(question, PUBLIC));
    const kinds = async () => Object.keys(await new Ledger(bindings.LEDGER).countsOf(localDay(Date.now())));
    await expect.poll(kinds).toEqual(["knowledge.qdrant_unreachable"]);
  });
});
