import type { z } from "zod";
import { AppError } from "../platform/errors.ts";

/** How a call can fail; the operator counts by these. */
export type ModelFailure =
  /** It hung, or the turn's time was over. */
  | "timeout"
  | "rate_limited"
  | "server_error"
  /** The server refuses the request as such: a wrong key, an unknown model. */
  | "rejected"
  | "unreachable"
  /** An answer that isn't what was asked for: empty, no JSON, half of it, another shape, too long. */
  | "junk"
  /** The model declined. */
  | "refused"
  /** Too many failures lately: nothing is asked for a while. */
  | "resting"
  /** This day's tokens, or this chat's calls, are used up. */
  | "over_budget";

/** Why there is no answer from the model. Never holds a word of the question or of what came back. */
export class ModelError extends AppError {
  readonly failure: ModelFailure;
  /** How long the server asked to be left alone, in milliseconds. */
  readonly afterMs: number | undefined;
  /** What the failed call cost all the same. */
  readonly usage: Usage | undefined;

  constructor(failure: ModelFailure, { afterMs, usage }: { afterMs?: number; usage?: Usage } = {}) {
    super(`model_${failure}`, "The language model gave no usable answer.");
    this.failure = failure;
    this.afterMs = afterMs;
    this.usage = usage;
  }
}

/** Tokens of one call, as the server counted them; 0 where it doesn't. */
export interface Usage {
  readonly promptTokens: number;
  readonly completionTokens: number;
}

export const NO_USAGE: Usage = { promptTokens: 0, completionTokens: 0 };

export interface ModelRequest<T> {
  /** What the answer is called, for the schema. */
  readonly name: string;
  /** The instructions: ours alone. */
  readonly system: string;
  /** The data: what people and documents say. Sent as JSON, so that it can't pass for instructions. */
  readonly data: unknown;
  readonly schema: z.ZodType<T>;
  readonly signal: AbortSignal;
}

/** A language model that answers in a given shape. It has no tools, no memory and no secrets. */
export interface ChatModel {
  /** @throws ModelError whatever went wrong */
  ask<T>(request: ModelRequest<T>): Promise<{ readonly value: T; readonly usage: Usage }>;
}
