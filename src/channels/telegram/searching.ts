import type { Api } from "grammy";
import type { Destination } from "../../messaging/channel.ts";
import { logEvent } from "../../platform/log.ts";
import { refusalOf } from "./outcome.ts";

/** "đang nhập…" over the chat, for five seconds or until the answer comes. Best effort: never throws. */
export async function showSearching(api: Api, { chat, thread }: Destination): Promise<void> {
  try {
    await api.raw.sendChatAction({
      chat_id: chat,
      action: "typing",
      ...(thread !== undefined && { message_thread_id: Number(thread) }),
    });
  } catch (error) {
    logEvent("telegram_sign_not_shown", { reason: refusalOf(error) });
  }
}
