import { settleAdded } from "./added-order.ts";
import { type Added, AddedRows, NOTHING_ADDED, type ReadAdded } from "./added-passages.ts";
import { type CommonTerm, commonTermsBm25 } from "./bm25.ts";
import { type Encoder, LEARNED_ENCODER } from "./encoder.ts";
import type { SqlDatabase } from "./index-sql.ts";
import { isNamed, type KnowledgeIndex } from "./knowledge-index.ts";
import { nearbyOf, readWordings, type WordingsByRow } from "./own-wordings.ts";
import { type PassageRow, type ReadRow, readRow } from "./passage-row.ts";
import { createPassageReader, type PassageReader, sought } from "./passage-terms.ts";
import { type Candidate, rank } from "./rank.ts";
import { corrected, type Question, questionTerms, readQuestion } from "./reduced-question.ts";
import { createVocabulary, type Vocabulary } from "./search-vocabulary.ts";
import type { Similarity } from "./similarity/similarity.ts";
import { pair } from "./terms.ts";

interface Versioned {
  readonly version: string;
  readonly added: AddedRows;
  readonly vocabulary: Vocabulary;
  readonly read: PassageReader;
  /** Passages by their rows: an isolate needn't fetch these again. */
  readonly rows: Map<number, ReadRow>;
  readonly wordings: WordingsByRow;
}

type PassagesByRow = ReadonlyMap<number, ReadRow>;

interface FoundRow {
  readonly id: number;
  readonly version: string;
  readonly rank: number;
}

interface FetchedRow extends PassageRow {
  readonly id: number;
  readonly version: string;
}

/** How many of the full-text hits are ranked. */
const CANDIDATES = 16;
/** How many of the nearest by meaning are ranked, where the passages have learned wordings. */
const NEAREST = 10;
/** Passages kept in memory with their terms: some twenty kilobytes each. */
const REMEMBERED = 2_000;
/** A syllable in more than half of the passages has no weight in BM25 and only takes time. */
const TOO_COMMON = 0.5;
/**
 * In a large knowledge base the common terms take nearly all of the time and say next to nothing. A term in more
 * passages than this isn't searched for; it only orders passages that other terms found. A small knowledge base is
 * searched with all terms.
 */
const SEARCHED_IN = {
  syllable: { share: 0.04, least: 150 },
  pair: { share: 0.08, least: 250 },
} as const;
/** So many of a question's syllables are always searched for, however common: its pairs may not occur anywhere. */
const RAREST = 2;

/** The forbidden passages are computed once, not for each of the thousands of passages with one of the terms. */
const SEARCH = `
SELECT p.rowid AS id, p.version, found.rank FROM (
  SELECT t.rowid, bm25(passage_terms, 2, 1, 2) AS rank
  FROM passage_terms t
  WHERE t.passage_terms MATCH ?1 AND t.rowid NOT IN (
    SELECT rowid FROM passages
    WHERE version <> (SELECT version FROM active) OR audience NOT IN ('public', ?2) OR (?3 <> '' AND document <> ?3)
  )
  ORDER BY rank LIMIT ${CANDIDATES}
) found
JOIN passages p ON p.rowid = found.rowid
ORDER BY found.rank`;

const FETCH = `
SELECT p.rowid AS id, p.version, p.body, d.ref FROM passages p
JOIN documents d ON d.version = p.version AND d.id = p.document
WHERE p.rowid IN (SELECT value FROM json_each(?1))`;

const VOCABULARY = `
SELECT v.version, v.passages, v.frequencies FROM vocabularies v JOIN active a ON a.version = v.version`;

/**
 * The knowledge in D1, found by its words and, where its passages list other ways of asking, by what those mean. A search takes one round trip where the isolate has its passages, else two; the first search
 * after a new version takes one more. Throws what D1 throws.
 * @param similarity by an embedding model, where one is configured; it never costs an answer
 * @param readAdded passages besides the built ones
 */
