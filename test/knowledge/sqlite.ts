import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { SqlDatabase, SqlPrepared } from "../../src/knowledge/index-sql.ts";

interface Prepared extends SqlPrepared {
  run(): Record<string, unknown>[];
}

/** An empty knowledge database in memory, behind the same interface as D1: for tests that need no Worker. */
export function openMemoryDatabase(): SqlDatabase {
  const db = new DatabaseSync(":memory:");
  db.exec(readFileSync(new URL("../../migrations/knowledge/0001_documents.sql", import.meta.url), "utf8"));
  const prepare = (sql: string, values: (string | number | null)[] = []): Prepared => ({
    bind: (...bound) => prepare(sql, bound),
    run: () => db.prepare(sql).all(...values),
    all: async <Row>() => ({ results: db.prepare(sql).all(...values) as Row[] }),
  });
  return {
    prepare,
    batch: async <Row>(statements: SqlPrepared[]) => {
      db.exec("BEGIN");
      try {
        const results = statements.map((statement) => ({ results: (statement as Prepared).run() as Row[] }));
        db.exec("COMMIT");
        return results;
      } catch (error) {
        db.exec("ROLLBACK");
        throw error;
      }
    },
  };
}
