import { exports } from "cloudflare:workers";
import { eventMac } from "../../../src/channels/zalo/signature.ts";
import { bindings } from "../../worker/bindings.ts";

export const worker = (exports as unknown as { default: Fetcher }).default;
const SITE = "https://bot.example";

/** Asks the real Worker; the body of the answer is read to its end. */
export async function ask(
  path: string,
  init: RequestInit = {},
): Promise<{ status: number; headers: Headers; text: string }> {
  const response = await worker.fetch(`${SITE}${path}`, init);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** A text's bytes, or bytes that are no text. */
export type Body = string | Uint8Array<ArrayBuffer>;

/** A body as Zalo would sign it, whatever it says. */
export async function postZalo(body: Body): Promise<number> {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const timestamp = /"timestamp":"(\d+)"/u.exec(new TextDecoder().decode(bytes))?.[1] ?? "";
  const mac = eventMac(bindings.ZALO_APP_ID, bytes, timestamp, bindings.ZALO_OA_SECRET_KEY);
  const headers = { "content-type": "application/json", "x-zevent-signature": `mac=${mac}` };
  return (await ask("/webhooks/zalo", { method: "POST", body: bytes, headers })).status;
}

/** A body with the secret that Telegram would show. */
export async function postTelegram(body: Body): Promise<number> {
  const headers = {
    "content-type": "application/json",
    "x-telegram-bot-api-secret-token": bindings.TELEGRAM_WEBHOOK_SECRET,
  };
  return (await ask("/webhooks/telegram", { method: "POST", body, headers })).status;
}
