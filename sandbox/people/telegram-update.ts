import { randomBytes } from "node:crypto";
import type { SandboxSettings } from "../settings.ts";
import { GROUP_TITLE } from "../standins/telegram-api.ts";
import type { TelegramSent } from "../standins/telegram-chats.ts";
import { photoSize, sentOnWire } from "../standins/telegram-wire.ts";
import type { WebhookCall } from "./delivery.ts";

/** `second` is the other supervisor's private chat, where the settings name two. */
export type TelegramChatName = "private" | "second" | "group";

export type OfficialAct =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly messageId: number;
      readonly replyTo?: TelegramSent;
    }
  | {
      readonly kind: "photo";
      readonly fileId: string;
      readonly messageId: number;
      readonly caption?: string;
      readonly replyTo?: TelegramSent;
    }
  | {
      readonly kind: "document";
      readonly fileId: string;
      readonly name: string;
      /** In bytes. */
      readonly size: number;
      readonly messageId: number;
      readonly caption?: string;
      readonly replyTo?: TelegramSent;
    }
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

export interface OfficialIdentity {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly username: string;
}

/** The official at the right phone: the first supervisor of the settings, in their own chat the second one. */
export function officialOf(
  settings: Pick<TelegramIdentity, "TELEGRAM_ADMIN_IDS">,
  chat: TelegramChatName = "private",
): OfficialIdentity {
  const [first = "", second = ""] = settings.TELEGRAM_ADMIN_IDS.split(",");
  return chat === "second"
    ? { id: second, firstName: "Cán bộ", lastName: "giám sát hai", username: "can_bo_giam_sat_hai" }
    : { id: first, firstName: "Cán bộ", lastName: "trực ban", username: "can_bo_truc_ban" };
}

export function chatIdOf(
  settings: TelegramIdentity,
  chat: TelegramChatName,
  who: OfficialIdentity = officialOf(settings, chat),
): string {
  return chat === "group" ? settings.TELEGRAM_DUTY_CHAT_ID : who.id;
}

/**
 * Telegram's privacy mode: in a group a bot gets only commands, replies to itself and messages with its name.
 * @param words text or caption
 */
export function reachesBot(
  chat: TelegramChatName,
  words: string,
  replyTo: TelegramSent | undefined,
  botName: string,
): boolean {
  if (chat !== "group" || replyTo !== undefined) return true;
  return /^\/[a-z]/i.test(words) || words.toLowerCase().includes(`@${botName.toLowerCase()}`);
}

/** Update numbers only increase, also over restarts: an old chat would ignore a number that it has seen. */
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
  who: OfficialIdentity = officialOf(settings, chat),
): WebhookCall {
  return {
    url: `${workerUrl}/webhooks/telegram`,
    headers: {
      "content-type": "application/json",
      "x-telegram-bot-api-secret-token": settings.TELEGRAM_WEBHOOK_SECRET,
    },
    body: JSON.stringify({ update_id: updateId, ...payload(settings, chat, act, who) }),
  };
}

function payload(
  settings: TelegramIdentity,
  chat: TelegramChatName,
  act: OfficialAct,
  who: OfficialIdentity,
): object {
  const person = {
    id: Number(who.id),
    first_name: who.firstName,
    last_name: who.lastName,
    username: who.username,
  };
  const from = { ...person, is_bot: false, language_code: "vi" };
  const id = Number(chatIdOf(settings, chat, who));
  const place =
    chat === "group" ? { id, type: "supergroup", title: GROUP_TITLE } : { ...person, type: "private" };
  const date = Math.floor(Date.now() / 1000);
  if (act.kind === "callback") {
    const message = botMessage(settings, act.message, place);
    const query = { id: act.queryId, from, message, chat_instance: String(id), data: act.data };
    return { callback_query: query };
  }
  const head = {
    message_id: act.messageId,
    from,
    chat: place,
    date,
    ...(act.replyTo === undefined ? {} : reply(settings, act.replyTo, place)),
  };
  if (act.kind === "text") return { message: { ...head, text: act.text, ...commandEntity(act.text) } };
  const caption = act.caption === undefined ? {} : { caption: act.caption };
  if (act.kind === "document") {
    const { fileId, name, size } = act;
    const document = { file_id: fileId, file_unique_id: fileId, file_name: name, file_size: size };
    return { message: { ...head, document, ...caption } };
  }
  return { message: { ...head, photo: [photoSize(act.fileId)], ...caption } };
}

/** A reply is in the topic of the message that it replies to. */
function reply(settings: TelegramIdentity, original: TelegramSent, place: object): object {
  const topic =
    original.thread === undefined ? {} : { message_thread_id: original.thread, is_topic_message: true };
  return { ...topic, reply_to_message: botMessage(settings, original, place) };
}

function botMessage(settings: TelegramIdentity, message: TelegramSent, chat: object): object {
  const id = Number(settings.TELEGRAM_BOT_TOKEN.split(":")[0]);
  return { ...sentOnWire(message), from: { id, is_bot: true, first_name: "Trợ lý 138" }, chat };
}

/** Telegram marks a leading command, so that bots need not guess. */
function commandEntity(text: string): object {
  const command = text.match(/^\/[a-z0-9_]+(@\w+)?/i)?.[0];
  if (command === undefined) return {};
  return { entities: [{ type: "bot_command", offset: 0, length: command.length }] };
}

export const newQueryId = (): string => BigInt(`0x${randomBytes(8).toString("hex")}`).toString();
