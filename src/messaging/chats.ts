import { errorCode } from "../platform/errors.ts";
import { logEvent } from "../platform/log.ts";
import type { ChatCounts } from "./counts.ts";
import type { ChannelName, Inbound } from "./inbound.ts";
import type { Reply } from "./reply.ts";

/** Something for a chat that did not begin in it, such as a word about a report. */
export interface Delivery {
  /** Makes a repeated delivery none. */
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

/** Where a message that was parked stands. `queued` waits for its turn or its sending, `gone` is known no longer. */
export type ParkedState = "parked" | "queued" | "gone";

/** One chat as others call it. Implemented by the Durable Object `Conversation`. */
export interface Chat extends Rpc.DurableObjectBranded {
  /** Writes a message down; throws only where that failed. */
  accept(inbound: Inbound): Promise<"journaled" | "duplicate">;
  /** Writes down what is to be said here. */
  deliver(delivery: Delivery): Promise<void>;
  /** Goes on with whatever is unfinished, then counts. */
  wake(): Promise<WaitingCounts & ChatCounts & { readonly settled: number | null }>;
  messageCounts(): Promise<ChatCounts>;
  retryParked(name: string): Promise<{ readonly state: ParkedState | "sent"; readonly reason?: string }>;
  dismissParked(name: string): Promise<boolean>;
}

/** All chats: the binding that finds the one object of each. */
export type Chats = DurableObjectNamespace<Chat>;

/** The one object that has this chat. */
export function chatOf(chats: Chats, { channel, chat }: Pick<Inbound, "channel" | "chat">) {
  return chats.get(chats.idFromName(`${channel}:${chat}`));
}

/** Says something in a private Telegram chat, once by its key. */
export async function tellOfficial(chats: Chats, chat: string, key: string, reply: Reply): Promise<void> {
  const to = { channel: "telegram", chat } as const;
  await chatOf(chats, to).deliver({ key, ...to, replies: [reply] });
}

/** Says something to each of these officials, once by its key. One who can't be reached doesn't keep it from the others. */
export async function tellOfficials(
  chats: Chats,
  ids: readonly string[],
  key: string,
  reply: Reply,
): Promise<void> {
  for (const id of ids)
    await tellOfficial(chats, id, key, reply).catch((error: unknown) =>
      logEvent("official_not_told", { code: errorCode(error) }),
    );
}
