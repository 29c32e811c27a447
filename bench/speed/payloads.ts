import { telegramWebhookCall } from "../../sandbox/people/telegram-update.ts";
import { zaloWebhookCall } from "../../sandbox/people/zalo-event.ts";
import type { SandboxSettings } from "../../sandbox/settings.ts";

export type Channel = "telegram" | "zalo";

/** What a load sends, as one process tells another. */
export interface Load {
  readonly channel: Channel;
  readonly port: number;
  readonly path: string;
  readonly settings: SandboxSettings;
  readonly connections: number;
  readonly messages: number;
  /** The chats take turns; the first one's number. */
  readonly firstChat: number;
  readonly chats: number;
  readonly texts: readonly string[];
  /** No two messages of one run have the same. */
  readonly firstUpdate: number;
}

export interface Payload {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const ZALO_FIRST = 7_135_120_946_683_000_000n;
const TELEGRAM_FIRST = 5_138_000_000;

/** The signed body of message number `i`. */
export function payload(
  { channel, settings, chats, firstChat, texts, firstUpdate }: Load,
  i: number,
): Payload {
  const chat = firstChat + (i % chats);
  const text = texts[i % texts.length] ?? "";
  if (channel === "zalo") {
    return zaloWebhookCall("", settings, { kind: "text", text }, String(ZALO_FIRST + BigInt(chat)));
  }
  const id = firstUpdate + i;
  const who = {
    id: String(TELEGRAM_FIRST + chat),
    firstName: "Khách",
    lastName: "Thử",
    username: `khach${chat}`,
  };
  return telegramWebhookCall("", settings, id, "private", { kind: "text", text, messageId: id }, who);
}
