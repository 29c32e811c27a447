import type { Utterance } from "../language/utterance.ts";
import type { Inbound } from "../messaging/inbound.ts";
import type { Reply } from "../messaging/reply.ts";
import type { Matter } from "../reader/names/labels.ts";
import type { MessageReading } from "../reading/read-message.ts";
import type { Session } from "./session.ts";

/** Everything that a feature may read. Services are passed to it when it is made. */
export interface TurnContext {
  readonly inbound: Inbound;
  /** The words, as typed and in forms for comparison. */
  readonly utterance: Utterance;
  /** Danger, incident and boundary in the message; each is computed once a turn. */
  readonly reading: MessageReading;
  readonly session: Session;
  /** What is open in the chat, with which the message was read. */
  readonly matter: Matter;
  /** The present, in milliseconds since the epoch: one for the whole turn. */
  readonly now: number;
  /** The code of the report that our message was about, where this one replies to it. */
  readonly about?: string | undefined;
  /** The report that a handler last asked this person about. */
  readonly asked?: Asked | undefined;
  /** The report of which this person last heard the result. */
  readonly ended?: Asked | undefined;
  /** Shows the person that we are looking for an answer, where the messenger can; returns at once. */
  readonly searching?: () => void;
  /** True where a newer message of the chat is already waiting. */
  readonly isOvertaken?: () => boolean;
}

/** A handler's question to the person of this chat, or the result of a report. */
export interface Asked {
  readonly code: string;
  readonly at: number;
}

/**
 * One thing that the assistant can do. `take` returns null where the message isn't for this feature.
 * @example
 * const echo: Feature = {
 *   name: "echo",
 *   take: ({ utterance }) => (utterance.clean === "" ? null : { replies: [{ blocks: [text(utterance.clean)] }] }),
 * };
 */
export interface Feature {
  readonly name: string;
  readonly take: Skill;
}

/** What is done with a message; null where it isn't for this. */
export type Skill = (context: TurnContext) => Promise<FeatureResult | null> | FeatureResult | null;

export interface FeatureResult {
  readonly replies: readonly Reply[];
  /** Merged into the session; a slice set to undefined is deleted. */
  readonly session?: Session;
  /** `ignored`: no answer is due, as for an echo or a receipt. */
  readonly outcome?: "answered" | "ignored";
  /** Events that an operator can count, such as a withheld answer. Names from our own code only. */
  readonly events?: readonly string[];
  /** The person had their data erased: the chat forgets all but what belongs to these cases, which are still open. */
  readonly erases?: { readonly open: readonly string[] };
  /** Every word of the message belongs to this answer: nothing else may be meant by it, and no doubt of a danger stands above. */
  readonly unmistaken?: true;
  /** Nothing is sent: the session changes and the message goes on to the next feature. */
  readonly goesOn?: true;
}
