import type { DenseVector } from "../../model/embeddings/embedder.ts";
import type { Passage } from "../knowledge-index.ts";

/** What an embedding model makes of a section, as its row has it. */
export interface StoredSimilarity {
  /** The name of the space: only vectors of the same one can be compared. */
  readonly similarIn: string;
  /** Base64: the middle of its wordings, a byte a number. */
  readonly similar: string;
}

/** More wordings move the middle no further, and each costs a call's time. */
const MOST_WORDINGS = 8;
const MOST = 127;

/** The wordings of a section that stand for it: the heading, and others from the first to the last. */
export function wordingsFor({ headings, asks }: Passage): string[] {
  const all = [headings.at(-1) ?? "", ...asks].filter((wording) => wording.trim() !== "");
  if (all.length <= MOST_WORDINGS) return all;
  const step = (all.length - 1) / (MOST_WORDINGS - 1);
  return Array.from({ length: MOST_WORDINGS }, (_, i) => all[Math.round(i * step)] as string);
}

/** The middle of some vectors, of length 1; each counts the same, however long it is. */
export function middleOf(vectors: readonly (DenseVector | Float32Array)[]): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) {
    const length = Math.hypot(...vector) || 1;
    for (let d = 0; d < sum.length; d += 1) sum[d] = (sum[d] as number) + (vector[d] as number) / length;
  }
  return unit(sum);
}

export function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

export function packed(vector: Float32Array): string {
  const scale = MOST / vector.reduce((most, value) => Math.max(most, Math.abs(value)), Number.EPSILON);
  const letters = Array.from(vector, (value) => String.fromCharCode(Math.round(value * scale) & 0xff));
  return btoa(letters.join(""));
}

/** As it was packed, but for the rounding and the length, which is 1. */
export const unpacked = (stored: string): Float32Array =>
  unit(Float32Array.from(Int8Array.from(atob(stored), (letter) => letter.charCodeAt(0))));
