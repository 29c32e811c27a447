import type { z } from "zod";
import { AppError } from "../platform/errors.ts";

/** How a call can fail; the operator counts by these. */
export type ModelFailure =
  /** It didn't answer within the turn's time. */
  | "timeout"
  | "rate_limited"
  | "server_error"
  /** The server refuses the request itself: a wrong key, an unknown model. */
  | "rejected"
  | "unreachable"
  /** Not a valid answer: empty, no JSON, incomplete, another shape, too long. */
  | "junk"
  /** The model declined. */
  | "refused"
  /** Too many recent failures: the model isn't asked for a while. */
  | "resting"
  /** This day's tokens, or this chat's calls, are used up. */
  | "over_budget";

/** Why the model gave no answer. Never contains a word of the question or of the answer. */
export class ModelError extends AppError {
  readonly failure: ModelFailure;
  /** The pause that the server asked for, in milliseconds. */
  readonly afterMs: number | undefined;
  /** The tokens of the failed call. */
  readonly usage: Usage | undefined;

  constructor(failure: ModelFailure, { afterMs, usage }: { afterMs?: number; usage?: Usage } = {}) {
    super(`model_${failure}`, "The language model gave no usable answer.");
    this.failure = failure;
    this.afterMs = afterMs;
    this.usage = usage;
  }
}

/** Tokens of one call, as the server counted them; 0 where it doesn't count. */
export interface Usage {
  readonly promptTokens: number;
  readonly completionTokens: number;
}

export const NO_USAGE: Usage = { promptTokens: 0, completionTokens: 0 };

export interface ModelRequest<T> {
  /** The name of the answer, for the schema. */
  readonly name: string;
  /** The instructions: only our own text. */
  readonly system: string;
  /** The data: text of people and documents. Sent as JSON, so that it can't pass for instructions. */
  readonly data: unknown;
  readonly schema: z.ZodType<T>;
  readonly signal: AbortSignal;
}

/** A language model that answers in a given shape. It has no tools, no memory and no secrets. */
export interface ChatModel {
  /** @throws ModelError for every failure */
  ask<T>(request: ModelRequest<T>): Promise<{ readonly value: T; readonly usage: Usage }>;
}
