import { LEARNED_ENCODER } from "../encoder.ts";
import type { SqlDatabase } from "../index-sql.ts";
import type { Passage, SearchOptions } from "../knowledge-index.ts";
import { type PassageRow, readRow } from "../passage-row.ts";
import { createPassageReader, type PassageReader } from "../passage-terms.ts";
import { createVocabulary, type Vocabulary } from "../search-vocabulary.ts";
import { type Wordings, wordingsBy } from "../wordings.ts";

/** One version of the knowledge, as ranking needs it. */
export interface LoadedVersion {
  readonly version: string;
  readonly vocabulary: Vocabulary;
  readonly read: PassageReader;
  /** The passages of this version that this search may see, in the order of the ids. */
  passages(ids: readonly string[], options: Omit<SearchOptions, "limit">): Promise<Found[]>;
}

interface Found {
  readonly passage: Passage;
  readonly own?: Wordings | undefined;
}

/** How many passages have their terms in memory. */
const REMEMBERED = 200;

const ACTIVE = "SELECT version FROM active WHERE one = 1";
const VOCABULARY = "SELECT passages, frequencies FROM vocabularies WHERE version = ?1";
const PASSAGES = `
SELECT p.id, p.body, d.ref FROM passages p JOIN documents d ON d.version = p.version AND d.id = p.document
WHERE p.version = ?1 AND p.id IN (SELECT value FROM json_each(?2)) AND p.audience IN ('public', ?3)
  AND (?4 = '' OR p.document = ?4)`;

/**
 * Passages by their ids, from D1. Another index only finds them; text, audience and version always come from D1. Throws
 * what D1 throws.
 * @returns a function that loads the active version; null where nothing was ever built
 */
export function createVersionCache(db: SqlDatabase): () => Promise<LoadedVersion | null> {
  let known: LoadedVersion | null = null;
  return async () => {
    const version = (await db.prepare(ACTIVE).all<{ version: string }>()).results[0]?.version;
    if (version === undefined) return null;
    if (known?.version !== version) known = await loadVersion(db, version);
    return known;
  };
}

function foundOf(row: PassageRow): Found {
  const { passage, stored } = readRow(row);
  return { passage, own: stored && wordingsBy(LEARNED_ENCODER, stored) };
}

async function loadVersion(db: SqlDatabase, version: string): Promise<LoadedVersion | null> {
  const { results } = await db
    .prepare(VOCABULARY)
    .bind(version)
    .all<{ passages: number; frequencies: string }>();
  const row = results[0];
  if (row === undefined) return null;
  return {
    version,
    vocabulary: createVocabulary(row.passages, JSON.parse(row.frequencies) as Record<string, number>),
    read: createPassageReader(REMEMBERED),
    async passages(ids, { audience, within = "" }) {
      const rows = await db
        .prepare(PASSAGES)
        .bind(version, JSON.stringify(ids), audience, within)
        .all<{ id: string; body: string; ref: string }>();
      const byId = new Map(rows.results.map((row) => [row.id, foundOf(row)]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
  };
}
