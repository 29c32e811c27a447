import { describe, expect, it } from "vitest";
import { testLibrary } from "../../test/knowledge/library.ts";
import { openMemoryDatabase } from "../../test/knowledge/sqlite.ts";
import { activeVersion, applyBuild, planBuild } from "./build-index.ts";
import { createD1Index } from "./d1-index.ts";
import { readLibrary } from "./document.ts";
import { toLiteralSql } from "./index-sql.ts";

const FIGURE = { id: "f1", audience: "public" as const, value: "it's 5" };

function oneDocument(answer: string) {
  const front = "---\nid: a\ntitle: Tên\nas_of: 2026-11-20\naudience: public\nclass: public\n---\n";
  return readLibrary([{ name: "a.md", text: `${front}## Kẻng là gì?\n\n${answer}\n\nNguồn: B\n` }]);
}

describe("applyBuild", () => {
  it("does nothing where the same content is active", async () => {
    const db = openMemoryDatabase();
    expect(await applyBuild(db, await planBuild(testLibrary(), [FIGURE], 1))).toBe(true);
    expect(await applyBuild(db, await planBuild(testLibrary(), [FIGURE], 2))).toBe(false);
  });

  it("switches to new content and leaves nothing of the old", async () => {
    const db = openMemoryDatabase();
    await applyBuild(db, await planBuild(oneDocument("Cũ."), [FIGURE], 1));
    const index = createD1Index(db);
    await index.search("kẻng", { audience: "public", limit: 1 });
    const build = await planBuild(oneDocument("Mới."), [], 2);
    await applyBuild(db, build);
    expect(await activeVersion(db)).toBe(build.version);
    const hits = await index.search("kẻng là gì", { audience: "public", limit: 5 });
    expect(hits.map((hit) => hit.passage.text)).toEqual(["Mới."]);
    for (const table of ["passages", "documents", "vocabularies", "figures"]) {
      const { results } = await db.prepare(`SELECT version FROM ${table}`).all<{ version: string }>();
      expect(results.every((row) => row.version === build.version)).toBe(true);
    }
    const old = await db.prepare("SELECT rowid FROM passage_terms WHERE passage_terms MATCH '\"cu\"'").all();
    expect(old.results).toEqual([]);
  });

  it("leaves the old version where the new one fails half-way", async () => {
    const db = openMemoryDatabase();
    const build = await planBuild(oneDocument("Cũ."), [], 1);
    await applyBuild(db, build);
    const broken = await planBuild(oneDocument("Mới."), [], 2);
    const statements = [
      ...broken.statements.slice(0, -3),
      { sql: "INSERT INTO nowhere VALUES (?1)", params: [1] },
    ];
    await expect(applyBuild(db, { ...broken, statements })).rejects.toThrow("nowhere");
    expect(await activeVersion(db)).toBe(build.version);
    const hits = await createD1Index(db).search("kẻng là gì", { audience: "public", limit: 5 });
    expect(hits.map((hit) => hit.passage.text)).toEqual(["Cũ."]);
  });

  it("gives the same rows when its values are written into the statements", async () => {
    const [bound, literal] = [openMemoryDatabase(), openMemoryDatabase()];
    const build = await planBuild(testLibrary(), [FIGURE], 1);
    await applyBuild(bound, build);
    for (const statement of build.statements) await literal.prepare(toLiteralSql(statement)).all();
    for (const table of ["active", "passages", "documents", "vocabularies", "figures"]) {
      const sql = `SELECT * FROM ${table}`;
      expect((await literal.prepare(sql).all()).results).toEqual((await bound.prepare(sql).all()).results);
    }
  });
});
