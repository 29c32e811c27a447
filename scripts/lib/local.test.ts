import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyBuild, planBuild } from "../../src/knowledge/build-index.ts";
import { createD1Index } from "../../src/knowledge/d1-index.ts";
import { testLibrary } from "../../test/knowledge/library.ts";
import { type Local, migrateLocal, openLocal } from "./local.ts";

let folder: string;
let local: Local;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tro-ly-138-test-"));
  local = await openLocal({ persistTo: folder });
}, 60_000);
afterAll(async () => {
  await local.dispose();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

describe("the local databases, on D1 itself", () => {
  it("migrates once and leaves the journal that wrangler reads", async () => {
    await migrateLocal(local);
    await migrateLocal(local);
    for (const db of [local.LEDGER, local.KNOWLEDGE]) {
      const { results } = await db
        .prepare("SELECT name FROM d1_migrations ORDER BY id")
        .all<{ name: string }>();
      expect(results[0]?.name).toMatch(/^0001_.*\.sql$/u);
      expect(new Set(results.map((row) => row.name)).size).toBe(results.length);
    }
  });

  it("builds, finds, and rebuilds over the old version", async () => {
    expect(await applyBuild(local.KNOWLEDGE, await planBuild(testLibrary(), [], 1))).toBe(true);
    expect(await applyBuild(local.KNOWLEDGE, await planBuild(testLibrary(), [], 2))).toBe(false);
    const index = createD1Index(local.KNOWLEDGE);
    const search = async (question: string) =>
      (await index.search(question, { audience: "public", limit: 3 }))[0]?.passage.id;
    expect(await search("bao nham co bi phat ko")).toBe("to-giac#bao-nham-co-bi-phat-khong");
    const library = testLibrary();
    const smaller = {
      ...library,
      passages: library.passages.filter(({ document }) => document.id !== "to-giac"),
    };
    expect(await applyBuild(local.KNOWLEDGE, await planBuild(smaller, [], 3))).toBe(true);
    expect(await search("báo nhầm có bị phạt không")).not.toMatch(/^to-giac/u);
    expect(await search("thông tư 124 thay thông tư nào")).toBe(
      "chuan-an-toan#thong-tu-124-thay-the-van-ban-nao",
    );
  });
});
