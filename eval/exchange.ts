import type { Passage } from "../src/knowledge/knowledge-index.ts";
import type { Inbound } from "../src/messaging/inbound.ts";
import type { Reply } from "../src/messaging/reply.ts";
import type { ShownReply } from "./score.ts";

/** What a person sends: words, or anything else that a messenger carries. */
export type Message = string | Inbound["content"];

/** One message and everything that came of it. */
export interface Exchange extends ShownReply {
  readonly replies: readonly Reply[];
  /** The passages of each search of this turn, best first. */
  readonly searches: readonly (readonly Passage[])[];
  /** What the turn counted, such as "model_answered". */
  readonly events: readonly string[];
  readonly ms: number;
  /** Tokens that the model's server counted for this turn. */
  readonly tokens: number;
  /** How often a model was asked. */
  readonly calls: number;
}
