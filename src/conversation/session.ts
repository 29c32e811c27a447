import type { KnowledgeThread } from "../answering/thread.ts";
import type { FigureThread } from "../figures/thread.ts";

/** What is remembered between two messages of one chat. Small, and never the words of a report. */
export interface Session {
  /** Payloads of the buttons last shown, so that "1" can be typed for the first. */
  readonly choices?: readonly string[];
  /** The figure last asked for, so that "còn phường?" is understood. */
  readonly figures?: FigureThread;
  /** The document last cited, so that "hiệu lực khi nào?" is understood. */
  readonly knowledge?: KnowledgeThread;
  readonly greeted?: boolean;
  /** A human operator has the word until then, in milliseconds since the epoch. */
  readonly quietUntil?: number;
  /** When to come back to this chat unasked, as after a report left half told. */
  readonly pauseAt?: number;
}
