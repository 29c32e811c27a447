import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SqlDatabase } from "../../src/knowledge/index-sql.ts";

/** The same table as wrangler's, so that `wrangler d1 migrations apply` sees what was applied here. */
const JOURNAL = `CREATE TABLE IF NOT EXISTS d1_migrations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT UNIQUE,
  applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
)`;

/**
 * Applies the migrations of a folder that the database doesn't have yet, in the order of their names, each of them
 * all or nothing.
 * @returns the names of those applied now
 */
export async function migrate(db: SqlDatabase, folder: string): Promise<string[]> {
  await db.prepare(JOURNAL).all();
  const { results } = await db.prepare("SELECT name FROM d1_migrations").all<{ name: string }>();
  const applied = new Set(results.map((row) => row.name));
  const missing = readdirSync(folder)
    .filter((name) => name.endsWith(".sql") && !applied.has(name))
    .sort();
  for (const name of missing) {
    const statements = splitStatements(readFileSync(join(folder, name), "utf8"));
    const done = db.prepare("INSERT INTO d1_migrations (name) VALUES (?1)").bind(name);
    await db.batch([...statements.map((sql) => db.prepare(sql)), done]);
  }
  return missing;
}

const TOKEN = /--[^\n]*|'(?:[^']|'')*'|"(?:[^"]|"")*"|;|[^;'"-]+|-/gu;

/** The statements of an SQL file, without comments. A trigger's body keeps its semicolons. */
export function splitStatements(sql: string): string[] {
  const statements: string[] = [];
  let open = "";
  for (const [token] of sql.matchAll(TOKEN)) {
    if (token.startsWith("--")) continue;
    const inTrigger =
      /^\s*CREATE\s+(TEMP\s+|TEMPORARY\s+)?TRIGGER\b/iu.test(open) && !/\bEND\s*$/iu.test(open);
    if (token !== ";" || inTrigger) open += token;
    else {
      statements.push(open.trim());
      open = "";
    }
  }
  return [...statements, open.trim()].filter((statement) => statement !== "");
}
