import { randomBytes } from "node:crypto";
import type { SandboxSettings } from "../settings.ts";
import { photoSize } from "../standins/telegram-api.ts";
import type { TelegramSent } from "../standins/telegram-chats.ts";
import type { WebhookCall } from "./delivery.ts";

export type TelegramChatName = "private" | "group";

export type OfficialAct =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly messageId: number;
      readonly replyTo?: TelegramSent;
    }
  | { readonly kind: "photo"; readonly fileId: string; readonly messageId: number; readonly caption?: string }
  | {
      readonly kind: "callback";
      readonly data: string;
      readonly queryId: string;
      readonly message: TelegramSent;
    };

type TelegramIdentity = Pick<
  SandboxSettings,
  "TELEGRAM_BOT_TOKEN" | "TELEGRAM_WEBHOOK_SECRET" | "TELEGRAM_ADMIN_IDS" | "TELEGRAM_DUTY_CHAT_ID"
>;

/** The official at the right phone: the first supervisor of the settings. */
export const officialId = (settings: TelegramIdentity): string =>
  settings.TELEGRAM_ADMIN_IDS.split(",")[0] ?? "";

export function chatIdOf(settings: TelegramIdentity, chat: TelegramChatName): string {
  return chat === "group" ? settings.TELEGRAM_DUTY_CHAT_ID : officialId(settings);
}

/** Update numbers only grow, over restarts too: a kept inbox would drop a number it has seen. */
export class UpdateNumbers {
  #last = Math.floor(Date.now() / 1000);

  next(): number {
    this.#last += 1;
    return this.#last;
  }
}

/** The webhook call that Telegram would make, with the secret header. */
export function telegramWebhookCall(
  workerUrl: string,
  settings: TelegramIdentity,
  updateId: number,
  chat: TelegramChatName,
  act: OfficialAct,
): WebhookCall {
  return {
    url: `${workerUrl}/webhooks/telegram`,
    headers: {
      "content-type": "application/json",
      "x-telegram-bot-api-secret-token": settings.TELEGRAM_WEBHOOK_SECRET,
    },
    body: JSON.stringify({ update_id: updateId, ...payload(settings, chat, act) }),
  };
}

function payload(settings: TelegramIdentity, chat: TelegramChatName, act: OfficialAct): object {
  const from = {
    id: Number(officialId(settings)),
    is_bot: false,
    first_name: "Cán bộ",
    last_name: "trực ban",
    username: "can_bo_truc_ban",
    language_code: "vi",
  };
  const id = Number(chatIdOf(settings, chat));
  const place =
    chat === "group"
      ? { id, type: "supergroup", title: "Tổ trực ban" }
      : {
          id,
          type: "private",
          first_name: from.first_name,
          last_name: from.last_name,
          username: from.username,
        };
  const date = Math.floor(Date.now() / 1000);
  if (act.kind === "callback") {
    const message = botMessage(settings, act.message, place);
    const query = { id: act.queryId, from, message, chat_instance: String(id), data: act.data };
    return { callback_query: query };
  }
  const head = { message_id: act.messageId, from, chat: place, date };
  if (act.kind === "photo") {
    return {
      message: {
        ...head,
        photo: [photoSize(act.fileId)],
        ...(act.caption === undefined ? {} : { caption: act.caption }),
      },
    };
  }
  const reply =
    act.replyTo === undefined ? {} : { reply_to_message: botMessage(settings, act.replyTo, place) };
  return { message: { ...head, ...reply, text: act.text, ...commandEntity(act.text) } };
}

function botMessage(settings: TelegramIdentity, message: TelegramSent, chat: object): object {
  const bot = {
    id: Number(settings.TELEGRAM_BOT_TOKEN.split(":")[0]),
    is_bot: true,
    first_name: "Trợ lý 138",
  };
  const words = message.photo === undefined ? { text: message.text } : { caption: message.text };
  return { message_id: message.messageId, from: bot, chat, date: Math.floor(message.at / 1000), ...words };
}

/** Telegram marks a leading command, so that bots need not guess. */
function commandEntity(text: string): object {
  const command = text.match(/^\/[a-z0-9_]+(@\w+)?/i)?.[0];
  if (command === undefined) return {};
  return { entities: [{ type: "bot_command", offset: 0, length: command.length }] };
}

export const newQueryId = (): string => BigInt(`0x${randomBytes(8).toString("hex")}`).toString();
