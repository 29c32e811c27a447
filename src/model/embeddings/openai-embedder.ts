import OpenAI, { APIConnectionError, APIError, APIUserAbortError } from "openai";
import { z } from "zod";
import { MINUTE } from "../../platform/time.ts";
import { type DenseVector, type Embedder, EmbeddingError } from "./embedder.ts";

export interface OpenAiEmbedderSettings {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly model: string;
  readonly dimensions: number;
}

/** For filling an index; a search passes its own signal and waits far less. */
const PATIENCE_MS = MINUTE;

const Answer = z.object({
  data: z.array(z.object({ index: z.number().int().nonnegative(), embedding: z.array(z.unknown()) })),
});

/**
 * An embedding model on any server with OpenAI's embeddings. It never tries twice: filling an index waits and asks
 * again, a search goes on without.
 */
export function createOpenAiEmbedder({
  apiKey,
  baseUrl,
  model,
  dimensions,
}: OpenAiEmbedderSettings): Embedder {
  const client = new OpenAI({
    apiKey,
    baseURL: baseUrl,
    maxRetries: 0,
    timeout: PATIENCE_MS,
    logLevel: "off",
  });
  /** Servers with a model of only one size refuse a request that names the size. */
  let saysSize = true;

  async function ask(texts: readonly string[], signal: AbortSignal | undefined): Promise<unknown> {
    const told = saysSize;
    const body = { model, input: [...texts], encoding_format: "float" as const };
    try {
      return await client.embeddings.create(
        told ? { ...body, dimensions } : body,
        signal === undefined ? {} : { signal },
      );
    } catch (error) {
      if (!told || !refusesSize(error)) throw error;
      saysSize = false;
      return ask(texts, signal);
    }
  }

  return {
    name: `${model}/${dimensions}`,
    dimensions,
    async embed(texts, signal) {
      if (texts.length === 0) return [];
      try {
        return read(await ask(texts, signal), texts.length, dimensions);
      } catch (error) {
        throw failureOf(error, signal);
      }
    },
  };
}

function refusesSize(error: unknown): boolean {
  return (
    error instanceof APIError &&
    (error.status === 400 || error.status === 422) &&
    /dimension|matryoshka/iu.test(`${error.param ?? ""} ${error.message}`)
  );
}

/** Servers answer in any order and may leave out things: each vector is put in its place and checked. */
function read(answer: unknown, wanted: number, dimensions: number): DenseVector[] {
  const parsed = Answer.safeParse(answer);
  if (!parsed.success || parsed.data.data.length !== wanted) throw new EmbeddingError("junk");
  const vectors = new Array<DenseVector | undefined>(wanted).fill(undefined);
  for (const { index, embedding } of parsed.data.data) {
    if (index >= wanted || vectors[index] !== undefined) throw new EmbeddingError("junk");
    vectors[index] = checkedVector(embedding, dimensions);
  }
  return vectors.map((vector) => vector as DenseVector);
}

/** @throws EmbeddingError for a wrong size, and for unusable values: NaN, Infinity, all zero */
function checkedVector(values: readonly unknown[], dimensions: number): DenseVector {
  if (values.length !== dimensions) throw new EmbeddingError("wrong_size");
  if (!values.every((value) => Number.isFinite(value)) || values.every((value) => value === 0))
    throw new EmbeddingError("junk");
  return values as DenseVector;
}

function failureOf(error: unknown, signal: AbortSignal | undefined): EmbeddingError {
  if (error instanceof EmbeddingError) return error;
  const cause = { cause: error };
  if (signal?.aborted || error instanceof APIUserAbortError) return new EmbeddingError("timeout", cause);
  if (error instanceof SyntaxError) return new EmbeddingError("junk", cause);
  if (error instanceof APIConnectionError || !(error instanceof APIError) || error.status === undefined)
    return new EmbeddingError("unreachable", cause);
  if (error.status === 429) return new EmbeddingError("rate_limited", { ...cause, ...afterOf(error) });
  return new EmbeddingError(error.status >= 500 ? "server_error" : "rejected", cause);
}

function afterOf({ headers }: APIError): { afterMs?: number } {
  const seconds = Number.parseFloat(headers?.get("retry-after") ?? "");
  return seconds >= 0 ? { afterMs: seconds * 1_000 } : {};
}
