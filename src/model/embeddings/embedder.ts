import { AppError } from "../../platform/errors.ts";

export type EmbeddingFailure =
  | "timeout"
  | "rate_limited"
  | "server_error"
  | "rejected"
  | "unreachable"
  | "wrong_size"
  | "junk";

/** Texts couldn't be embedded. `code` says why: "embeddings_timeout". */
export class EmbeddingError extends AppError {
  readonly failure: EmbeddingFailure;
  /** The pause that the server asked for, in milliseconds, where it did. */
  readonly afterMs: number | undefined;

  constructor(failure: EmbeddingFailure, { afterMs, cause }: { afterMs?: number; cause?: unknown } = {}) {
    super(`embeddings_${failure}`, `the embedding model failed: ${failure}`, { cause });
    this.failure = failure;
    this.afterMs = afterMs;
  }
}

/** Finite numbers, one for each dimension of the embedder. */
export type DenseVector = readonly number[];

export interface Embedder {
  /** Names the space of the vectors: only those of the same name can be compared. */
  readonly name: string;
  readonly dimensions: number;
  /**
   * One vector for each text, in order.
   * @throws EmbeddingError
   */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<readonly DenseVector[]>;
}
