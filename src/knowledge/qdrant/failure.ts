import { AppError } from "../../platform/errors.ts";

export type QdrantFailure =
  | "unreachable"
  | "timeout"
  | "unauthorised"
  /** The collection or the alias doesn't exist. */
  | "missing"
  | "rate_limited"
  /** Any other 4xx: most often a vector of another size than the collection's. */
  | "rejected"
  | "server_error"
  /** Not a valid answer. */
  | "junk"
  /** It has another version of the knowledge than D1. */
  | "stale"
  /** After filling, it has fewer points than were sent. */
  | "incomplete"
  /** A collection has the name of the alias. */
  | "name_taken";

/** Qdrant could not do it. `code` says why: "qdrant_missing"; the message is for a terminal, never for a log. */
export class QdrantError extends AppError {
  readonly failure: QdrantFailure;

  constructor(failure: QdrantFailure, detail: string = failure, options?: ErrorOptions) {
    super(`qdrant_${failure}`, detail, options);
    this.failure = failure;
  }
}
