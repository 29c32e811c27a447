import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Spoilt } from "../../sandbox/standins/embeddings.ts";
import type { Fault } from "../../sandbox/standins/faults.ts";
import { testLibrary } from "../../test/knowledge/library.ts";
import { ALIAS, openQdrantBench, type QdrantBench } from "../../test/knowledge/qdrant.ts";
import { openMemoryDatabase } from "../../test/knowledge/sqlite.ts";
import { applyBuild, planBuild } from "./build-index.ts";
import { judge } from "./confidence.ts";
import { createD1Index } from "./d1-index.ts";
import { createHybridIndex } from "./hybrid.ts";
import type { SqlDatabase } from "./index-sql.ts";
import type { KnowledgeIndex } from "./knowledge-index.ts";
import { createQdrantSearch, type QdrantSearchOptions } from "./qdrant/qdrant-search.ts";
import { QdrantStore } from "./qdrant/qdrant-store.ts";

const library = testLibrary();
const build = await planBuild(library, [], 0);
const PUBLIC = { audience: "public", limit: 8 } as const;
const ASKED = "thông tư 124 thay thông tư nào";

let bench: QdrantBench;
let db: SqlDatabase;
let embedded: KnowledgeIndex;
let told: string[];
let now: number;

beforeEach(async () => {
  bench = await openQdrantBench();
  db = openMemoryDatabase();
  await applyBuild(db, build);
  await bench.fill({ version: build.version });
  embedded = createD1Index(db);
  told = [];
  now = 0;
});
afterEach(() => bench.close());

function hybrid(options: Partial<QdrantSearchOptions> = {}, patienceMs = 60_000): KnowledgeIndex {
  const { store, embedder } = bench;
  return createHybridIndex({
    embedded,
    second: createQdrantSearch({ store, alias: ALIAS, db, embedder, outgoing: (text) => text, ...options }),
    isSure: (hit) => judge(hit) === "answer",
    report: (code) => told.push(code),
    now: () => now,
    patienceMs,
  });
}

const queries = () => bench.qdrant.calls.items.filter(({ endpoint }) => endpoint.endsWith("/points/query"));
const idsOf = (hits: readonly { passage: { id: string } }[]) => hits.map(({ passage }) => passage.id);

