import type { ChannelName } from "./inbound.ts";
import type { Attachment, Reply } from "./reply.ts";

/** The result of one attempt to send. Only `sent` is final. */
export type SendOutcome =
  /** `messageIds`: one for a message, several for an album; none where the platform names none. */
  /** `movedTo`: the group has a new id; messages have new numbers there. */
  /** `dropped`: why it was let go; only what other messages say as well. */
  | {
      readonly kind: "sent";
      readonly messageIds?: readonly string[];
      readonly movedTo?: string;
      readonly dropped?: string;
    }
  /** Try again, not before `afterMs` where the platform named a time. It counts as a try. */
  | { readonly kind: "retry"; readonly reason: string; readonly afterMs?: number }
  /** Nothing can be sent to this chat before `afterMs`: a limit, or a token that isn't taken. It is nobody's try. */
  | { readonly kind: "wait"; readonly reason: string; readonly afterMs: number }
  /** Not in this form: nothing was sent, and these parts take its place. */
  | { readonly kind: "divided"; readonly reason: string; readonly into: readonly WirePart[] }
  /** We may not write to this person now: hold it until their next message. */
  | { readonly kind: "hold"; readonly reason: string }
  /** It can never be sent: park it so that an operator sees it. */
  | { readonly kind: "park"; readonly reason: string };

/** What kept a part from being sent. */
export type Deferral = Extract<SendOutcome, { kind: "retry" | "wait" | "hold" | "park" }>;

/** Where a part goes. */
export interface Destination {
  readonly chat: string;
  /** The messenger's id of our message that this part replaces. */
  readonly edit?: string;
  /** The forum topic, where the group has topics. */
  readonly thread?: string;
}

/** One message in the platform's form: within its limits, already escaped. */
export interface WirePart {
  readonly body: string;
  /** The kinds of the files that it brings; absent where it is words. */
  readonly files?: readonly Attachment["kind"][];
}

/**
 * A messenger. `render` is pure and splits a reply into parts within the platform's limits; `send` sends one part and
 * never throws: the outcome says what went wrong.
 */
export interface Channel {
  readonly name: ChannelName;
  /**
   * How many messages may follow a person's last word, and how many of them are kept for what can't wait. Absent where
   * there is no such limit.
   */
  readonly afterLastWord?: { readonly all: number; readonly kept: number };
  render(reply: Reply, to: { chat: string; replyTo?: string }): readonly WirePart[];
  send(part: WirePart, to: Destination): Promise<SendOutcome>;
  /** Shows for some seconds that an answer is on its way. Absent where the messenger can't show it; never throws. */
  showSearching?(to: Destination): Promise<void>;
  /** Deletes one of our messages; `sent` where it is gone. Absent where the messenger can't; never throws. */
  remove?(message: string, to: Pick<Destination, "chat">): Promise<SendOutcome>;
  /**
   * Opens a forum topic. Absent where the messenger has none.
   * @returns its id; null where this group has no topics or doesn't let us open one
   */
  openTopic?(chat: string, title: string): Promise<string | null>;
}
