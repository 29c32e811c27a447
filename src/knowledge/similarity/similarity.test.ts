import { beforeEach, describe, expect, it } from "vitest";
import { testLibrary } from "../../../test/knowledge/library.ts";
import { openMemoryDatabase } from "../../../test/knowledge/sqlite.ts";
import { type Embedder, EmbeddingError } from "../../model/embeddings/embedder.ts";
import { applyBuild, planBuild } from "../build-index.ts";
import { createD1Index } from "../d1-index.ts";
import { LEARNED_ENCODER } from "../encoder.ts";
import type { SqlDatabase } from "../index-sql.ts";
import { toLiteralSql } from "../index-sql.ts";
import { fillSimilarity, planSimilarity } from "./fill-similarity.ts";
import { createSimilarity, type SimilarityOptions } from "./similarity.ts";

const library = testLibrary();
const { passages } = library;
const build = await planBuild(library, [], 0);
const { version } = build;
const PUBLIC = { audience: "public", limit: 8 } as const;
const pause = async () => {};
/** What the embedder of these tests holds for near to each other, though no letter is the same. */
const MEANT = "chuan-an-toan#nhung-noi-nao-khong-thuoc-dien-xet";
const ODD = "cơ ngơi kinh doanh bé xíu";

/** A vector a text: the same for the wordings of one section and for what is said to mean it. */
function embedderOf(named = "thu/8", meaning: Readonly<Record<string, string>> = { [ODD]: MEANT }) {
  const asked: string[] = [];
  const placeOf = new Map(
    passages.flatMap(({ headings, asks }, i) =>
      [headings.at(-1) ?? "", ...asks].map((wording) => [wording, i] as const),
    ),
  );
  const embedder: Embedder = {
    name: named,
    dimensions: 16,
    async embed(texts) {
      asked.push(...texts);
      return texts.map((text) => {
        const place = placeOf.get(text) ?? passages.findIndex(({ id }) => id === meaning[text]);
        return Array.from({ length: 16 }, (_, d) => (d === 15 ? 3 : Number(d === place)));
      });
    },
  };
  return { embedder, asked };
}

let db: SqlDatabase;
let told: string[];
let now: number;
beforeEach(async () => {
  db = openMemoryDatabase();
  await applyBuild(db, build);
  told = [];
  now = 0;
});

const fill = (embedder: Embedder) => fillSimilarity(db, { version, passages, embedder, pause });
const similarityOf = (embedder: Embedder, options: Partial<SimilarityOptions> = {}) =>
  createSimilarity({
    db,
    embedder,
    outgoing: (text) => text,
    report: (code) => told.push(code),
    now: () => now,
    patienceMs: 60_000,
    ...options,
  });
const best = (alike: ReadonlyMap<string, number> | null) =>
  [...(alike ?? [])].sort(([, a], [, b]) => b - a)[0]?.[0];

describe("filling", () => {
  it("sends no internal section, and nothing twice", async () => {
    const { embedder, asked } = embedderOf();
    const internal = passages.find(({ document }) => document.audience === "internal");
    expect(await fill(embedder)).toBe(passages.length - 1);
    expect(asked).not.toContain(internal?.headings.at(-1));
    const before = asked.length;
    expect(await fill(embedder)).toBe(0);
    expect(asked).toHaveLength(before);
    expect(await fill(embedderOf("khac/8").embedder)).toBe(passages.length - 1);
  });

  it("leaves the sections as they were for the search", async () => {
    const before = await createD1Index(db).search("báo nhầm có bị phạt không", PUBLIC);
    await fill(embedderOf().embedder);
    expect(await createD1Index(db).search("báo nhầm có bị phạt không", PUBLIC)).toEqual(before);
  });

  it("writes nothing where the embedding server fails", async () => {
    const { embedder } = embedderOf();
    const failing: Embedder = {
      ...embedder,
      embed: async () => {
        throw new EmbeddingError("rejected");
      },
    };
    await expect(fill(failing)).rejects.toMatchObject({ code: "embeddings_rejected" });
    expect(await similarityOf(embedder).alike(ODD, version)).toBeNull();
  });

  it("can be sent to a database elsewhere as text", async () => {
    const { embedder } = embedderOf();
    for (const statement of await planSimilarity({ version, passages, embedder, pause }))
      await db.batch([db.prepare(toLiteralSql(statement))]);
    expect(best(await similarityOf(embedder).alike(ODD, version))).toBe(MEANT);
  });
});

