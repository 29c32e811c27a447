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
 * grammY's typed Bot API. No auto-retry transformer on it: it waits in memory, which a crash forgets and which holds
 * up the chat; the outbox waits durably and honours `retry_after` just as well.
 */
export function createTelegramApi({ token, apiRoot, timeoutSeconds, fetch }: TelegramClientSettings): Api {
  return new Api(token, {
    apiRoot: apiRoot.replace(/\/+$/, ""),
    timeoutSeconds,
    // The address of every call holds the token: errors must not quote it.
    sensitiveLogs: false,
    ...(fetch !== undefined && { fetch }),
  });
}

/**
 * Stops the tapped button's spinner. Best effort: the answer to the tap goes its own way, and a query grown too old
 * is past mending. Never throws.
 */
export async function answerCallback(api: Api, callbackId: string): Promise<void> {
  try {
    await api.answerCallbackQuery(callbackId);
  } catch (error) {
    const reason = refusalOf(error);
    if (reason !== "query_too_old") logEvent("telegram_callback_unanswered", { reason });
  }
}
