import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EmbeddingsStandIn } from "../../sandbox/standins/embeddings.ts";
import type { Fault } from "../../sandbox/standins/faults.ts";
import { QdrantStandIn } from "../../sandbox/standins/qdrant.ts";
import { checkQdrant } from "./qdrant-check.ts";

let qdrant: QdrantStandIn;
let embeddings: EmbeddingsStandIn;
beforeEach(async () => {
  qdrant = await QdrantStandIn.listen({ apiKey: "planted-qdrant-key" });
  embeddings = await EmbeddingsStandIn.listen(64);
});
afterEach(() => Promise.all([qdrant.close(), embeddings.close()]));

const settings = () => ({ url: qdrant.url, apiKey: "planted-qdrant-key", collection: "thu" });
const embedding = () => ({
  apiKey: "planted-key",
  baseUrl: embeddings.url,
  model: "thu-nghiem",
  dimensions: 64,
});
const levels = (findings: readonly { level: string }[]) => new Set(findings.map(({ level }) => level));

/** Every call that the bot and the ingest make: what docs/qdrant.md promises is few. */
const CALLS = [
  "DELETE /collections/{name}",
  "GET /aliases",
  "GET /collections",
  "POST /collections/aliases",
  "POST /collections/{name}/points",
  "POST /collections/{name}/points/count",
  "POST /collections/{name}/points/query",
  "PUT /collections/{name}",
  "PUT /collections/{name}/index",
  "PUT /collections/{name}/points",
];

describe("checkQdrant", () => {
  it.each([["with embeddings"], ["without"]])(
    "does every call once and leaves nothing behind: %s",
    async (which) => {
      const findings = await checkQdrant({
        qdrant: settings(),
        ...(which === "with embeddings" && { embeddings: embedding() }),
      });
      expect(levels(findings)).toEqual(new Set(["ok", "note"]));
      expect([...new Set(qdrant.calls.items.map(({ endpoint }) => endpoint))].sort()).toEqual(CALLS);
      expect(qdrant.collections.size + qdrant.aliases.size).toBe(0);
    },
  );

  it.each(CALLS)("shows a fault at %s, and still cleans up", async (endpoint) => {
    qdrant.fail({ kind: "error", code: 500 }, { on: endpoint });
    const findings = await checkQdrant({ qdrant: settings() });
    const faults = findings.filter(({ level }) => level === "fault");
    expect(faults).toHaveLength(1);
    expect(faults[0]?.todo).toBeDefined();
    if (!endpoint.startsWith("DELETE")) expect(qdrant.collections.size).toBe(0);
  });

  it("says so where the key is wrong, without the key", async () => {
    const findings = await checkQdrant({ qdrant: { ...settings(), apiKey: "planted-wrong-key" } });
    expect(findings.find(({ level }) => level === "fault")).toMatchObject({
      what: expect.stringContaining("qdrant_unauthorised"),
      todo: expect.stringContaining("QDRANT_API_KEY"),
    });
    expect(JSON.stringify(findings)).not.toMatch(/planted/u);
  });

  it("says so where answers come that aren't Qdrant's", async () => {
    const empty: Fault = {
      kind: "status",
      status: 200,
      body: '{"result":{"points":[]},"status":"ok","time":0}',
    };
    qdrant.fail(empty, { on: "/points/query" });
    const findings = await checkQdrant({ qdrant: settings() });
    expect(findings.find(({ level }) => level === "fault")?.what).toContain("khác mong đợi");
  });

  it("says so where the vectors have another size", async () => {
    embeddings.spoilt = "wrong size";
    const [finding] = await checkQdrant({ qdrant: settings(), embeddings: embedding() });
    expect(finding).toMatchObject({
      level: "fault",
      todo: expect.stringContaining("OPENAI_EMBEDDING_DIMENSIONS"),
    });
  });

  it("touches no collection of others", async () => {
    await checkQdrant({ qdrant: settings() });
    const before = qdrant.calls.items.length;
    qdrant.aliases.set("thu", "thu-0a1b2c3d");
    await checkQdrant({ qdrant: settings() }).catch(() => undefined);
    expect(qdrant.calls.items.slice(before).filter(({ method }) => method === "DELETE")).toHaveLength(1);
    expect(qdrant.aliases.get("thu")).toBe("thu-0a1b2c3d");
  });
});
