import { Api, type ApiClientOptions } from "grammy";
import { logEvent } from "../../platform/log.ts";
import { refusalOf } from "./outcome.ts";

export interface TelegramClientSettings {
  readonly token: string;
  readonly apiRoot: string;
  /** Longest wait for one call. grammY's own default is 500 s. */
  readonly timeoutSeconds: number;
  /** In place of grammY's own: node-fetch in Node, the global one on Workers. */
  readonly fetch?: NonNullable<ApiClientOptions["fetch"]>;
}

/**
 * grammY's typed Bot API, without its auto-retry transformer: that one waits in memory, which a crash loses, and it
 * blocks the chat. The outbox stores its retries and respects `retry_after` too.
 */
export function createTelegramApi({ token, apiRoot, timeoutSeconds, fetch }: TelegramClientSettings): Api {
  return new Api(token, {
    apiRoot: apiRoot.replace(/\/+$/, ""),
    timeoutSeconds,
    // The address of every call contains the token: errors must not quote it.
    sensitiveLogs: false,
    ...(fetch !== undefined && { fetch }),
  });
}

/**
 * Stops the spinner of the tapped button. Best effort: the answer to the tap is sent separately, and an old query can't
 * be answered any more. Never throws.
 */
export async function answerCallback(api: Api, callbackId: string): Promise<void> {
  try {
    await api.answerCallbackQuery(callbackId);
  } catch (error) {
    const reason = refusalOf(error);
    if (reason !== "query_too_old") logEvent("telegram_callback_unanswered", { reason });
  }
}
