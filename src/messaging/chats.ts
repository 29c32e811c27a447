import { errorCode } from "../platform/errors.ts";
import { logEvent } from "../platform/log.ts";
import type { ChatCounts } from "./counts.ts";
import type { ChannelName, Inbound } from "./inbound.ts";
import type { Reply } from "./reply.ts";

/** A message for a chat that was caused elsewhere, such as a message about a report. */
export interface Delivery {
  /** A second delivery with the same key is ignored. */
  readonly key: string;
  readonly channel: ChannelName;
  readonly chat: string;
  readonly replies: readonly Reply[];
}

/** What waits in a chat: messages to be read and replies to be sent. */
export interface WaitingCounts {
  readonly waiting: number;
  readonly outgoing: number;
  readonly parked: number;
}

/** The state of a message that was parked. `queued` waits for its turn or for sending, `gone` is no longer known. */
export type ParkedState = "parked" | "queued" | "gone";

/** One chat, as its callers see it. Implemented by the Durable Object `Conversation`. */
export interface Chat extends Rpc.DurableObjectBranded {
  /** Stores a message; throws only where that failed. */
  accept(inbound: Inbound): Promise<"journaled" | "duplicate">;
  /** Stores a message that is to be sent here. */
  deliver(delivery: Delivery): Promise<void>;
  /** Continues unfinished work, then counts. */
  wake(): Promise<WaitingCounts & ChatCounts & { readonly settled: number | null }>;
  messageCounts(): Promise<ChatCounts>;
  /** Moves everything to the object that `FindChat` finds, where this one has an older name. */
  changeOver(): Promise<void>;
  /**
   * Forgets what it stores about a report.
   * @param empties where the report was this chat's own: also what was deleted before is overwritten
   */
  forgetCase(code: string, how?: { readonly empties: boolean }): Promise<void>;
  retryParked(name: string): Promise<{ readonly state: ParkedState | "sent"; readonly reason?: string }>;
  dismissParked(name: string): Promise<boolean>;
}

/** All chats: the binding that finds the one object of each. */
export type Chats = DurableObjectNamespace<Chat>;

/** Which chat: a messenger, and its id of the chat. */
export type ChatAddress = Pick<Inbound, "channel" | "chat">;

/**
 * Finds the one object that has a chat; made by `chatFinder`.
 * @example await (await chatOf(inbound)).accept(inbound) // "journaled", or "duplicate"
 */
export type FindChat = (address: ChatAddress) => Promise<DurableObjectStub<Chat>>;

/** Sends a message to a private Telegram chat; the same key is sent once. */
export async function tellOfficial(chatOf: FindChat, chat: string, key: string, reply: Reply): Promise<void> {
  const to = { channel: "telegram", chat } as const;
  await (await chatOf(to)).deliver({ key, ...to, replies: [reply] });
}

/** Sends a message to each of these officials, once by its key. A failure with one doesn't stop the others. */
export async function tellOfficials(
  chatOf: FindChat,
  ids: readonly string[],
  key: string,
  reply: Reply,
): Promise<void> {
  for (const id of ids)
    await tellOfficial(chatOf, id, key, reply).catch((error: unknown) =>
      logEvent("official_not_told", { code: errorCode(error) }),
    );
}
