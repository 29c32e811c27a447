import type { Api } from "grammy";
import { COMMAND_SCOPES } from "./command-menu.ts";

/** The updates that we read (update.ts). All are named: Telegram keeps the last list it got and sends nothing else. */
export const ALLOWED_UPDATES = [
  "message",
  "edited_message",
  "callback_query",
  "my_chat_member",
  "chat_member",
] as const;

/** Sets the command menus. Throws grammY's errors, which don't contain the token. */
export async function registerCommands(api: Api): Promise<void> {
  for (const { scope, commands } of COMMAND_SCOPES) await api.setMyCommands([...commands], { scope });
}

/**
 * Points Telegram at the Worker.
 * @param url the full https address of the webhook
 * @param secret comes back in a header with every update: 1–256 of [A-Za-z0-9_-]
 */
export async function registerWebhook(
  api: Api,
  { url, secret }: { readonly url: string; readonly secret: string },
): Promise<void> {
  await api.setWebhook(url, { secret_token: secret, allowed_updates: [...ALLOWED_UPDATES] });
}
