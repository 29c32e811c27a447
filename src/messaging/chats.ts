import type { Conversation } from "../chat/conversation.ts";
import type { Bindings } from "../env.ts";
import type { Inbound } from "./inbound.ts";

/** The one object that has this chat. */
export function conversationOf(
  { CONVERSATION }: Pick<Bindings, "CONVERSATION">,
  { channel, chat }: Pick<Inbound, "channel" | "chat">,
): DurableObjectStub<Conversation> {
  return CONVERSATION.get(CONVERSATION.idFromName(`${channel}:${chat}`));
}
