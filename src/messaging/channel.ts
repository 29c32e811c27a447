import type { ChannelName } from "./inbound.ts";
import type { Reply } from "./reply.ts";

/** What became of one attempt to send. Only `sent` ends the matter. */
export type SendOutcome =
  /** `messageIds`: one for a message, several for an album; none where the platform names none. */
  /** `movedTo`: the group has a new id; messages have new numbers there. */
  | { readonly kind: "sent"; readonly messageIds?: readonly string[]; readonly movedTo?: string }
  /** Try again, not before `afterMs` from now when the platform said so. */
  | { readonly kind: "retry"; readonly reason: string; readonly afterMs?: number }
  /** The window to this person is closed: keep it for their next word. */
  | { readonly kind: "hold"; readonly reason: string }
  /** It can never be sent: park it where an operator sees it. */
  | { readonly kind: "park"; readonly reason: string };

/** Where a part goes. */
export interface Destination {
  readonly chat: string;
  /** The messenger's id of our own message that the part takes the place of. */
  readonly edit?: string;
  /** The forum topic, where the group has topics. */
  readonly thread?: string;
}

/** One message as it goes over the wire: small enough for the platform, already escaped. */
export interface WirePart {
  readonly body: string;
}

/**
 * A messenger. `render` is pure and splits a reply into parts within the platform's limits;
 * `send` puts one part on the wire and never throws: what went wrong is in the outcome.
 */
export interface Channel {
  readonly name: ChannelName;
  render(reply: Reply, to: { chat: string; replyTo?: string }): readonly WirePart[];
  send(part: WirePart, to: Destination): Promise<SendOutcome>;
  /** Shows for some seconds that an answer is on its way. Absent where the messenger has no such sign; never throws. */
  showSearching?(to: Destination): Promise<void>;
  /**
   * Opens a forum topic. Absent where the messenger has none.
   * @returns its id; null where this group has no topics or doesn't let us open one
   */
  openTopic?(chat: string, title: string): Promise<string | null>;
}
