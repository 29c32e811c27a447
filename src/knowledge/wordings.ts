import { ASKED_ASPECTS } from "../reader/names/labels.ts";
import type { Encoded, Encoder } from "./encoder.ts";
import type { Passage } from "./knowledge-index.ts";

/** What is learned of a section's own wordings, as its row has it. */
export interface StoredWordings {
  /** The encoder's name: another one's vectors can't be compared. */
  readonly encoder: string;
  /** Base64: of each wording the vector and then its aspects, a byte a number. */
  readonly wordings: string;
}

/** The vectors and aspects of a section's own wordings, the heading first, side by side. */
export interface Wordings {
  readonly vectors: Int8Array;
  /** One over the length of each vector. */
  readonly scales: Float32Array;
  /** 0..127 for 0..1. */
  readonly aspects: Int8Array;
}

const ASPECTS = ASKED_ASPECTS.length;
const MOST = 127;

/** The heading's and the other ways of asking. */
export function encodeWordings({ headings, asks }: Passage, encoder: Encoder): StoredWordings {
  const bytes = [headings.at(-1) ?? "", ...asks].flatMap((wording) => {
    const { vector, aspects } = encoder.encode(wording);
    const scale = MOST / vector.reduce((most, value) => Math.max(most, Math.abs(value)), Number.EPSILON);
    return [
      ...vector.map((value) => Math.round(value * scale)),
      ...aspects.map((value) => Math.round(value * MOST)),
    ];
  });
  const letters = Array.from(Int8Array.from(bytes), (byte) => String.fromCharCode(byte & 0xff));
  return { encoder: encoder.name, wordings: btoa(letters.join("")) };
}

/** As this encoder's questions are compared with; undefined where another one made them. */
export const wordingsBy = (
  encoder: Encoder,
  { encoder: by, wordings }: StoredWordings,
): Wordings | undefined => (by === encoder.name ? decoded(wordings, encoder.dims) : undefined);

function decoded(stored: string, dims: number): Wordings {
  const bytes = Int8Array.from(atob(stored), (letter) => letter.charCodeAt(0));
  const count = Math.floor(bytes.length / (dims + ASPECTS));
  const vectors = new Int8Array(count * dims);
  const aspects = new Int8Array(count * ASPECTS);
  for (let i = 0; i < count; i += 1) {
    const at = i * (dims + ASPECTS);
    vectors.set(bytes.subarray(at, at + dims), i * dims);
    aspects.set(bytes.subarray(at + dims, at + dims + ASPECTS), i * ASPECTS);
  }
  const scales = Float32Array.from({ length: count }, (_, i) => {
    let square = 0;
    for (let d = i * dims; d < (i + 1) * dims; d += 1) square += (vectors[d] as number) ** 2;
    return 1 / Math.sqrt(square || 1);
  });
  return { vectors, scales, aspects };
}

/** How near a question is to a section's own wordings. */
export interface Nearness {
  /** The cosine of the nearest wording, -1..1. */
  readonly meaning: number;
  /** The mean cosine of the three nearest. */
  readonly around: number;
  /** The mean cosine of all. */
  readonly centre: number;
  /** Whether wordings that are about as near ask for the same, 0..1. */
  readonly asked: number;
}

/** Wordings this much less near may still be what is asked. */
const ABOUT_AS_NEAR = 0.15;

/** The cosine of the nearest of a section's wordings. */
export const nearestCosine = (vector: Float32Array, own: Wordings): number =>
  cosinesOf(vector, own).reduce((most, cosine) => Math.max(most, cosine), -1);

export function nearnessOf({ vector, aspects }: Encoded, own: Wordings): Nearness {
  const cosines = cosinesOf(vector, own);
  const falling = [...cosines].sort((a, b) => b - a);
  const [meaning = 0] = falling;
  const asked = Array.from(cosines, (cosine, i) =>
    cosine < meaning - ABOUT_AS_NEAR ? 0 : shared(aspects, own.aspects, i),
  );
  return {
    meaning,
    around: meanOf(falling.slice(0, 3)),
    centre: meanOf(falling),
    asked: Math.max(0, ...asked),
  };
}

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / (values.length || 1);

const cosinesOf = (vector: Float32Array, { vectors, scales }: Wordings): Float32Array =>
  scales.map((scale, i) => {
    const from = i * vector.length;
    let sum = 0;
    for (let d = 0; d < vector.length; d += 1) sum += (vector[d] as number) * (vectors[from + d] as number);
    return sum * scale;
  });

/** What two distributions have in common, 0..1. */
function shared(asked: Float32Array, own: Int8Array, wording: number): number {
  return asked.reduce((sum, p, i) => sum + Math.min(p, (own[wording * ASPECTS + i] as number) / MOST), 0);
}
