import { afterEach, beforeEach, expect, it } from "vitest";
import { EmbeddingsStandIn } from "../../sandbox/standins/embeddings.ts";
import { planBuild } from "../../src/knowledge/build-index.ts";
import { testLibrary } from "../../test/knowledge/library.ts";
import { openMemoryDatabase } from "../../test/knowledge/sqlite.ts";
import { ingestLocal } from "./ingest.ts";
import { ingestSimilarity, similarityStatements } from "./ingest-similarity.ts";

const library = testLibrary();
const build = await planBuild(library, [], 0);
const prepared = { build, passages: library.passages };
const DIMENSIONS = 64;

let server: EmbeddingsStandIn;
let lines: string[];
const log = (line: string) => lines.push(line);
const settings = () => ({
  embeddings: { apiKey: "planted-key", baseUrl: server.url, model: "thu", dimensions: DIMENSIONS },
});

async function filled() {
  const db = openMemoryDatabase();
  const summary = {
    version: build.version,
    documents: 0,
    passages: 0,
    figures: 0,
    refused: [],
    doubtful: [],
  };
  await ingestLocal(db, { prepared: { ...prepared, summary } });
  return db;
}

beforeEach(async () => {
  server = await EmbeddingsStandIn.listen(DIMENSIONS);
  lines = [];
});
afterEach(() => server.close());

it("does nothing where no embedding model is set", async () => {
  expect(await ingestSimilarity(await filled(), prepared, {}, { log })).toBe(true);
  expect(lines).toEqual([]);
});

it("embeds every public section once", async () => {
  const db = await filled();
  const open = library.passages.filter(({ document }) => document.audience === "public").length;
  expect(await ingestSimilarity(db, prepared, settings(), { log })).toBe(true);
  expect(lines.at(-1)).toContain(`${open} mục`);
  expect(await ingestSimilarity(db, prepared, settings(), { log })).toBe(true);
  expect(lines.at(-1)).toContain("không có gì mới");
});

it("plans the same for a database elsewhere, and nothing where no model is set", async () => {
  expect(await similarityStatements(prepared, {}, { log })).toEqual([]);
  const [first] = (await similarityStatements(prepared, settings(), { log })) ?? [];
  expect(first?.params[0]).toBe(build.version);
  server.fail({ kind: "error", code: 401 }, { times: 9 });
  expect(await similarityStatements(prepared, settings(), { log })).toBeNull();
});

it("says why it failed and what to do, without the key", async () => {
  const db = await filled();
  server.fail({ kind: "error", code: 401 }, { times: 9 });
  expect(await ingestSimilarity(db, prepared, settings(), { log })).toBe(false);
  expect(lines.join("\n")).toContain("Cần làm");
  expect(lines.join("\n")).not.toContain("planted-key");
});
