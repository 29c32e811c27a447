import type { Passage } from "../knowledge-index.ts";
import { SPARSE_FORMAT, type SparseVector, sparseOfPassage } from "./sparse.ts";

/** What Qdrant stores of a passage besides its vectors: no text. The text comes from D1, by the passage's id. */
export interface PointPayload {
  readonly passage: string;
  readonly document: string;
  readonly audience: Passage["document"]["audience"];
  /** The version of the knowledge; a search asks only for the one that D1 has. */
  readonly version: string;
  /** The name of the embedding space; empty where the point has no dense vector. */
  readonly embedding: string;
}

/** A passage on its way to Qdrant, still without its dense vector. */
export interface PlannedPoint {
  readonly id: string;
  readonly payload: PointPayload;
  readonly sparse: SparseVector;
  /** The text for the dense vector; null for an internal passage, which is never sent to an embedding server. */
  readonly text: string | null;
}

/** A fixed random namespace for this project's points (RFC 9562 requires one). */
const NAMESPACE = "6f3a1c52-8d0e-5b47-9a64-138013801380";

/**
 * A passage as a point. The same content gets the same id in every version, so writing it twice changes nothing and its
 * vectors can be reused.
 */
export async function planPoint(
  passage: Passage,
  { version, embedding }: { readonly version: string; readonly embedding: string },
): Promise<PlannedPoint> {
  const { id, document, headings, text, asks } = passage;
  const isOpen = document.audience === "public";
  const content = await sha256(JSON.stringify([SPARSE_FORMAT, document.number, headings, text, asks]));
  return {
    id: await uuidV5(`${id}\n${content}`),
    payload: {
      passage: id,
      document: document.id,
      audience: document.audience,
      version,
      embedding: isOpen ? embedding : "",
    },
    sparse: sparseOfPassage(passage),
    text: isOpen ? [...headings, text, ...asks].join("\n") : null,
  };
}

/** Lower-case hexadecimal. */
export async function sha256(content: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(content))));
}

/** RFC 9562, 5.5: named by SHA-1. */
async function uuidV5(name: string): Promise<string> {
  const namespace = Uint8Array.from(NAMESPACE.replaceAll("-", "").match(/../gu) ?? [], (pair) =>
    Number.parseInt(pair, 16),
  );
  const bytes = new Uint8Array([...namespace, ...new TextEncoder().encode(name)]);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-1", bytes)).slice(0, 16);
  digest[6] = ((digest[6] as number) & 0x0f) | 0x50;
  digest[8] = ((digest[8] as number) & 0x3f) | 0x80;
  return hex(digest).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, "$1-$2-$3-$4-$5");
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
