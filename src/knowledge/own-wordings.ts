import type { Encoded, Encoder } from "./encoder.ts";
import type { SqlDatabase } from "./index-sql.ts";
import type { SearchOptions } from "./knowledge-index.ts";
import type { Alike } from "./similarity/similarity.ts";
import { meanOf, nearestCosine, type Wordings, wordingsBy } from "./wordings.ts";

/** The learned wordings of a passage, and whose they are. */
export interface OwnWordings extends Wordings {
  readonly passage: string;
  readonly document: string;
  readonly audience: string;
}

interface StoredRow {
  readonly id: number;
  readonly passage: string;
  readonly document: string;
  readonly audience: string;
  readonly wordings: string;
}

/** The learned wordings of one version's passages, by their rows. Empty where another encoder made them. */
export type WordingsByRow = ReadonlyMap<number, OwnWordings>;

const WORDINGS = `
SELECT rowid AS id, id AS passage, document, audience, body->>'wordings' AS wordings FROM passages
WHERE version = ?1 AND body->>'encoder' = ?2`;

/** Read once a version: some 120 bytes a wording. Throws what D1 throws. */
export async function readWordings(
  db: SqlDatabase,
  version: string,
  encoder: Encoder,
): Promise<WordingsByRow> {
  const { results } = await db.prepare(WORDINGS).bind(version, encoder.name).all<StoredRow>();
  return new Map(
    results.flatMap(({ id, passage, document, audience, wordings }) => {
      const own = wordingsBy(encoder, { encoder: encoder.name, wordings });
      return own === undefined ? [] : [[id, { passage, document, audience, ...own }] as const];
    }),
  );
}

/** What lies near a question. */
export interface Nearby {
  /** The passages' rows, the nearest first. */
  readonly rows: readonly number[];
  /** How near each document is, by those of its passages that are the nearest. */
  readonly documents: ReadonlyMap<string, number>;
}

/** So many passages of a document tell how near it is. */
const OF_A_DOCUMENT = 3;

/** So many of the most similar by an embedding model are looked at too. */
const ALIKE = 5;

/**
 * The passages whose own wordings are the nearest to the question.
 * @param alike by an embedding model, where one was asked
 */
export function nearbyOf(
  { encoded: { vector }, alike }: { readonly encoded: Encoded; readonly alike: Alike | null },
  wordings: WordingsByRow,
  { audience, within = "" }: Pick<SearchOptions, "audience" | "within">,
  limit: number,
): Nearby {
  const near = [...wordings]
    .filter(
      ([, own]) =>
        (own.audience === "public" || own.audience === audience) &&
        (within === "" || own.document === within),
    )
    .map(([id, own]) => ({
      id,
      document: own.document,
      cosine: nearestCosine(vector, own),
      alike: alike?.get(own.passage) ?? 0,
    }))
    .sort((a, b) => b.cosine - a.cosine);
  const documents = Map.groupBy(near, ({ document }) => document);
  const mostAlike = alike === null ? [] : near.toSorted((a, b) => b.alike - a.alike).slice(0, ALIKE);
  return {
    rows: [...new Set([...near.slice(0, limit), ...mostAlike].map(({ id }) => id))],
    documents: new Map(
      [...documents].map(([id, some]) => [
        id,
        meanOf(some.slice(0, OF_A_DOCUMENT).map(({ cosine }) => cosine)),
      ]),
    ),
  };
}
