import type { Utterance } from "../language/utterance.ts";
import type { Inbound } from "../messaging/inbound.ts";
import type { Reply } from "../messaging/reply.ts";
import type { MessageReading } from "../reading/read-message.ts";
import type { Session } from "./session.ts";

/** Everything a feature may look at. What it may call on is handed to it when it is made. */
export interface TurnContext {
  readonly inbound: Inbound;
  /** The words, as they were typed and as they compare. */
  readonly utterance: Utterance;
  /** What the message was read for: danger, incident, boundary; each is looked for once a turn. */
  readonly reading: MessageReading;
  readonly session: Session;
  /** The present, in milliseconds since the epoch: one for the whole turn. */
  readonly now: number;
  /** The code of the report that the message of ours was about, where this one replies to it. */
  readonly about?: string | undefined;
  /** The report that a handler last asked this person about. */
  readonly asked?: Asked | undefined;
  /** Tells the person that an answer is being looked for, where the messenger can; returns at once. */
  readonly searching?: () => void;
  /** True where a newer message of the chat waits already. */
  readonly isOvertaken?: () => boolean;
}

/** A handler's question to the person of this chat. */
export interface Asked {
  readonly code: string;
  readonly at: number;
}

/** One thing the assistant can do. Returns null when the message is not its business. */
export interface Feature {
  readonly name: string;
  take(context: TurnContext): Promise<FeatureResult | null> | FeatureResult | null;
}

export interface FeatureResult {
  readonly replies: readonly Reply[];
  /** Merged over the session; a slice set to undefined is forgotten. */
  readonly session?: Session;
  /** `ignored` is the honest outcome of an echo or a receipt. */
  readonly outcome?: "answered" | "ignored";
  /** What an operator should be able to count, such as a withheld answer. Names from our own code only. */
  readonly events?: readonly string[];
  /** Nothing is said: the session is kept and the message goes on to the next feature. */
  readonly goesOn?: true;
}