describe("createHybridIndex", () => {
  it("keeps every answer of the embedded index first", async () => {
    for (const { headings, asks } of library.passages) {
      for (const question of [headings.at(-1) as string, ...asks]) {
        const own = await embedded.search(question, PUBLIC);
        const both = await hybrid().search(question, PUBLIC);
        if (own[0] !== undefined && judge(own[0]) === "answer")
          expect(idsOf(both).slice(0, own.length)).toEqual(idsOf(own));
        expect(both.map(({ score }) => score)).toEqual(
          both.map(({ score }) => score).toSorted((a, b) => b - a),
        );
      }
    }
    expect(told).toEqual([]);
  });

  it("finds by meaning what no word finds", async () => {
    const question = "vườn nhi đồng";
    expect(idsOf(await embedded.search(question, PUBLIC))).toEqual([]);
    bench.embeddings.synonyms = { nhi: "mam", dong: "non", vuon: "nha" };
    const found = await hybrid().search(question, PUBLIC);
    const hit = found.find(
      ({ passage }) => passage.id === "chuan-an-toan#nhung-noi-nao-khong-thuoc-dien-xet",
    );
    expect(hit).toMatchObject({ coverage: expect.any(Number), likeness: expect.any(Number) });
  });

  it("searches by words alone where there are no embeddings", async () => {
    const { store } = bench;
    const beside = createQdrantSearch({ store, alias: ALIAS, db, outgoing: (text) => text });
    const found = await beside.find(ASKED, PUBLIC, new AbortController().signal);
    expect(found?.[0]?.passage.id).toBe("chuan-an-toan#thong-tu-124-thay-the-van-ban-nao");
    expect(queries()[0]?.body).toMatchObject({ prefetch: [{ using: "sparse" }] });
  });

  it("never shows a citizen an internal passage, even where Qdrant has it wrong", async () => {
    for (const collection of bench.qdrant.collections.values()) {
      for (const [id, point] of collection.points)
        collection.points.set(id, { ...point, payload: { ...point.payload, audience: "public" } });
    }
    const question = "ai trực cuối tuần";
    const open = await hybrid().search(question, PUBLIC);
    expect(open.map(({ passage }) => passage.document.audience)).not.toContain("internal");
    const internal = await hybrid().search(question, { audience: "internal", limit: 8 });
    expect(internal[0]?.passage.document.id).toBe("noi-bo");
  });

  it("asks for the audience, the version and the document by filter", async () => {
    await hybrid().search(ASKED, { ...PUBLIC, within: "to-giac" });
    expect(queries()[0]?.body).toMatchObject({
      prefetch: [
        {
          using: "dense",
          filter: { must: expect.arrayContaining([{ key: "audience", match: { any: ["public"] } }]) },
        },
        {
          using: "sparse",
          filter: {
            must: [
              { key: "version", match: { value: build.version } },
              { key: "audience", match: { any: ["public"] } },
              { key: "document", match: { value: "to-giac" } },
            ],
          },
        },
      ],
      query: { fusion: "rrf" },
    });
  });

  it("sends only what may leave, and nothing where nothing may", async () => {
    await hybrid({ outgoing: () => "khu dân cư" }).search("số của tôi 0900000138 khu dân cư", PUBLIC);
    expect(JSON.stringify([bench.embeddings.calls.items.at(-1), queries()])).not.toContain("0900000138");
    const before = queries().length;
    await hybrid({ outgoing: () => "" }).search(ASKED, PUBLIC);
    expect(queries()).toHaveLength(before);
    expect(told).toEqual([]);
  });

  it.each(["", "???", "🙂", "a".repeat(20_000), "\u0000\ud800"])("takes odd input: %j", async (question) => {
    expect(await hybrid().search(question, PUBLIC)).toEqual(
      expect.arrayContaining([...(await embedded.search(question, PUBLIC))]),
    );
    expect(told).toEqual([]);
  });
});

