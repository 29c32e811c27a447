import { describe, expect, it } from "vitest";
import { FACTS } from "../../../test/figures/fixtures.ts";
import { createD1FigureStore, type FigureDatabase, type FigureStatement } from "./figure-store.ts";

const [open, other] = FACTS.slice(0, 2);
const secret = other === undefined ? undefined : { ...other, audience: "internal" as const };
const facts = [open, secret].filter((fact) => fact !== undefined);

/** A database of two tables that counts how often the figures are read. */
function database(versions: readonly string[]): { db: FigureDatabase; reads: () => number } {
  let asked = 0;
  let reads = 0;
  const statement = (sql: string): FigureStatement => ({
    bind: () => statement(sql),
    all: async <Row>() => {
      if (sql.includes("active"))
        return { results: [{ version: versions[Math.min(asked++, versions.length - 1)] }] as Row[] };
      reads++;
      return { results: facts.map((fact) => ({ fact: JSON.stringify(fact) })) as Row[] };
    },
  });
  return { db: { prepare: statement }, reads: () => reads };
}

describe("figure store", () => {
  it("shows internal figures only to officials", async () => {
    const store = createD1FigureStore(database(["1"]).db);
    expect((await store.facts("public")).map(({ id }) => id)).toEqual([open?.id]);
    expect(await store.facts("internal")).toHaveLength(2);
  });

  it("reads a version once and a new version again", async () => {
    const { db, reads } = database(["1", "1", "2"]);
    const store = createD1FigureStore(db);
    for (let i = 0; i < 3; i++) await store.facts("public");
    expect(reads()).toBe(2);
  });

  it("shares the rows of a version among the chats of one isolate", async () => {
    const { db, reads } = database(["1"]);
    for (let chat = 0; chat < 3; chat++) await createD1FigureStore(db).facts("public");
    expect(reads()).toBe(1);
  });
});
