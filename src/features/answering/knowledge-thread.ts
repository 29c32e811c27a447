import { MINUTE } from "../../platform/time.ts";

/** What an answer leaves behind for a follow-up question. */
export interface KnowledgeThread {
  readonly documentId: string;
  /** The heading answered last, in words. */
  readonly topic: string;
  /** The passage's own question that was nearest to what the person asked: our words, never theirs. */
  readonly asked?: string;
  /** When it was answered, in milliseconds since the epoch. */
  readonly at: number;
}

/** After this long a short question is taken by itself. */
const FRESH = 30 * MINUTE;

/** The thread while it is fresh. */
export function liveThread(thread: KnowledgeThread | undefined, now: number): KnowledgeThread | null {
  return thread !== undefined && now - thread.at <= FRESH ? thread : null;
}
