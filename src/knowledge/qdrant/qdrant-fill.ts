import type { DenseVector, Embedder } from "../../model/embeddings/embedder.ts";
import { BATCH, embedPatiently, type Pause } from "../../model/embeddings/patient.ts";
import type { Passage } from "../knowledge-index.ts";
import { QdrantError } from "./failure.ts";
import { type PlannedPoint, planPoint, sha256 } from "./point.ts";
import type { QdrantStore } from "./qdrant-store.ts";
import { SPARSE_FORMAT } from "./sparse.ts";

export interface FillOptions {
  readonly store: QdrantStore;
  /** The alias; collections are named `<alias>-<8 hex digits>`. */
  readonly alias: string;
  readonly passages: readonly Passage[];
  /** The version of the knowledge that D1 has. */
  readonly version: string;
  readonly embedder?: Embedder;
  /** Builds everything again and reuses nothing of an older collection. */
  readonly rebuild?: boolean;
  /** Called after each batch. */
  readonly onProgress?: (progress: Filled) => void;
  readonly pause: Pause;
}

/** The number of planned points, and the progress so far. */
export interface Filled {
  readonly points: number;
  readonly written: number;
  readonly embedded: number;
  /** Vectors of unchanged passages, reused from the previous collection. */
  readonly takenOver: number;
  readonly collection: string;
  /** False where the alias already pointed to this version. */
  readonly changed: boolean;
}

/**
 * Fills a new collection for this version, or continues one that was begun; checks that it is complete, points the
 * alias to it, and removes older ones. Searches never see a half-filled collection.
 * @throws QdrantError, EmbeddingError; what was written stays for the next try
 */
export async function fillQdrant(options: FillOptions): Promise<Filled> {
  const { store, alias, passages, version, embedder, rebuild = false } = options;
  const embedding = embedder?.name ?? "";
  const collection = `${alias}-${(await sha256(JSON.stringify([SPARSE_FORMAT, version, embedding]))).slice(0, 8)}`;
  const points = await Promise.all(passages.map((passage) => planPoint(passage, { version, embedding })));
  const existing = new Set(await store.collections());
  if (existing.has(alias)) throw new QdrantError("name_taken");
  const own = [...existing].filter((name) => isOwn(name, alias));
  const behind = (await store.aliases()).get(alias);
  if (rebuild) {
    for (const name of own) await store.remove(name);
    for (const name of own) existing.delete(name);
  }
  const before = behind !== undefined && existing.has(behind) ? behind : undefined;

  if (
    existing.has(collection) &&
    before === collection &&
    (await store.count(collection)) === points.length
  ) {
    await removeOthers(store, own, collection);
    return { points: points.length, written: 0, embedded: 0, takenOver: 0, collection, changed: false };
  }
  if (!existing.has(collection)) await store.create(collection, embedder?.dimensions);
  await store.indexPayload(collection);
  const source = before === collection ? undefined : before;
  const filled = await writeMissing(points, collection, source, options);
  if ((await store.count(collection)) !== points.length) throw new QdrantError("incomplete");
  await store.point(alias, collection, before);
  await removeOthers(store, rebuild ? [] : own, collection);
  return filled;
}

/** True for the alias' own collections: no other collection on the server is touched. */
function isOwn(name: string, alias: string): boolean {
  return name.startsWith(`${alias}-`) && /^[0-9a-f]{8}$/u.test(name.slice(alias.length + 1));
}

async function removeOthers(store: QdrantStore, own: readonly string[], kept: string): Promise<void> {
  for (const name of own) if (name !== kept) await store.remove(name);
}

async function writeMissing(
  points: readonly PlannedPoint[],
  collection: string,
  source: string | undefined,
  { store, embedder, onProgress, pause }: FillOptions,
): Promise<Filled> {
  let filled: Filled = {
    points: points.length,
    written: 0,
    embedded: 0,
    takenOver: 0,
    collection,
    changed: true,
  };
  for (let at = 0; at < points.length; at += BATCH) {
    const batch = points.slice(at, at + BATCH);
    const there = new Set((await store.stored(collection, idsOf(batch), false)).map(({ id }) => id));
    const missing = batch.filter(({ id }) => !there.has(id));
    if (missing.length === 0) continue;
    const old = await oldVectors(store, source, missing, embedder);
    const fresh = missing.flatMap(({ id, text }) => (text === null || old.has(id) ? [] : [{ id, text }]));
    const vectors = new Map(old);
    if (embedder !== undefined && fresh.length > 0) {
      const made = await embedPatiently(
        embedder,
        fresh.map(({ text }) => text),
        pause,
      );
      for (const [i, { id }] of fresh.entries()) vectors.set(id, made[i] as DenseVector);
    }
    await store.upsert(
      collection,
      missing.map(({ id, payload, sparse }) => {
        const dense = vectors.get(id);
        return { id, payload, sparse, ...(dense !== undefined && { dense }) };
      }),
    );
    filled = {
      ...filled,
      written: filled.written + missing.length,
      embedded: filled.embedded + (embedder === undefined ? 0 : fresh.length),
      takenOver: filled.takenOver + old.size,
    };
    onProgress?.(filled);
  }
  return filled;
}

/** Vectors of the same content from the same model. */
async function oldVectors(
  store: QdrantStore,
  source: string | undefined,
  points: readonly PlannedPoint[],
  embedder: Embedder | undefined,
): Promise<ReadonlyMap<string, DenseVector>> {
  if (source === undefined || embedder === undefined) return new Map();
  const stored = await store.stored(source, idsOf(points), true);
  return new Map(
    stored.flatMap(({ id, embedding, dense }) =>
      embedding === embedder.name && dense?.length === embedder.dimensions ? [[id, dense] as const] : [],
    ),
  );
}

const idsOf = (points: readonly PlannedPoint[]): string[] => points.map(({ id }) => id);
