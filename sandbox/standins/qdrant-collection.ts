import type {
  CreateCollection,
  Filter,
  QueryPoints,
  RetrievePoints,
  SparseVector,
  UpsertPoints,
} from "./qdrant-requests.ts";

/** A refusal of Qdrant, with its status. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

type StoredVector = readonly number[] | SparseVector;

export interface StoredPoint {
  readonly id: string | number;
  readonly vector: Readonly<Record<string, StoredVector>>;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Qdrant's constant in 1 / (k + rank), ranks from 0. */
const RRF_K = 2;
const DEFAULT_LIMIT = 10;

/** One collection of the stand-in: it computes as Qdrant does, over all points, without an approximate index. */
export class StandInCollection {
  readonly points = new Map<string | number, StoredPoint>();
  readonly indexed = new Set<string>();
  readonly #config: CreateCollection;

  constructor(config: CreateCollection) {
    this.#config = config;
  }

  upsert({ points }: UpsertPoints): void {
    const stored = points.map(({ id, vector, payload = {} }) => ({
      id,
      payload,
      vector: Object.fromEntries(
        Object.entries(vector).map(([name, values]) => [name, this.#checked(name, values)]),
      ),
    }));
    for (const point of stored) this.points.set(point.id, point);
  }

  retrieve({ ids, with_payload: withPayload, with_vector: withVector }: RetrievePoints): object[] {
    return ids.flatMap((id) => {
      const point = this.points.get(id);
      if (point === undefined) return [];
      const names = Array.isArray(withVector) ? withVector : Object.keys(point.vector);
      const vector = Object.fromEntries(
        Object.entries(point.vector).filter(([name]) => names.includes(name)),
      );
      return [{ id, payload: chosen(point.payload, withPayload ?? true), ...(withVector && { vector }) }];
    });
  }

  count(filter?: Filter): number {
    return [...this.points.values()].filter((point) => passes(point, filter)).length;
  }

  /** Each prefetch by itself, then their ranks fused. */
  query({ prefetch, limit = DEFAULT_LIMIT, with_payload: withPayload }: QueryPoints): object[] {
    const fused = new Map<string | number, number>();
    for (const { query, using, filter, limit: own = DEFAULT_LIMIT } of prefetch) {
      for (const [rank, { id }] of this.#nearest(query, using, filter).slice(0, own).entries()) {
        fused.set(id, (fused.get(id) ?? 0) + 1 / (RRF_K + rank));
      }
    }
    return [...fused]
      .sort(([, a], [, b]) => b - a)
      .slice(0, limit)
      .map(([id, score]) => {
        const payload = this.points.get(id)?.payload ?? {};
        return { id, version: 1, score, ...(withPayload && { payload: chosen(payload, withPayload) }) };
      });
  }

  #nearest(query: StoredVector, using: string, filter: Filter | undefined): StoredPoint[] {
    const asked = this.#checked(using, query);
    const candidates = [...this.points.values()].filter((point) => passes(point, filter));
    const score = isSparse(asked) ? this.#sparseScore(using, asked) : denseScore(using, asked);
    return candidates
      .flatMap((point) => {
        const found = score(point);
        return found === null ? [] : [{ point, found }];
      })
      .sort((a, b) => b.found - a.found)
      .map(({ point }) => point);
  }

  /** Dot product; with the modifier rare indices weigh more. A point without a common index isn't found. */
  #sparseScore(using: string, asked: SparseVector): (point: StoredPoint) => number | null {
    const idf = this.#config.sparse_vectors?.[using]?.modifier === "idf";
    const all = [...this.points.values()].map((point) => point.vector[using]).filter((v) => v !== undefined);
    const weights = new Map(
      asked.indices.map((place, i) => {
        const df = all.filter((vector) => isSparse(vector) && vector.indices.includes(place)).length;
        const weight = idf ? Math.log((all.length - df + 0.5) / (df + 0.5) + 1) : 1;
        return [place, weight * (asked.values[i] as number)];
      }),
    );
    return ({ vector }) => {
      const own = vector[using];
      if (own === undefined || !isSparse(own) || !own.indices.some((place) => weights.has(place)))
        return null;
      return own.indices.reduce(
        (sum, place, i) => sum + (weights.get(place) ?? 0) * (own.values[i] as number),
        0,
      );
    };
  }

  /** Refuses what Qdrant refuses: an unknown name, another size, another kind. Dense ones come back with length 1. */
  #checked(name: string, vector: StoredVector): StoredVector {
    const dense = this.#config.vectors?.[name];
    const sparse = this.#config.sparse_vectors?.[name];
    if (dense === undefined && sparse === undefined)
      throw new Refused(400, `Wrong input: Not existing vector name error: ${name}`);
    if (isSparse(vector)) {
      if (sparse === undefined)
        throw new Refused(400, "Wrong input: Conversion between sparse and regular vectors failed");
      return vector;
    }
    if (dense === undefined)
      throw new Refused(400, "Wrong input: Conversion between sparse and regular vectors failed");
    if (vector.length !== dense.size)
      throw new Refused(
        400,
        `Wrong input: Vector dimension error: expected dim: ${dense.size}, got ${vector.length}`,
      );
    const length = Math.hypot(...vector);
    return length === 0 ? vector : vector.map((value) => value / length);
  }
}

function denseScore(using: string, asked: readonly number[]): (point: StoredPoint) => number | null {
  return ({ vector }) => {
    const own = vector[using];
    if (own === undefined || isSparse(own)) return null;
    return own.reduce((sum, value, i) => sum + value * (asked[i] as number), 0);
  };
}

function isSparse(vector: StoredVector): vector is SparseVector {
  return !Array.isArray(vector);
}

function passes({ payload }: StoredPoint, filter: Filter | undefined): boolean {
  return (filter?.must ?? []).every(({ key, match }) => {
    const value = payload[key];
    if (typeof value !== "string") return false;
    return "value" in match ? value === match.value : match.any.includes(value);
  });
}

function chosen(payload: Readonly<Record<string, unknown>>, which: boolean | readonly string[]): object {
  if (typeof which === "boolean") return which ? payload : {};
  return Object.fromEntries(Object.entries(payload).filter(([name]) => which.includes(name)));
}
