import { type Fact, factSchema } from "./fact.ts";
import { type Overlay, overlay } from "./overlay.ts";

export interface FigureStore {
  /** Every figure that this audience may see; "internal" sees the public ones too. */
  facts(audience: "public" | "internal"): Promise<readonly Fact[]>;
}

/** The part of D1 that reading figures needs. */
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

/** Rows that were read, by database: all chats of one isolate share them. A version is the hash of its content. */
const READ = new WeakMap<FigureDatabase, { readonly version: string; readonly facts: readonly Fact[] }>();

/**
 * The figures of the active version; those from supervisors replace them. The rows are read once per version and stay
 * in the isolate's memory; each call costs a query of one row for the active version. Throws what D1 throws.
 */
export function createD1FigureStore(db: FigureDatabase, sent?: Overlay): FigureStore {
  let snapshot: Snapshot | undefined;
  let whichActive: FigureStatement | undefined;
  return {
    async facts(audience) {
      whichActive ??= db.prepare("SELECT version FROM active WHERE one = 1");
      const [active, head = 0] = await Promise.all([whichActive.all<{ version: string }>(), sent?.head()]);
      const built = active.results[0]?.version;
      if (built === undefined) return [];
      const version = `${built}/${head}`;
      if (snapshot?.version !== version) {
        const seed = await readVersion(db, built);
        const all = head === 0 || sent === undefined ? seed : overlay(seed, await sent.overrides());
        snapshot = { version, all, open: all.filter((fact) => fact.audience === "public") };
      }
      return audience === "internal" ? snapshot.all : snapshot.open;
    },
  };
}

async function readVersion(db: FigureDatabase, version: string): Promise<readonly Fact[]> {
  const known = READ.get(db);
  if (known?.version === version) return known.facts;
  const { results } = await db
    .prepare("SELECT fact FROM figures WHERE version = ? ORDER BY id")
    .bind(version)
    .all<{ fact: string }>();
  const facts = results.map((row) => factSchema.parse(JSON.parse(row.fact)));
  READ.set(db, { version, facts });
  return facts;
}
