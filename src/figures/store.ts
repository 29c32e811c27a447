import { type Fact, factSchema } from "./fact.ts";

export interface FigureStore {
  /** Every figure that this audience may see; "internal" sees the public ones too. */
  facts(audience: "public" | "internal"): Promise<readonly Fact[]>;
}

/** The little of D1 that reading figures needs. */
export interface FigureDatabase {
  prepare(sql: string): FigureStatement;
}

export interface FigureStatement {
  bind(...values: readonly unknown[]): FigureStatement;
  all<Row>(): Promise<{ readonly results: readonly Row[] }>;
}

interface Snapshot {
  readonly version: string;
  readonly all: readonly Fact[];
  readonly open: readonly Fact[];
}

/**
 * Figures of the active version. The rows are read once for each version and kept in the isolate;
 * each call costs one single-row query that tells which version is active. Throws what D1 throws.
 */
export function createD1FigureStore(db: FigureDatabase): FigureStore {
  let snapshot: Snapshot | undefined;
  return {
    async facts(audience) {
      const version = (
        await db.prepare("SELECT version FROM active WHERE one = 1").all<{ version: string }>()
      ).results[0]?.version;
      if (version === undefined) return [];
      if (snapshot?.version !== version) snapshot = await readVersion(db, version);
      return audience === "internal" ? snapshot.all : snapshot.open;
    },
  };
}

/** Figures held in memory: for the terminal, the evaluation and the tests. */
export function createMemoryFigureStore(facts: readonly Fact[]): FigureStore {
  const open = facts.filter((fact) => fact.audience === "public");
  return { facts: async (audience) => (audience === "internal" ? facts : open) };
}

async function readVersion(db: FigureDatabase, version: string): Promise<Snapshot> {
  const { results } = await db
    .prepare("SELECT fact FROM figures WHERE version = ? ORDER BY id")
    .bind(version)
    .all<{ fact: string }>();
  const all = results.map((row) => factSchema.parse(JSON.parse(row.fact)));
  return { version, all, open: all.filter((fact) => fact.audience === "public") };
}
