import type { DocumentRef, KnowledgeIndex, Passage } from "./index.ts";
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

interface FoundRow {
  readonly version: string;
  readonly body: string;
  readonly ref: string;
  readonly rank: number;
}

/** How many of the full-text hits are looked at again. */
const CANDIDATES = 16;
/** Passages whose terms are kept in memory: a few megabytes. */
const REMEMBERED = 1000;
/** A syllable in more than half of the passages has no weight in BM25 and only costs time. */
const TOO_COMMON = 0.5;

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
  const telling = terms.filter((term) => vocabulary.frequency(term) <= vocabulary.passages * TOO_COMMON);
  const chosen = telling.length > 0 ? telling : terms;
  return chosen.length === 0 ? null : chosen.map((term) => `"${term}"`).join(" OR ");
}

/** Synonyms of more than one syllable: single ones would find anything. */
function synonymTerms({ alternatives }: Question): string[] {
  return alternatives.flatMap(({ others }) =>
    others.flatMap((phrase) => phrase.slice(1).map((second, i) => pair(phrase[i] as string, second))),
  );
}

function toCandidate(row: FoundRow): Candidate {
  const passage = {
    ...(JSON.parse(row.body) as Omit<Passage, "document">),
    document: JSON.parse(row.ref) as DocumentRef,
  };
  return { passage, bm25: -row.rank };
}
