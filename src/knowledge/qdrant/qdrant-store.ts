import { QdrantClient } from "@qdrant/js-client-rest";
import { z } from "zod";
import type { DenseVector } from "../../model/embeddings/embedder.ts";
import { QdrantError } from "./failure.ts";
import type { PointPayload } from "./point.ts";
import type { SparseVector } from "./sparse.ts";

export interface QdrantStoreSettings {
  /** The server's root; a path is kept, and the port is 6333 where none is given. */
  readonly url: string;
  readonly apiKey?: string;
  /** Longest wait for one call. */
  readonly timeoutMs: number;
}

export interface Point {
  readonly id: string;
  readonly payload: PointPayload;
  readonly sparse: SparseVector;
  readonly dense?: DenseVector;
}

/** What a search may find. */
export interface PointFilter {
  readonly version: string;
  readonly audiences: readonly string[];
  /** Only points of this document. */
  readonly document?: string;
}

export interface PointQuery {
  readonly sparse: SparseVector;
  /** With its embedding space: vectors of another model aren't compared. */
  readonly dense?: { readonly vector: DenseVector; readonly embedding: string };
  readonly filter: PointFilter;
  readonly limit: number;
}

/** A stored point. */
export interface StoredPoint {
  readonly id: string;
  readonly embedding: string;
  readonly dense?: DenseVector;
}

/** Names of the two vectors of a point. */
export const DENSE = "dense";
export const SPARSE = "sparse";

const FILTERED = ["audience", "document", "version", "embedding"] as const;

const Id = z.union([z.string(), z.number()]).transform(String);
const Names = z.object({ collections: z.array(z.object({ name: z.string() })) });
const Aliases = z.object({
  aliases: z.array(z.object({ alias_name: z.string(), collection_name: z.string() })),
});
const Found = z.object({
  points: z.array(
    z.object({ id: Id, score: z.number(), payload: z.object({ passage: z.string() }).nullish() }),
  ),
});
const Stored = z.array(
  z.object({
    id: Id,
    payload: z.object({ embedding: z.string() }).nullish(),
    vector: z.object({ [DENSE]: z.array(z.number()).optional() }).nullish(),
  }),
);
const Counted = z.object({ count: z.number().int().nonnegative() });
const Updated = z.object({ status: z.string() });
const Done = z.literal(true);

/** The ten calls to Qdrant that we make, and no others; docs/qdrant.md lists them. Each throws QdrantError. */
export class QdrantStore {
  readonly #client: QdrantClient;

