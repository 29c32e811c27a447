import type { KnowledgeIndex } from "./index.ts";
import { type PassageRow, readRow } from "./passage-row.ts";
import { type Question, questionTerms, readQuestion } from "./question.ts";
import { type Candidate, createPassageReader, type PassageReader, rank } from "./rank.ts";
import type { SqlDatabase } from "./sql.ts";
import { pair } from "./terms.ts";
import { createVocabulary, type Vocabulary } from "./vocabulary.ts";

interface Versioned {
  readonly version: string;
  readonly vocabulary: Vocabulary;
  readonly read: PassageReader;
}

interface FoundRow extends PassageRow {
  readonly version: string;
  readonly rank: number;
}

/** How many of the full-text hits are looked at again. */
const CANDIDATES = 16;
/** Passages whose terms are kept in memory: a few megabytes. */
const REMEMBERED = 1000;
/** A syllable in more than half of the passages has no weight in BM25 and only costs time. */
const TOO_COMMON = 0.5;
/**
 * In large knowledge the common terms cost nearly all of the time and tell next to nothing: what is in more passages
 * than this finds none, it only orders what others found. Few passages are searched whole.
 */
const SEARCHED_IN = {
  syllable: { share: 0.05, least: 200 },
  pair: { share: 0.1, least: 300 },
} as const;
/** With fewer telling terms than this a question is searched with all of its own. */
const FEW = 3;

const SEARCH = `
SELECT p.version, p.body, d.ref, found.rank FROM (
  SELECT t.rowid, bm25(passage_terms, 2, 1, 2) AS rank
  FROM passage_terms t CROSS JOIN passages p INDEXED BY passages_audience ON p.rowid = t.rowid
  WHERE t.passage_terms MATCH ?1 AND p.version = (SELECT version FROM active) AND p.audience IN ('public', ?2)
    AND (?3 = '' OR p.document = ?3)
  ORDER BY rank LIMIT ${CANDIDATES}
) found
JOIN passages p ON p.rowid = found.rowid
JOIN documents d ON d.version = p.version AND d.id = p.document
ORDER BY found.rank`;

const VOCABULARY = `
SELECT v.version, v.passages, v.frequencies FROM vocabularies v JOIN active a ON a.version = v.version`;

/**
 * The knowledge in D1. One round trip for a search; the first one after a new version was built takes two.
 * Throws what D1 throws.
 */
export function createD1Index(db: SqlDatabase): KnowledgeIndex {
  let known: Versioned | null = null;
  return {
    async search(text, { audience, limit, within = "" }) {
      known ??= await readVocabulary(db);
      if (known === null) return [];
      for (let attempt = 0; attempt < 2; attempt++) {
        const { version, vocabulary, read }: Versioned = known;
        const question = readQuestion(text, vocabulary);
        const match = matchExpression(question, vocabulary);
        if (match === null) return [];
        const { results } = await db.prepare(SEARCH).bind(match, audience, within).all<FoundRow>();
        if (results.every((row) => row.version === version)) {
          return rank(question, results.map(toCandidate), vocabulary, read).slice(0, limit);
        }
        known = await readVocabulary(db);
        if (known === null) return [];
      }
      return [];
    },
  };
}

async function readVocabulary(db: SqlDatabase): Promise<Versioned | null> {
  const { results } = await db
    .prepare(VOCABULARY)
    .all<{ version: string; passages: number; frequencies: string }>();
  const row = results[0];
  if (row === undefined) return null;
  const frequencies = JSON.parse(row.frequencies) as Record<string, number>;
  return {
    version: row.version,
    vocabulary: createVocabulary(row.passages, frequencies),
    read: createPassageReader(REMEMBERED),
  };
}

/**
 * Every syllable and pair, quoted, joined by OR; null where nothing of the question is a word. Question words stay:
 * "là ai" and "bao lâu" find the passages that say who and how long.
 */
function matchExpression(question: Question, vocabulary: Vocabulary): string | null {
  const own = questionTerms(question).flatMap(({ meanings }) => meanings);
  const terms = [...new Set([...own, ...synonymTerms(question)])];
  const known = terms.filter((term) => vocabulary.frequency(term) <= vocabulary.passages * TOO_COMMON);
  const telling = known.filter((term) => isSearchedFor(term, vocabulary));
  const chosen = [telling, known, terms].find((some, i) => some.length >= (i === 0 ? FEW : 1)) ?? [];
  return chosen.length === 0 ? null : chosen.map((term) => `"${term}"`).join(" OR ");
}

function isSearchedFor(term: string, { frequency, passages }: Vocabulary): boolean {
  const { share, least } = SEARCHED_IN[term.includes("_") ? "pair" : "syllable"];
  return frequency(term) <= Math.max(least, passages * share);
}

/** Synonyms of more than one syllable: single ones would find anything. */
function synonymTerms({ alternatives }: Question): string[] {
  return alternatives.flatMap(({ others }) =>
    others.flatMap((phrase) => phrase.slice(1).map((second, i) => pair(phrase[i] as string, second))),
  );
}

const toCandidate = (row: FoundRow): Candidate => ({ ...readRow(row), bm25: -row.rank });