describe("where Qdrant fails", () => {
  const FAULTS: readonly [string, Fault, string][] = [
    ["down", { kind: "drop" }, "qdrant_unreachable"],
    ["500", { kind: "status", status: 500 }, "qdrant_server_error"],
    ["400", { kind: "error", code: 400 }, "qdrant_rejected"],
    ["404", { kind: "error", code: 404 }, "qdrant_missing"],
    ["wrong key", { kind: "error", code: 401 }, "qdrant_unauthorised"],
    ["429", { kind: "rate-limited", retryAfter: 5 }, "qdrant_rate_limited"],
    ["a page of a proxy", { kind: "status", status: 200, body: "<html>" }, "qdrant_junk"],
    ["another shape", { kind: "status", status: 200, body: '{"result":{"points":[{}]}}' }, "qdrant_junk"],
    ["slow", { kind: "hang" }, "qdrant_timeout"],
  ];

  it.each(FAULTS)("gives the embedded answer: %s", async (_, fault, code) => {
    bench.qdrant.fail(fault, { on: "/points/query", times: Number.POSITIVE_INFINITY });
    const timeoutMs = fault.kind === "hang" ? 50 : 60_000;
    const store = new QdrantStore({ url: bench.qdrant.url, timeoutMs });
    expect(await hybrid({ store }).search(ASKED, PUBLIC)).toEqual(await embedded.search(ASKED, PUBLIC));
    expect(told).toEqual([code]);
  });

  it("gives the embedded answer in time where the client would wait on", async () => {
    bench.qdrant.fail({ kind: "hang" }, { on: "/points/query" });
    const store = new QdrantStore({ url: bench.qdrant.url, timeoutMs: 60_000 });
    const found = await hybrid({ store }, 50).search(ASKED, PUBLIC);
    expect(found).toEqual(await embedded.search(ASKED, PUBLIC));
    expect(told).toEqual(["beside_timeout"]);
  });

  it("gives the embedded answer where the alias or the collection is missing", async () => {
    bench.qdrant.aliases.clear();
    expect(await hybrid().search(ASKED, PUBLIC)).toEqual(await embedded.search(ASKED, PUBLIC));
    expect(told).toEqual(["qdrant_missing"]);
  });

  it("gives the embedded answer where Qdrant holds another version", async () => {
    await bench.fill({ version: "0".repeat(32) });
    expect(await hybrid().search(ASKED, PUBLIC)).toEqual(await embedded.search(ASKED, PUBLIC));
    expect(told).toEqual(["qdrant_stale"]);
  });

  it("gives the embedded answer where the vectors have another size than the collection's", async () => {
    const embedder = { ...bench.embedder, embed: async () => [[1, 2, 3]] };
    expect(await hybrid({ embedder }).search(ASKED, PUBLIC)).toEqual(await embedded.search(ASKED, PUBLIC));
    expect(told).toEqual(["qdrant_rejected"]);
  });

  it("loses nothing where half of the points are gone", async () => {
    for (const { points } of bench.qdrant.collections.values()) {
      for (const id of [...points.keys()].slice(0, points.size / 2)) points.delete(id);
    }
    for (const { headings } of library.passages) {
      const question = headings.at(-1) as string;
      const own = await embedded.search(question, PUBLIC);
      expect(idsOf(await hybrid().search(question, PUBLIC))).toEqual(expect.arrayContaining(idsOf(own)));
    }
  });

  it("leaves a dead Qdrant alone for half a minute, then tries it again", async () => {
    const index = hybrid();
    bench.qdrant.fail(
      { kind: "status", status: 503 },
      { on: "/points/query", times: Number.POSITIVE_INFINITY },
    );
    await index.search(ASKED, PUBLIC);
    const after = queries().length;
    now = 29_999;
    await index.search("khu dân cư", PUBLIC);
    expect(queries()).toHaveLength(after);
    now = 30_001;
    await Promise.all([ASKED, "khu dân cư", "tố giác"].map((question) => index.search(question, PUBLIC)));
    expect(queries().length).toBe(after + 1);
    expect(told).toEqual(["qdrant_server_error", "qdrant_server_error"]);
    bench.qdrant.recover();
    now = 60_002;
    await index.search(ASKED, PUBLIC);
    await index.search("khu dân cư", PUBLIC);
    expect(queries().length).toBe(after + 3);
  });

  it("tells the trouble of one moment once", async () => {
    const index = hybrid();
    bench.qdrant.fail(
      { kind: "status", status: 503 },
      { on: "/points/query", times: Number.POSITIVE_INFINITY },
    );
    await Promise.all([ASKED, "khu dân cư", "tố giác"].map((question) => index.search(question, PUBLIC)));
    expect(told).toEqual(["qdrant_server_error"]);
  });
});

describe("where the embeddings fail", () => {
  it.each<[Spoilt, string]>([
    ["wrong size", "embeddings_wrong_size"],
    ["NaN", "embeddings_junk"],
    ["Infinity", "embeddings_junk"],
    ["not JSON", "embeddings_junk"],
  ])("gives the embedded answer: %s", async (spoilt, code) => {
    bench.embeddings.spoilt = spoilt;
    expect(await hybrid().search(ASKED, PUBLIC)).toEqual(await embedded.search(ASKED, PUBLIC));
    expect(told).toEqual([code]);
    expect(queries()).toEqual([]);
  });

  it.each<[string, Fault, string]>([
    ["429", { kind: "rate-limited", retryAfter: 60 }, "embeddings_rate_limited"],
    ["500", { kind: "status", status: 500 }, "embeddings_server_error"],
    ["down", { kind: "drop" }, "embeddings_unreachable"],
  ])("gives the embedded answer: %s", async (_, fault, code) => {
    bench.embeddings.fail(fault);
    expect(await hybrid().search(ASKED, PUBLIC)).toEqual(await embedded.search(ASKED, PUBLIC));
    expect(told).toEqual([code]);
  });

  it("gives the embedded answer in time where they hang", async () => {
    bench.embeddings.fail({ kind: "hang" });
    expect(await hybrid({}, 50).search(ASKED, PUBLIC)).toEqual(await embedded.search(ASKED, PUBLIC));
    expect(told).toEqual(["beside_timeout"]);
  });
});