export function createD1Index(
  db: SqlDatabase,
  encoder: Encoder = LEARNED_ENCODER,
  similarity?: Similarity,
  readAdded: ReadAdded = async () => NOTHING_ADDED,
): KnowledgeIndex {
  let known: Versioned | null = null;
  /** What the isolate knows, read anew where the added passages are others, or another version than `stale` is active. */
  const knownNow = async (added: Added, stale?: Versioned): Promise<Versioned | null> => {
    if (known === null || known === stale || known.added.version !== added.version)
      known = await readVersion(db, encoder, stale?.added ?? new AddedRows(added, encoder));
    return known;
  };
  return {
    async search(text, { audience, limit, within = "", without }) {
      const added = await readAdded();
      // Searches that run beside this one may put another in its place: this one keeps to the one that it began with.
      let mine = await knownNow(added);
      for (let attempt = 0; mine !== null && attempt < 2; attempt++) {
        const { version, vocabulary, read, wordings, added: beside }: Versioned = mine;
        const question = readQuestion(text, vocabulary);
        const { searched, common } = termsToSearch(question, vocabulary);
        if (searched.length === 0) return [];
        const match = searched.map((term) => `"${term}"`).join(" OR ");
        const [{ results: built }, alike = null] = await Promise.all([
          db.prepare(SEARCH).bind(match, audience, within).all<FoundRow>(),
          similarity?.alike(text, version),
        ]);
        const results = withAdded(
          built,
          beside.find(searched, { audience, within }, vocabulary, CANDIDATES),
          version,
        );
        const encoded = wordings.size === 0 ? undefined : encoder.encode(corrected(question));
        const near = encoded && nearbyOf({ encoded, alike }, wordings, { audience, within }, NEAREST);
        const rows = [...results, ...onlyNear(near?.rows ?? [], results, version)];
        const texts = rows.every((row) => row.version === version)
          ? await fetchMissing(db, rows, mine)
          : null;
        if (texts !== null) {
          const candidates = withCommonTerms(rows, texts, common, mine).filter(
            ({ passage }) => !isNamed(passage, without),
          );
          const ranked = rank(
            { question, encoded, near: near?.documents, alike },
            candidates,
            vocabulary,
            read,
          );
          return settleAdded(ranked, ({ passage }) => beside.has(passage.id)).slice(0, limit);
        }
        mine = await knownNow(added, mine);
      }
      return [];
    },
  };
}

/** The best by their words, wherever they stand. */
function withAdded(
  built: readonly FoundRow[],
  added: readonly { readonly id: number; readonly bm25: number }[],
  version: string,
): readonly FoundRow[] {
  if (added.length === 0) return built;
  const rows = added.map(({ id, bm25 }) => ({ id, version, rank: -bm25 }));
  return [...built, ...rows].toSorted((a, b) => a.rank - b.rank).slice(0, CANDIDATES);
}

/** What lies near but has none of the words. Where no word was found at all, a few letters in common say nothing. */
function onlyNear(near: readonly number[], found: readonly FoundRow[], version: string): FoundRow[] {
  if (found.length === 0) return [];
  const known = new Set(found.map(({ id }) => id));
  return near.filter((id) => !known.has(id)).map((id) => ({ id, version, rank: 0 }));
}

/** The found passages by their rows, the missing ones fetched; null where another version became active meanwhile. */
async function fetchMissing(
  db: SqlDatabase,
  found: readonly FoundRow[],
  { version, rows, added }: Versioned,
): Promise<PassagesByRow | null> {
  const ids = found.map(({ id }) => id);
  // Other searches may forget a passage while this one waits.
  const texts = new Map(ids.flatMap((id) => pairOf(id, rows.get(id) ?? added.rows.get(id))));
  const missing = ids.filter((id) => !texts.has(id));
  if (missing.length === 0) return texts;
  const { results } = await db.prepare(FETCH).bind(JSON.stringify(missing)).all<FetchedRow>();
  if (results.length < missing.length || results.some((row) => row.version !== version)) return null;
  for (const row of results) {
    const text = readRow(row);
    rows.set(row.id, text);
    texts.set(row.id, text);
  }
  forgetOldest(rows);
  return texts;
}

