import { fold } from "../language/fold.ts";
import type { Library } from "./document.ts";
import { type Encoder, LEARNED_ENCODER } from "./encoder.ts";
import type { SqlDatabase, SqlStatement } from "./index-sql.ts";
import type { Passage } from "./knowledge-index.ts";
import type { PassageBody } from "./passage-row.ts";
import { indexTerms, pair, readWords } from "./terms.ts";
import { encodeWordings } from "./wordings.ts";

/** A figure as the store keeps it; what it means is the business of `src/figures`. */
export interface FigureRow {
  readonly id: string;
  readonly audience: "public" | "internal";
}

export interface Build {
  /** Hash of its content and of the index format. */
  readonly version: string;
  readonly statements: readonly SqlStatement[];
}

/** Increase it when the same content must be indexed again: the columns or the terms have changed. */
const INDEX_FORMAT = 3;

/** Characters in one statement: well below D1's limit of 100,000 bytes, also with marks and when values are written into it. */
const CHUNK = 40_000;

/**
 * The statements that write one version of the knowledge next to the active one, activate it, and then remove the
 * others. They must run as one batch.
 * @param encoder says where the passages' own wordings lie; a search compares only what the same one made
 */
export async function planBuild(
  library: Library,
  figures: readonly FigureRow[],
  now: number,
  encoder: Encoder = LEARNED_ENCODER,
): Promise<Build> {
  const documents = library.documents.map((ref) => ({
    id: ref.id,
    audience: ref.audience,
    ref: JSON.stringify(ref),
  }));
  // The titles of a library whose sections never say how they are asked for are no questions.
  const isAsked = library.passages.some(({ asks }) => asks.length > 0);
  const passages = library.passages.map((passage) => passageRow(passage, isAsked ? encoder : null));
  const facts = figures.map((figure) => ({
    id: figure.id,
    audience: figure.audience,
    fact: JSON.stringify(figure),
  }));
  const version = await hash(JSON.stringify([INDEX_FORMAT, documents, passages, facts]));
  const frequencies = JSON.stringify(termFrequencies(library.passages));
  const statements: SqlStatement[] = [
    ...removals("= ?1", version),
    ...inserts(
      "INSERT INTO documents (version, id, audience, ref) SELECT ?1, value->>'id', value->>'audience', value->>'ref' FROM json_each(?2)",
      version,
      documents,
    ),
    ...inserts(
      "INSERT INTO passages (version, id, document, audience, body) SELECT ?1, value->>'id', value->>'document', value->>'audience', value->>'body' FROM json_each(?2)",
      version,
      passages,
    ),
    ...inserts(
      "INSERT INTO passage_terms (rowid, title, body, asks) SELECT p.rowid, j.value->>'title', j.value->>'body', j.value->>'asks' FROM json_each(?2) j CROSS JOIN passages p ON p.version = ?1 AND p.id = j.value->>'id'",
      version,
      library.passages.map(termsRow),
    ),
    ...inserts(
      "INSERT INTO figures (version, id, audience, fact) SELECT ?1, value->>'id', value->>'audience', value->>'fact' FROM json_each(?2)",
      version,
      facts,
    ),
    {
      sql: "INSERT INTO vocabularies (version, passages, frequencies) VALUES (?1, ?2, ?3)",
      params: [version, passages.length, frequencies],
    },
    {
      sql: "INSERT INTO active (one, version, built_at) VALUES (1, ?1, ?2) ON CONFLICT (one) DO UPDATE SET version = excluded.version, built_at = excluded.built_at",
      params: [version, now],
    },
    ...removals("<> ?1", version),
    // Merges the index segments into one, so that a search reads each list of passages from one place.
    { sql: "INSERT INTO passage_terms (passage_terms) VALUES ('optimize')", params: [] },
  ];
  return { version, statements };
}

/** The active version; null where nothing was ever built. */
export async function activeVersion(db: SqlDatabase): Promise<string | null> {
  const { results } = await db.prepare("SELECT version FROM active WHERE one = 1").all<{ version: string }>();
  return results[0]?.version ?? null;
}

/** Writes the build and activates it, all or nothing. False where this version is already active. */
export async function applyBuild(db: SqlDatabase, build: Build): Promise<boolean> {
  if ((await activeVersion(db)) === build.version) return false;
  await db.batch(build.statements.map(({ sql, params }) => db.prepare(sql).bind(...params)));
  return true;
}

function passageRow(whole: Passage, encoder: Encoder | null) {
  const { document, ...passage } = whole;
  const body: PassageBody = {
    ...passage,
    words: wordsOf(whole).join(" "),
    ...(encoder !== null && encodeWordings(whole, encoder)),
  };
  return {
    id: passage.id,
    document: document.id,
    audience: document.audience,
    body: JSON.stringify(body),
  };
}

/** All words of a passage that questions are compared with: computed here once, not for each question. */
export function wordsOf({ document, headings, text, asks }: Passage): string[] {
  return readWords([document.number ?? "", ...headings, text, ...asks].join("\n"));
}

function termsRow({ id, document, headings, text, asks }: Passage) {
  const title = [document.number ?? "", ...headings].join("\n");
  return { id, title: indexTerms(title), body: indexTerms(text), asks: asks.map(indexTerms).join(" ") };
}

/** Only common pairs are counted: of the others it is enough to know that they are rare. */
const COMMON_PAIR = { share: 0.03, least: 150 } as const;

/** The number of passages with each syllable and with each common pair of neighbours. */
function termFrequencies(passages: readonly Passage[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const passage of passages) {
    const folded = wordsOf(passage).map(fold);
    const pairs = folded.slice(1).map((second, i) => pair(folded[i] as string, second));
    for (const term of new Set([...folded, ...pairs])) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const common = Math.max(COMMON_PAIR.least, passages.length * COMMON_PAIR.share);
  const told = [...counts].filter(([term, count]) => !term.includes("_") || count > common);
  return Object.fromEntries(told.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function inserts(sql: string, version: string, rows: readonly object[]): SqlStatement[] {
  const chunks: string[][] = [];
  let size = CHUNK;
  for (const row of rows.map((value) => JSON.stringify(value))) {
    if (size + row.length > CHUNK) {
      chunks.push([]);
      size = 0;
    }
    chunks.at(-1)?.push(row);
    size += row.length;
  }
  return chunks.map((chunk) => ({ sql, params: [version, `[${chunk.join(",")}]`] }));
}

function removals(condition: string, version: string): SqlStatement[] {
  const from = (table: string) => ({
    sql: `DELETE FROM ${table} WHERE version ${condition}`,
    params: [version],
  });
  const terms = {
    sql: `DELETE FROM passage_terms WHERE rowid IN (SELECT rowid FROM passages WHERE version ${condition})`,
    params: [version],
  };
  return [terms, from("passages"), from("documents"), from("figures"), from("vocabularies")];
}

async function hash(content: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(content));
  return [...new Uint8Array(digest)]
    .slice(0, 16)
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}
