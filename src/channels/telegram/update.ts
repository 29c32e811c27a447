import type { Inbound } from "../../messaging/inbound.ts";
import { type BotName, isCommand, withoutBotName } from "./command-text.ts";
import { isService, readContent } from "./inbound-content.ts";
import { type CallbackQuery, Message, type MyChatMember, Update } from "./telegram-wire.ts";

/** Why an update needs no answer: our own words, safe to count and to log. */
export type IgnoredUpdate =
  | "edited"
  | "channel"
  | "service"
  | "migrated"
  | "from_bot"
  | "not_addressed"
  | "other_bot"
  | "membership"
  | "callback"
  | "other";

/** The result of reading an update. `callbackId` must be answered in either case, so that the button stops spinning. */
export type UpdateReading =
  | { readonly kind: "inbound"; readonly inbound: Inbound; readonly callbackId?: string }
  | { readonly kind: "ignored"; readonly what: IgnoredUpdate; readonly callbackId?: string }
  | { readonly kind: "invalid" };

const INVALID: UpdateReading = { kind: "invalid" };
const ignored = (what: IgnoredUpdate): UpdateReading => ({ kind: "ignored", what });

/**
 * Normalises one update from the webhook. Never throws, whatever the body.
 * @param body the parsed JSON
 * @param bot our own id and, where configured, user name
 * @param now milliseconds since the epoch, for a button press: Telegram gives it no time
 */
export function readUpdate(body: unknown, bot: BotName, now: number = Date.now()): UpdateReading {
  const parsed = Update.safeParse(body);
  if (!parsed.success) return INVALID;
  const update = parsed.data;
  const key = `u${update.update_id}`;
  if (update.message !== undefined) return readMessage(update.message, key, bot);
  if (update.callback_query !== undefined) return readCallback(update.callback_query, key, now);
  if (update.my_chat_member !== undefined) return readMembership(update.my_chat_member, key);
  if (update.edited_message !== undefined) return readEdited(update.edited_message, key, bot);
  if (update.channel_post !== undefined || update.edited_channel_post !== undefined)
    return ignored("channel");
  // An update has its number and one more field; a number alone is not an update.
  return Object.keys(update).length > 1 ? ignored("other") : INVALID;
}

function readMessage(message: Message, key: string, bot: BotName): UpdateReading {
  const { chat, from } = message;
  if (chat.type === "channel" || message.is_automatic_forward === true) return ignored("channel");
  if (message.migrate_to_chat_id !== undefined || message.migrate_from_chat_id !== undefined)
    return ignored("migrated");
  if (isService(message)) return ignored("service");
  // An anonymous administrator writes through a bot of Telegram's, in the name of `sender_chat`.
  if (from?.is_bot === true && message.sender_chat === undefined) return ignored("from_bot");

  const isPrivate = chat.type === "private";
  const raw = message.text ?? message.caption;
  const words = raw === undefined ? undefined : withoutBotName(raw, bot, isPrivate);
  if (words === null) return ignored("other_bot");
  if (!isPrivate && !isReplyTo(message, bot) && (words === undefined || !isCommand(words)))
    return ignored("not_addressed");

  const chatId = String(chat.id);
  const sender = message.sender_chat ?? from;
  return {
    kind: "inbound",
    inbound: {
      key,
      channel: "telegram",
      chat: chatId,
      sender: sender === undefined ? chatId : String(sender.id),
      isPrivate,
      at: message.date * 1000,
      messageId: String(message.message_id),
      ...place(message),
      ...(message.forward_origin !== undefined && { forwarded: true as const }),
      ...(isReplyTo(message, bot) && replied(message)),
      content: readContent(message, words),
    },
  };
}

/** Only edits in a private chat: in a group nobody waits for an answer to one. */
function readEdited(edited: unknown, key: string, bot: BotName): UpdateReading {
  const { data: message } = Message.safeParse(edited);
  if (message?.text === undefined || message.chat.type !== "private") return ignored("edited");
  const reading = readMessage(message, key, bot);
  if (reading.kind !== "inbound") return ignored("edited");
  return { ...reading, inbound: { ...reading.inbound, content: { kind: "edited", text: message.text } } };
}

function replied({ reply_to_message: original }: Message): Pick<Inbound, "repliedTo"> {
  return original?.message_id === undefined ? {} : { repliedTo: String(original.message_id) };
}

/** The topic of a forum; in other groups a thread is only a chain of replies. */
function place(message: Pick<Message, "message_thread_id" | "is_topic_message">): Pick<Inbound, "thread"> {
  const { message_thread_id: thread, is_topic_message: isTopic } = message;
  return isTopic === true && thread !== undefined ? { thread: String(thread) } : {};
}

/** In a forum every message names the one that opened its topic; that doesn't make it a reply. */
function isReplyTo({ reply_to_message: original }: Message, bot: BotName): boolean {
  if (original?.from === undefined || original.forum_topic_created !== undefined) return false;
  return String(original.from.id) === bot.id;
}

function readCallback({ id, from, message, data }: CallbackQuery, key: string, now: number): UpdateReading {
  if (message === undefined || data === undefined || message.chat.type === "channel") {
    return { kind: "ignored", what: "callback", callbackId: id };
  }
  return {
    kind: "inbound",
    callbackId: id,
    inbound: {
      key,
      channel: "telegram",
      chat: String(message.chat.id),
      sender: String(from.id),
      isPrivate: message.chat.type === "private",
      at: now,
      messageId: String(message.message_id),
      ...place(message),
      content: { kind: "text", text: data, tapped: true },
    },
  };
}

/** Telegram says "kicked" where a person blocked the bot and where a group removed it. */
function readMembership({ chat, from, date, new_chat_member }: MyChatMember, key: string): UpdateReading {
  const hasLeft = new_chat_member.status === "kicked" || new_chat_member.status === "left";
  if (!hasLeft || chat.type === "channel") return ignored("membership");
  return {
    kind: "inbound",
    inbound: {
      key,
      channel: "telegram",
      chat: String(chat.id),
      sender: String(from.id),
      isPrivate: chat.type === "private",
      at: date * 1000,
      content: { kind: "left" },
    },
  };
}
