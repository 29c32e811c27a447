import { afterEach, describe, expect, it } from "vitest";
import { EmbeddingsStandIn, type Spoilt } from "../../../sandbox/standins/embeddings.ts";
import { createOpenAiEmbedder } from "./openai-embedder.ts";
import { BATCH, embedPatiently } from "./patient.ts";

const DIMENSIONS = 32;
const open: EmbeddingsStandIn[] = [];

async function standIn(): Promise<EmbeddingsStandIn> {
  const server = await EmbeddingsStandIn.listen(DIMENSIONS);
  open.push(server);
  return server;
}

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const embedderOf = (server: EmbeddingsStandIn) =>
  createOpenAiEmbedder({
    apiKey: "planted-key",
    baseUrl: server.url,
    model: "thu-nghiem",
    dimensions: DIMENSIONS,
  });

describe("createOpenAiEmbedder", () => {
  it("gives a vector of the right size for each text, in order", async () => {
    const server = await standIn();
    const vectors = await embedderOf(server).embed(["khu dân cư", "doanh nghiệp"]);
    expect(vectors).toEqual([server.vectorOf("khu dân cư"), server.vectorOf("doanh nghiệp")]);
  });

  it("asks nothing for no text", async () => {
    const server = await standIn();
    expect(await embedderOf(server).embed([])).toEqual([]);
    expect(server.calls.items).toHaveLength(0);
  });

  it.each<[Spoilt, string]>([
    ["wrong size", "embeddings_wrong_size"],
    ["NaN", "embeddings_junk"],
    ["null", "embeddings_junk"],
    ["Infinity", "embeddings_junk"],
    ["zero", "embeddings_junk"],
    ["too few", "embeddings_junk"],
    ["twice", "embeddings_junk"],
    ["not JSON", "embeddings_junk"],
  ])("refuses vectors that are none: %s", async (spoilt, code) => {
    const server = await standIn();
    server.spoilt = spoilt;
    await expect(embedderOf(server).embed(["một", "hai"])).rejects.toMatchObject({ code });
  });

  it.each([
    [{ kind: "rate-limited", retryAfter: 7 } as const, { code: "embeddings_rate_limited", afterMs: 7_000 }],
    [{ kind: "status", status: 500 } as const, { code: "embeddings_server_error" }],
    [{ kind: "error", code: 401 } as const, { code: "embeddings_rejected" }],
    [{ kind: "drop" } as const, { code: "embeddings_unreachable" }],
  ])("says why it failed: %j", async (fault, expected) => {
    const server = await standIn();
    server.fail(fault);
    await expect(embedderOf(server).embed(["một"])).rejects.toMatchObject(expected);
    expect(server.calls.items).toHaveLength(0);
  });

  it("gives up at the signal", async () => {
    const server = await standIn();
    server.fail({ kind: "hang" });
    const asked = embedderOf(server).embed(["một"], AbortSignal.timeout(20));
    await expect(asked).rejects.toMatchObject({ code: "embeddings_timeout" });
  });

  it("leaves the size unsaid where the server refuses to be told one, and remembers", async () => {
    const server = await standIn();
    server.refusesDimensions = true;
    const embedder = embedderOf(server);
    await embedder.embed(["một"]);
    await embedder.embed(["hai"]);
    expect(server.calls.items.map(({ dimensions }) => dimensions)).toEqual([undefined, undefined]);
  });
});

describe("embedPatiently", () => {
  it("waits for as long as the server wants, then goes on", async () => {
    const server = await standIn();
    server.fail({ kind: "rate-limited", retryAfter: 3 }, { times: 2 });
    const pauses: number[] = [];
    const vectors = await embedPatiently(embedderOf(server), ["một"], async (ms) => void pauses.push(ms));
    expect(vectors).toHaveLength(1);
    expect(pauses).toEqual([3_000, 3_000]);
  });

  it("doubles its own pause, and gives up in the end", async () => {
    const server = await standIn();
    server.fail({ kind: "status", status: 503 }, { times: Number.POSITIVE_INFINITY });
    const pauses: number[] = [];
    const asked = embedPatiently(embedderOf(server), ["một"], async (ms) => void pauses.push(ms));
    await expect(asked).rejects.toMatchObject({ code: "embeddings_server_error" });
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000]);
  });

  it("doesn't wait where waiting doesn't help", async () => {
    const server = await standIn();
    server.spoilt = "wrong size";
    const pauses: number[] = [];
    const asked = embedPatiently(embedderOf(server), ["một"], async (ms) => void pauses.push(ms));
    await expect(asked).rejects.toMatchObject({ code: "embeddings_wrong_size" });
    expect(pauses).toEqual([]);
  });

  it("asks for few enough texts at once", () => {
    expect(BATCH).toBeLessThanOrEqual(64);
  });
});
