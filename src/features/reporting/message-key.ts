import type { Inbound } from "../../messaging/inbound.ts";

/** The idempotency key of what a message does: unique over all chats, and the same in a repeated turn. */
export const messageKey = ({ channel, chat, key }: Pick<Inbound, "channel" | "chat" | "key">): string =>
  `${channel}:${chat}:${key}`;