const pairOf = (id: number, text: ReadRow | undefined): [number, ReadRow][] =>
  text === undefined ? [] : [[id, text]];

/** Those that were fetched last stay. */
function forgetOldest(rows: Versioned["rows"]): void {
  for (const id of rows.keys()) {
    if (rows.size <= REMEMBERED) return;
    rows.delete(id);
  }
}

async function readVersion(db: SqlDatabase, encoder: Encoder, added: AddedRows): Promise<Versioned | null> {
  const { results } = await db
    .prepare(VOCABULARY)
    .all<{ version: string; passages: number; frequencies: string }>();
  const row = results[0];
  if (row === undefined) return null;
  const frequencies = JSON.parse(row.frequencies) as Record<string, number>;
  const built = await readWordings(db, row.version, encoder);
  return {
    version: row.version,
    added,
    vocabulary: added.with(createVocabulary(row.passages, frequencies)),
    read: createPassageReader(REMEMBERED),
    rows: new Map(),
    // Either all are compared by what their wordings mean or none is.
    wordings: built.size === 0 ? built : new Map([...built, ...added.wordings]),
  };
}

interface Chosen {
  readonly searched: readonly string[];
  /** Terms that only order the found passages. */
  readonly common: readonly CommonTerm[];
}

/**
 * All syllables and pairs; the ones that are too common for the search are separate. Question words stay in: "là ai"
 * and "bao lâu" find the passages that say who and how long.
 */
function termsToSearch(question: Question, vocabulary: Vocabulary): Chosen {
  const own = questionTerms(question).flatMap(({ meanings }) => meanings);
  const terms = [...new Set([...own, ...synonymTerms(question)])];
  const telling = terms.filter((term) => vocabulary.frequency(term) <= vocabulary.passages * TOO_COMMON);
  const known = telling.length > 0 ? telling : terms;
  const rarest = known
    .filter((term) => !term.includes("_") && vocabulary.frequency(term) > 0)
    .sort((a, b) => vocabulary.frequency(a) - vocabulary.frequency(b))
    .slice(0, RAREST);
  const isSearched = (term: string) => isSearchedFor(term, vocabulary) || rarest.includes(term);
  const common = known
    .filter((term) => !isSearched(term))
    .map((term) => ({ sought: sought(term), frequency: vocabulary.frequency(term) }));
  return { searched: known.filter(isSearched), common };
}

function isSearchedFor(term: string, { frequency, passages }: Vocabulary): boolean {
  const { share, least } = SEARCHED_IN[term.includes("_") ? "pair" : "syllable"];
  return frequency(term) <= Math.max(least, passages * share);
}

/** Synonyms of more than one syllable: a single syllable would find anything. */
function synonymTerms({ alternatives }: Question): string[] {
  return alternatives.flatMap(({ others }) =>
    others.flatMap((phrase) => phrase.slice(1).map((second, i) => pair(phrase[i] as string, second))),
  );
}

function withCommonTerms(
  rows: readonly FoundRow[],
  passages: PassagesByRow,
  common: readonly CommonTerm[],
  { vocabulary, read, wordings }: Versioned,
): Candidate[] {
  const found = rows.flatMap((row): Candidate[] => {
    const passage = passages.get(row.id);
    const own = wordings.get(row.id);
    return passage === undefined ? [] : [{ ...passage, bm25: -row.rank, ...(own !== undefined && { own }) }];
  });
  if (common.length === 0) return found;
  const texts = found.map(({ passage, words }) => read(passage, words).whole);
  const meanWords = texts.reduce((sum, { folded }) => sum + folded.length, 0) / texts.length;
  const corpus = { passages: vocabulary.passages, meanWords };
  return found.map((candidate, i) => {
    const { bare, folded } = texts[i] as (typeof texts)[number];
    return { ...candidate, bm25: candidate.bm25 + commonTermsBm25(common, bare, folded.length, corpus) };
  });
}
