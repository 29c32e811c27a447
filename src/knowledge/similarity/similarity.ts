import type { Embedder } from "../../model/embeddings/embedder.ts";
import { MINUTE } from "../../platform/time.ts";
import { type Patience, ServiceBeside } from "../in-time.ts";
import type { SqlDatabase } from "../index-sql.ts";
import { markRestorer, type RestoreMarks } from "./restore-marks.ts";
import { middleOf, unit, unpacked } from "./section-vectors.ts";

/**
 * How similar a question is to each section, by the sections' ids: in standard deviations above the mean of all
 * sections, so that models whose cosines spread differently mean the same.
 */
export type Alike = ReadonlyMap<string, number>;

/** Similarity by an embedding model; it may fail, and then a search goes on without it. */
export interface Similarity {
  /** Null where nothing is stored for this version, nothing of the question may be sent, or no answer came in time. */
  alike(question: string, version: string): Promise<Alike | null>;
}

export interface SimilarityOptions extends Patience {
  /** Where the sections' vectors are. */
  readonly db: SqlDatabase;
  readonly embedder: Embedder;
  /** The part of a question that may be sent: personal data is masked. */
  readonly outgoing: (question: string) => string;
}

/** What is known of one version's sections. */
interface Sections {
  readonly ids: readonly string[];
  /** Of length 1, the middle of all taken off: models put all texts in one corner. */
  readonly vectors: readonly Float32Array[];
  readonly middle: Float32Array;
  readonly restore: RestoreMarks;
}

interface Loaded {
  readonly version: string;
  readonly sections: Sections | null;
  readonly at: number;
}

/** At most so much of a question is sent. */
const QUESTION_CHARACTERS = 500;
/** Questions in memory: a turn searches for the same one several times. */
const REMEMBERED = 200;

const SECTIONS = `
SELECT id, body->>'similar' AS similar, body->>'words' AS words FROM passages
WHERE version = ?1 AND body->>'similarIn' = ?2`;

/** The similarity of questions and sections, where `fillSimilarity` has said where the sections lie. */
export function createSimilarity(options: SimilarityOptions): Similarity {
  const { db, embedder, outgoing, now } = options;
  const server = new ServiceBeside("embeddings_timeout", options);
  // Only what has come is kept: a call that one chat waits for can't be waited for by another.
  const vectors = new Map<string, Float32Array>();
  let loaded: Loaded | undefined;

  async function read(version: string): Promise<Loaded> {
    const { results } = await db
      .prepare(SECTIONS)
      .bind(version, embedder.name)
      .all<{ readonly id: string; readonly similar: string; readonly words: string }>();
    return { version, sections: results.length === 0 ? null : sectionsOf(results), at: now() };
  }

  /** Where nothing is there yet, it may come while we run. */
  async function sectionsIn(version: string): Promise<Sections | null> {
    const isFresh = loaded?.version === version && (loaded.sections !== null || now() < loaded.at + MINUTE);
    const current = isFresh && loaded !== undefined ? loaded : await read(version);
    loaded = current;
    return current.sections;
  }

  async function vectorOf(text: string): Promise<Float32Array | null> {
    const known = vectors.get(text);
    const vector = known ?? (await server.ask((signal) => embed(text, signal)));
    if (vector === null) return null;
    vectors.delete(text);
    vectors.set(text, vector);
    if (vectors.size > REMEMBERED) vectors.delete(vectors.keys().next().value as string);
    return vector;
  }

  async function embed(text: string, signal: AbortSignal): Promise<Float32Array> {
    const [vector = []] = await embedder.embed([text], signal);
    return Float32Array.from(vector);
  }

  return {
    async alike(question, version) {
      const sections = await sectionsIn(version);
      const sent = outgoing(question).slice(0, QUESTION_CHARACTERS);
      if (sections === null || sent.trim() === "") return null;
      const vector = await vectorOf(sections.restore(sent));
      return vector === null ? null : alikeIn(sections, vector);
    },
  };
}

function sectionsOf(
  rows: readonly { readonly id: string; readonly similar: string; readonly words: string }[],
): Sections {
  const vectors = rows.map(({ similar }) => unpacked(similar));
  const middle = meanOf(vectors);
  return {
    ids: rows.map(({ id }) => id),
    vectors: vectors.map((vector) => withoutMiddle(vector, middle)),
    middle,
    restore: markRestorer(rows.map(({ words }) => words)),
  };
}

function alikeIn({ ids, vectors, middle }: Sections, vector: Float32Array): Alike {
  const asked = withoutMiddle(middleOf([vector]), middle);
  const cosines = vectors.map((own) => own.reduce((sum, value, d) => sum + value * (asked[d] ?? 0), 0));
  const mean = cosines.reduce((sum, cosine) => sum + cosine, 0) / cosines.length;
  const spread = Math.sqrt(cosines.reduce((sum, cosine) => sum + (cosine - mean) ** 2, 0) / cosines.length);
  return new Map(ids.map((id, i) => [id, ((cosines[i] as number) - mean) / (spread || 1)]));
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors)
    for (let d = 0; d < sum.length; d += 1) sum[d] = (sum[d] as number) + (vector[d] ?? 0) / vectors.length;
  return sum;
}

const withoutMiddle = (vector: Float32Array, middle: Float32Array): Float32Array =>
  unit(vector.map((value, d) => value - (middle[d] ?? 0)));
