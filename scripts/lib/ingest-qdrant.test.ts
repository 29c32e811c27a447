import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EmbeddingsStandIn } from "../../sandbox/standins/embeddings.ts";
import { QdrantStandIn } from "../../sandbox/standins/qdrant.ts";
import { ingestQdrant } from "./ingest-qdrant.ts";
import { preparedKnowledge } from "./prepared.ts";

const prepared = await preparedKnowledge();

let qdrant: QdrantStandIn;
let embeddings: EmbeddingsStandIn;
let lines: string[];
beforeEach(async () => {
  qdrant = await QdrantStandIn.listen();
  embeddings = await EmbeddingsStandIn.listen(128);
  lines = [];
});
afterEach(() => Promise.all([qdrant.close(), embeddings.close()]));

const log = (line: string) => void lines.push(line);
const settings = () => ({
  qdrant: { url: qdrant.url, collection: "tro-ly-138" },
  embeddings: { apiKey: "planted-key", baseUrl: embeddings.url, model: "thu", dimensions: 128 },
});

describe("ingestQdrant", () => {
  it("does nothing where Qdrant isn't set", async () => {
    expect(await ingestQdrant(prepared, {}, { log })).toBe(true);
    expect(lines).toEqual([]);
  });

  it("fills it from knowledge/, telling how far it is, and the second time has nothing to do", async () => {
    expect(await ingestQdrant(prepared, settings(), { log })).toBe(true);
    const total = prepared.passages.length;
    expect(qdrant.collections.get(qdrant.aliases.get("tro-ly-138") ?? "")?.points.size).toBe(total);
    expect(lines[0]).toContain(`đã ghi 64/${total} mục (nhúng mới`);
    expect(lines.at(-1)).toContain(`Đã nạp Qdrant: ${total} mục`);
    await ingestQdrant(prepared, settings(), { log });
    expect(lines.at(-1)).toContain("Qdrant không có gì mới");
  });

  it("says what failed and what to do, without a secret, and that D1 goes on", async () => {
    embeddings.spoilt = "wrong size";
    expect(await ingestQdrant(prepared, settings(), { log })).toBe(false);
    expect(lines.join("\n")).toContain("embeddings_wrong_size");
    expect(lines.join("\n")).toContain("OPENAI_EMBEDDING_DIMENSIONS");
    expect(lines.join("\n")).toContain("D1 đã sẵn sàng");
    expect(lines.join("\n")).not.toContain("planted");
  });
});
