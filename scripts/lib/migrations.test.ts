import { describe, expect, it } from "vitest";
import { splitStatements } from "./migrations.ts";

describe("splitStatements", () => {
  it("is not misled by semicolons in comments, strings and quoted names", () => {
    const sql = `-- one; two
      CREATE TABLE a (x TEXT DEFAULT ';');
      CREATE VIRTUAL TABLE f USING fts5 (t, tokenize = "unicode61 tokenchars ';'"); -- done;
      DELETE FROM a WHERE x = 'it''s;' AND 1 - 1 = 0`;
    expect(splitStatements(sql)).toEqual([
      "CREATE TABLE a (x TEXT DEFAULT ';')",
      `CREATE VIRTUAL TABLE f USING fts5 (t, tokenize = "unicode61 tokenchars ';'")`,
      "DELETE FROM a WHERE x = 'it''s;' AND 1 - 1 = 0",
    ]);
  });

  it("keeps a trigger whole", () => {
    const trigger = "CREATE TRIGGER t BEFORE DELETE ON a BEGIN SELECT RAISE(ABORT, 'no'); SELECT 1; END";
    expect(splitStatements(`${trigger};\nSELECT 2;`)).toEqual([trigger, "SELECT 2"]);
  });
});
