import { readdirSync, readFileSync } from "node:fs";
import { applyBuild, planBuild } from "../../src/knowledge/build-index.ts";
import { createD1Index } from "../../src/knowledge/d1-index.ts";
import { type Library, readLibrary } from "../../src/knowledge/document.ts";
import type { SqlDatabase } from "../../src/knowledge/index-sql.ts";
import type { KnowledgeIndex } from "../../src/knowledge/knowledge-index.ts";
import { openMemoryDatabase } from "./sqlite.ts";

const FOLDER = new URL("./documents/", import.meta.url);

/** A few small documents to test with. Their sources are made up: they are never ingested. */
export function testLibrary(): Library {
  return readLibrary(
    readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(new URL(name, FOLDER), "utf8") })),
  );
}

/** The test documents as the production code stores them, in a database in memory. */
export async function testDatabase(): Promise<SqlDatabase> {
  const db = openMemoryDatabase();
  await applyBuild(db, await planBuild(testLibrary(), [], 0));
  return db;
}

export const testIndex = async (): Promise<KnowledgeIndex> => createD1Index(await testDatabase());
