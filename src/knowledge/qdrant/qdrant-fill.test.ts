import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testLibrary } from "../../../test/knowledge/library.ts";
import { ALIAS, openQdrantBench, type QdrantBench, VERSION } from "../../../test/knowledge/qdrant.ts";
import { createOpenAiEmbedder } from "../../model/embeddings/openai-embedder.ts";
import { readLibrary } from "../document.ts";
import type { Passage } from "../knowledge-index.ts";
import { fillQdrant } from "./qdrant-fill.ts";

const NEXT = "fedcba9876543210fedcba9876543210";
const passages = testLibrary().passages;
const open = passages.filter(({ document }) => document.audience === "public");

let bench: QdrantBench;
beforeEach(async () => {
  bench = await openQdrantBench();
});
afterEach(() => bench.close());

const embeddedTexts = () => bench.embeddings.calls.items.flatMap(({ input }) => input);
const behindAlias = () => bench.qdrant.collections.get(bench.qdrant.aliases.get(ALIAS) ?? "");
const many = (n: number): Passage[] =>
  Array.from({ length: n }, (_, i) => ({ ...(passages[0] as Passage), id: `nhieu#${i}`, text: `Mục ${i}` }));

describe("fillQdrant", () => {
  it("fills a collection of its own and lets the alias point to it", async () => {
    const filled = await bench.fill();
    expect(filled).toMatchObject({ points: passages.length, embedded: open.length, changed: true });
    expect(filled.collection).toMatch(/^thu-[0-9a-f]{8}$/u);
    expect(bench.qdrant.aliases.get(ALIAS)).toBe(filled.collection);
    const points = [...(behindAlias()?.points.values() ?? [])];
    expect(points.map(({ payload }) => payload.passage).sort()).toEqual(passages.map(({ id }) => id).sort());
    expect(behindAlias()?.indexed).toEqual(new Set(["audience", "document", "version", "embedding"]));
  });

  it("gives Qdrant no text", async () => {
    await bench.fill();
    const sent = JSON.stringify(bench.qdrant.calls.items);
    for (const { text } of passages) expect(sent).not.toContain(text.slice(0, 30));
  });

  it("lets the embedding server see no internal passage", async () => {
    await bench.fill();
    expect(embeddedTexts()).toHaveLength(open.length);
    expect(embeddedTexts().join("\n")).not.toContain("Lịch trực");
  });

  it("marks internal passages, and never gets a secret document", async () => {
    const secret = [
      "---",
      "id: mat",
      "title: Mật",
      "as_of: 2026-01-01",
      "audience: internal",
      "class: secret",
    ];
    const library = readLibrary([
      { name: "documents/mat.md", text: [...secret, "---", "## Mật?", "Kín.", "", "Nguồn: A"].join("\n") },
    ]);
    await bench.fill({ passages: [...passages, ...library.passages] });
    const payloads = [...(behindAlias()?.points.values() ?? [])].map(({ payload }) => payload);
    expect(payloads.filter(({ document }) => document === "mat")).toEqual([]);
    const internal = payloads.filter(({ audience }) => audience === "internal").map((p) => p.document);
    expect(new Set(internal)).toEqual(new Set(["noi-bo"]));
  });

  it("changes nothing the second time", async () => {
    await bench.fill();
    const before = bench.embeddings.calls.items.length;
    expect(await bench.fill()).toMatchObject({ changed: false, written: 0 });
    expect(bench.embeddings.calls.items).toHaveLength(before);
  });

  it("takes unchanged vectors over, embeds the rest, and removes the old collection", async () => {
    const { collection: old } = await bench.fill();
    const [first, ...others] = passages as [Passage, ...Passage[]];
    const before = embeddedTexts().length;
    const filled = await bench.fill({
      version: NEXT,
      passages: [{ ...first, text: "Nội dung mới." }, ...others.slice(1)],
    });
    expect(filled).toMatchObject({
      embedded: 1,
      takenOver: open.length - 2,
      points: passages.length - 1,
    });
    expect(embeddedTexts().slice(before)).toEqual([expect.stringContaining("Nội dung mới.")]);
    expect([...bench.qdrant.collections.keys()]).toEqual([filled.collection]);
    expect(filled.collection).not.toBe(old);
    const ids = [...(behindAlias()?.points.values() ?? [])].map(({ payload }) => payload.passage);
    expect(ids).not.toContain(others[0]?.id);
  });

  it("takes no vector over from another model", async () => {
    await bench.fill();
    const other = createOpenAiEmbedder({
      apiKey: "planted-key",
      baseUrl: bench.embeddings.url,
      model: "mo-hinh-khac",
      dimensions: bench.embedder.dimensions,
    });
    expect(await bench.fill({ embedder: other })).toMatchObject({ takenOver: 0, embedded: open.length });
  });

  it("goes on where it was interrupted; the alias meanwhile points where it did", async () => {
    await bench.fill();
    const old = bench.qdrant.aliases.get(ALIAS);
    const library = many(150);
    let calls = 0;
    const stops = {
      ...bench.embedder,
      embed: async (texts: readonly string[]) => {
        calls += 1;
        if (calls > 1) throw new Error("the power went");
        return bench.embedder.embed(texts);
      },
    };
    await expect(bench.fill({ version: NEXT, passages: library, embedder: stops })).rejects.toThrow("power");
    expect(bench.qdrant.aliases.get(ALIAS)).toBe(old);
    const filled = await bench.fill({ version: NEXT, passages: library });
    expect(filled).toMatchObject({ points: 150, written: 86, embedded: 86 });
    expect(bench.qdrant.aliases.get(ALIAS)).toBe(filled.collection);
  });

  it("tells its progress, batch by batch", async () => {
    const told: number[] = [];
    await bench.fill({ passages: many(130), onProgress: ({ written }) => told.push(written) });
    expect(told).toEqual([64, 128, 130]);
    expect(Math.max(...bench.embeddings.calls.items.map(({ input }) => input.length))).toBe(64);
  });

  it("rebuilds from nothing", async () => {
    await bench.fill();
    const before = embeddedTexts().length;
    const filled = await bench.fill({ rebuild: true });
    expect(filled).toMatchObject({ embedded: open.length, takenOver: 0, changed: true });
    expect(embeddedTexts()).toHaveLength(before * 2);
    expect([...bench.qdrant.collections.keys()]).toEqual([filled.collection]);
  });

  it("does without embeddings", async () => {
    const { store } = bench;
    await fillQdrant({ store, alias: ALIAS, passages, version: VERSION, pause: async () => {} });
    expect(behindAlias()?.points.size).toBe(passages.length);
    expect(bench.embeddings.calls.items).toHaveLength(0);
  });

  it("doesn't switch to a collection that lacks points", async () => {
    bench.qdrant.fail(
      { kind: "status", status: 200, body: JSON.stringify({ result: { count: 1 }, status: "ok", time: 0 }) },
      { on: "/points/count" },
    );
    await expect(bench.fill()).rejects.toMatchObject({ code: "qdrant_incomplete" });
    expect(bench.qdrant.aliases.size).toBe(0);
  });

  it("touches no other collection, and says where the alias' name is taken", async () => {
    await bench.store.create("thu-nghiem-khac", 3);
    await bench.store.create("thu-0000000", 3);
    await bench.fill();
    expect([...bench.qdrant.collections.keys()]).toEqual(
      expect.arrayContaining(["thu-nghiem-khac", "thu-0000000"]),
    );
    await expect(bench.fill({ alias: "thu-nghiem-khac" })).rejects.toMatchObject({
      code: "qdrant_name_taken",
    });
  });

  it("keeps to the version that it was given", async () => {
    await bench.fill();
    const versions = [...(behindAlias()?.points.values() ?? [])].map(({ payload }) => payload.version);
    expect(new Set(versions)).toEqual(new Set([VERSION]));
  });
});