  constructor({ url, apiKey, timeoutMs }: QdrantStoreSettings) {
    this.#client = new QdrantClient({
      ...addressOf(url),
      timeout: timeoutMs,
      checkCompatibility: false,
      // Not as `apiKey`: the client would warn on the console about every http address, loopback too.
      ...(apiKey !== undefined && { headers: { "api-key": apiKey } }),
    });
  }

  /** GET /collections */
  async collections(): Promise<string[]> {
    const { collections } = await call(Names, () => this.#client.getCollections());
    return collections.map(({ name }) => name);
  }

  /** GET /aliases: alias → collection */
  async aliases(): Promise<ReadonlyMap<string, string>> {
    const { aliases } = await call(Aliases, () => this.#client.getAliases());
    return new Map(aliases.map((entry) => [entry.alias_name, entry.collection_name]));
  }

  /** PUT /collections/{name}: the sparse vector always, the dense one where there are embeddings. */
  async create(name: string, dimensions: number | undefined): Promise<void> {
    await call(Done, () =>
      this.#client.createCollection(name, {
        ...(dimensions !== undefined && { vectors: { [DENSE]: { size: dimensions, distance: "Cosine" } } }),
        sparse_vectors: { [SPARSE]: { modifier: "idf" } },
      }),
    );
  }

  /** PUT /collections/{name}/index, once for each field that a search filters by; repeating it changes nothing. */
  async indexPayload(name: string): Promise<void> {
    for (const field of FILTERED) {
      await call(Updated, () =>
        this.#client.createPayloadIndex(name, { field_name: field, field_schema: "keyword", wait: true }),
      );
    }
  }

  /** PUT /collections/{name}/points; the same points again change nothing. */
  async upsert(name: string, points: readonly Point[]): Promise<void> {
    await call(Updated, () =>
      this.#client.upsert(name, {
        wait: true,
        points: points.map(({ id, payload, sparse, dense }) => ({
          id,
          payload: { ...payload },
          vector: { [SPARSE]: sparse, ...(dense !== undefined && { [DENSE]: [...dense] }) },
        })),
      }),
    );
  }

  /** POST /collections/{name}/points: the existing points among these ids. */
  async stored(name: string, ids: readonly string[], withVectors: boolean): Promise<StoredPoint[]> {
    const records = await call(Stored, () =>
      this.#client.retrieve(name, { ids: [...ids], with_payload: ["embedding"], with_vector: withVectors }),
    );
    return records.map(({ id, payload, vector }) => {
      const dense = vector?.[DENSE];
      return { id, embedding: payload?.embedding ?? "", ...(dense !== undefined && { dense }) };
    });
  }

  /** POST /collections/{name}/points/count */
  async count(name: string): Promise<number> {
    const { count } = await call(Counted, () => this.#client.count(name, { exact: true }));
    return count;
  }

  /** POST /collections/aliases: switches in one step, whether or not the alias existed. */
  async point(alias: string, collection: string, before: string | undefined): Promise<void> {
    await call(Done, () =>
      this.#client.updateCollectionAliases({
        actions: [
          ...(before === undefined ? [] : [{ delete_alias: { alias_name: alias } }]),
          { create_alias: { collection_name: collection, alias_name: alias } },
        ],
      }),
    );
  }

  /** DELETE /collections/{name}; its aliases go with it. */
  async remove(name: string): Promise<void> {
    await call(z.boolean(), () => this.#client.deleteCollection(name));
  }

  /** POST /collections/{name}/points/query: by meaning and by words, fused by their ranks. Passage ids, best first. */
  async query(name: string, { sparse, dense, filter, limit }: PointQuery): Promise<string[]> {
    const must = [
      { key: "version", match: { value: filter.version } },
      { key: "audience", match: { any: [...filter.audiences] } },
      ...(filter.document === undefined ? [] : [{ key: "document", match: { value: filter.document } }]),
    ];
    const byWords = { query: sparse, using: SPARSE, filter: { must }, limit };
    const byMeaning = dense && {
      query: [...dense.vector],
      using: DENSE,
      filter: { must: [...must, { key: "embedding", match: { value: dense.embedding } }] },
      limit,
    };
    const { points } = await call(Found, () =>
      this.#client.query(name, {
        prefetch: byMeaning === undefined ? [byWords] : [byMeaning, byWords],
        query: { fusion: "rrf" },
        limit,
        with_payload: ["passage"],
      }),
    );
    return points.flatMap(({ payload }) => payload?.passage ?? []);
  }
}

/** The client takes the path separately, and uses 6333 for every address without a port, also where 443 was written. */
function addressOf(url: string): { url: string; port?: number; prefix?: string } {
  const { origin, pathname } = new URL(url);
  const written = /^https?:\/\/[^/]*:(\d+)/u.exec(url)?.[1];
  const prefix = pathname.replace(/\/+$/u, "");
  return {
    url: origin,
    ...(written !== undefined && { port: Number(written) }),
    ...(prefix !== "" && { prefix }),
  };
}

async function call<T>(shape: z.ZodType<T>, ask: () => Promise<unknown>): Promise<T> {
  const answer = await ask().catch((error: unknown) => {
    throw failureOf(error);
  });
  const parsed = shape.safeParse(answer);
  if (!parsed.success) throw new QdrantError("junk", "the answer has another shape than Qdrant's");
  return parsed.data;
}

/** The client's errors have no common shape: a status where Qdrant answered, else a name. */
const Refusal = z.object({
  status: z.number().int(),
  data: z
    .object({ status: z.object({ error: z.string() }) })
    .optional()
    .catch(undefined),
});

function failureOf(error: unknown): QdrantError {
  const name = error instanceof Error ? error.name : "";
  const cause = { cause: error };
  if (name === "QdrantClientTimeoutError" || name === "AbortError" || name === "TimeoutError")
    return new QdrantError("timeout", "no answer in time", cause);
  if (name === "QdrantClientResourceExhaustedError") return new QdrantError("rate_limited", "429", cause);
  const { success, data: refusal } = Refusal.safeParse(error);
  if (!success)
    return name === "SyntaxError" || (error instanceof Error && error.message === "Result came uninitialized")
      ? new QdrantError("junk", "the answer can't be read", cause)
      : new QdrantError("unreachable", "no connection", cause);
  const detail = `${refusal.status} ${refusal.data?.status.error ?? ""}`.trim();
  if (refusal.status === 401 || refusal.status === 403) return new QdrantError("unauthorised", detail, cause);
  if (refusal.status === 404) return new QdrantError("missing", detail, cause);
  if (refusal.status === 429) return new QdrantError("rate_limited", detail, cause);
  return new QdrantError(refusal.status >= 500 ? "server_error" : "rejected", detail, cause);
}