describe("similarity", () => {
  it("finds by meaning what shares no word, and asks once for the same question", async () => {
    const { embedder, asked } = embedderOf();
    await fill(embedder);
    const similarity = similarityOf(embedder);
    const before = asked.length;
    expect(best(await similarity.alike(ODD, version))).toBe(MEANT);
    await similarity.alike(ODD, version);
    expect(asked.length).toBe(before + 1);
  });

  it("puts the marks back before it asks", async () => {
    const { embedder, asked } = embedderOf();
    await fill(embedder);
    await similarityOf(embedder).alike("bao nham co bi phat khong", version);
    expect(asked.at(-1)).toBe("báo nhầm có bị phạt không");
  });

  it("sends only what may leave, and asks nobody where nothing may", async () => {
    const { embedder, asked } = embedderOf();
    await fill(embedder);
    const before = asked.length;
    await similarityOf(embedder, { outgoing: (text) => text.replace(/\d+/u, "[số]") }).alike(
      "số 0900",
      version,
    );
    expect(asked.slice(before)).toEqual(["số [số]"]);
    expect(await similarityOf(embedder, { outgoing: () => " " }).alike(ODD, version)).toBeNull();
    expect(asked).toHaveLength(before + 1);
  });

  it("is unknown where another model filled it, and known once it is filled while we run", async () => {
    const { embedder } = embedderOf();
    await fill(embedderOf("khac/8").embedder);
    const similarity = similarityOf(embedder);
    expect(await similarity.alike(ODD, version)).toBeNull();
    await fill(embedder);
    now = 60_001;
    expect(best(await similarity.alike(ODD, version))).toBe(MEANT);
  });
});

describe("a search with an embedding model", () => {
  const idsOf = (hits: readonly { passage: { id: string } }[]) => hits.map(({ passage }) => passage.id);

  it("looks at what is similar though the words are others", async () => {
    const { embedder } = embedderOf();
    await fill(embedder);
    const hits = await createD1Index(db, LEARNED_ENCODER, similarityOf(embedder)).search(ODD, PUBLIC);
    expect(hits[0]?.passage.id).toBe(MEANT);
    expect(hits[0]?.signals?.alike).toBeGreaterThan(1);
  });

  it("never shows a citizen an internal section, and orders an official's as without one", async () => {
    const { embedder } = embedderOf();
    await fill(embedder);
    const index = createD1Index(db, LEARNED_ENCODER, similarityOf(embedder));
    const asked = "lịch trực ban cuối tuần ra sao";
    const open = await index.search(asked, PUBLIC);
    expect(open.map(({ passage }) => passage.document.audience)).not.toContain("internal");
    const own = { audience: "internal", limit: 8 } as const;
    const hits = await index.search(asked, own);
    expect(hits[0]?.passage.document.audience).toBe("internal");
    expect(hits.every(({ signals }) => signals?.alike === undefined)).toBe(true);
  });

  it.each<[string, Embedder["embed"], string]>([
    ["fails", async () => Promise.reject(new EmbeddingError("server_error")), "embeddings_server_error"],
    ["hangs", () => new Promise(() => {}), "embeddings_timeout"],
  ])("answers as without one where it %s, tells it once, and rests", async (_, embed, code) => {
    const { embedder } = embedderOf();
    await fill(embedder);
    let calls = 0;
    const broken: Embedder = {
      ...embedder,
      embed: (texts) => {
        calls += 1;
        return embed(texts);
      },
    };
    const index = createD1Index(db, LEARNED_ENCODER, similarityOf(broken, { patienceMs: 20 }));
    const plain = createD1Index(db);
    for (const asked of ["báo nhầm có bị phạt không", "thông tư 124 quy định gì"])
      expect(idsOf(await index.search(asked, PUBLIC))).toEqual(idsOf(await plain.search(asked, PUBLIC)));
    expect(told).toEqual([code]);
    expect(calls).toBe(1);
  });
});
