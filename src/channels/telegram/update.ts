import { afterReportCommand } from "../../language/report-command.ts";
import type { Inbound } from "../../messaging/inbound.ts";
import { wordsOf } from "../../messaging/words.ts";
import { type BotName, isCommand, withoutBotName, withoutMention } from "./command-text.ts";
import { isForeign, isService, readContent } from "./inbound-content.ts";
import { allWords, ownWords } from "./message-words.ts";
import {
  type CallbackQuery,
  type MembershipChange,
  Message,
  type Standing,
  Update,
  type User,
} from "./telegram-wire.ts";

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

/** Ourselves, and the group whose bots and strangers are heard so that they can be refused there. */
export interface Reader extends BotName {
  readonly dutyChat?: string;
  /** Groups in which handlers ask the desk in plain words, and which words these are. */
  readonly deskGroups?: ReadonlySet<string>;
  readonly asksDesk?: (words: string) => boolean;
}

/** Clients cut a long text at its ends of lines and words, above half of Telegram's limit: the rest is the next message. */
const CUT_ABOVE = 2_048;

/** A person's name as a duty officer needs it, in UTF-16 units. */
const MAX_NAME = 64;

const INVALID: UpdateReading = { kind: "invalid" };
const ignored = (what: IgnoredUpdate): UpdateReading => ({ kind: "ignored", what });

/**
 * Normalises one update from the webhook. Never throws, whatever the body.
 * @param body the parsed JSON
 * @param bot our own id and, where configured, user name and duty group
 * @param now milliseconds since the epoch, for a button press: Telegram gives it no time
 */
export function readUpdate(body: unknown, bot: Reader, now: number = Date.now()): UpdateReading {
  const parsed = Update.safeParse(body);
  if (!parsed.success) return INVALID;
  const update = parsed.data;
  const key = `u${update.update_id}`;
  if (update.message !== undefined) return readMessage(update.message, key, bot);
  if (update.callback_query !== undefined) return readCallback(update.callback_query, key, now, bot);
  if (update.my_chat_member !== undefined) return readOurStanding(update.my_chat_member, key);
  if (update.chat_member !== undefined) return readJoiner(update.chat_member, key, bot);
  if (update.edited_message !== undefined) return readEdited(update.edited_message, key, bot);
  if (update.channel_post !== undefined || update.edited_channel_post !== undefined)
    return ignored("channel");
  // An update has its number and one more field; a number alone is not an update.
  return Object.keys(update).length > 1 ? ignored("other") : INVALID;
}

function readMessage(message: Message, key: string, bot: Reader): UpdateReading {
  const { chat, from } = message;
  if (chat.type === "channel" || message.is_automatic_forward === true) return ignored("channel");
  if (isService(message)) {
    const { migrate_to_chat_id: to, migrate_from_chat_id: before } = message;
    return ignored((to ?? before) == null ? "service" : "migrated");
  }
  // An anonymous administrator writes through a bot of Telegram's, in the name of `sender_chat`. Two bots could talk to
  // each other for ever: others are heard only where they are refused.
  const isBot = from?.is_bot === true && message.sender_chat === undefined;
  if (isBot && String(chat.id) !== bot.dutyChat) return ignored("from_bot");

  const isPrivate = chat.type === "private";
  const typed = withoutBotName(ownWords(message), bot, isPrivate);
  if (typed === null) return ignored("other_bot");
  const called = isPrivate || isCommand(typed) ? null : withoutMention(typed, bot);
  const own = called ?? typed;
  const isReply = isReplyTo(message, bot);
  const isAsk = bot.deskGroups?.has(String(chat.id)) === true && bot.asksDesk?.(own) === true;
  if (!isPrivate && !isReply && called === null && !isCommand(own) && !isAsk) return ignored("not_addressed");
  const words = isCommand(own) ? own : allWords(message, own, { quotesUs: isReply });

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
      ...(isForeign(message) && { forwarded: true as const }),
      ...(isBot && { impersonal: "bot" as const }),
      ...(isNobodys(message) && { impersonal: "chat" as const }),
      ...nameOf(chatId, sender === from ? from : undefined, bot),
      ...(isReply && replied(message)),
      ...(isPrivate && (message.text?.length ?? 0) > CUT_ABOVE && { mayGoOn: true as const }),
      content: readContent(message, own, words),
    },
  };
}

/** Handlers are told who was refused. What a person is called anywhere else is nobody's business. */
function nameOf(chat: string, user: User | undefined, { dutyChat }: Reader): Pick<Inbound, "senderName"> {
  const name = [user?.first_name, user?.last_name].filter(Boolean).join(" ").slice(0, MAX_NAME).trim();
  return chat !== dutyChat || name === "" ? {} : { senderName: name.toWellFormed() };
}

/** Nobody answers for what a chat says, nor in a group for what comes from nobody. */
const isNobodys = ({ sender_chat: name, from, chat }: Message): boolean =>
  name !== undefined || (from === undefined && chat.type !== "private");

/**
 * Only edits of words in a private chat: in a group nobody waits for an answer to one, and a command was done when it
 * was sent. What was told behind the command that begins a report is told in other words.
 */
function readEdited(edited: unknown, key: string, bot: Reader): UpdateReading {
  const { data: message } = Message.safeParse(edited);
  if (message?.chat.type !== "private") return ignored("edited");
  const reading = readMessage(message, key, bot);
  if (reading.kind !== "inbound") return ignored("edited");
  const { mayGoOn: _, ...inbound } = reading.inbound;
  const typed = wordsOf(inbound.content);
  const words = afterReportCommand(typed) ?? typed;
  if (words === "" || inbound.content.kind === "location" || isCommand(words)) return ignored("edited");
  return { ...reading, inbound: { ...inbound, content: { kind: "edited", text: words } } };
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

function readCallback(
  { id, from, message, data }: CallbackQuery,
  key: string,
  now: number,
  bot: Reader,
): UpdateReading {
  if (message === undefined || data === undefined || message.chat.type === "channel") {
    return { kind: "ignored", what: "callback", callbackId: id };
  }
  const chat = String(message.chat.id);
  return {
    kind: "inbound",
    callbackId: id,
    inbound: {
      key,
      channel: "telegram",
      chat,
      sender: String(from.id),
      isPrivate: message.chat.type === "private",
      at: now,
      messageId: String(message.message_id),
      ...place(message),
      ...(from.is_bot === true && { impersonal: "bot" as const }),
      ...nameOf(chat, from, bot),
      content: { kind: "text", text: data, tapped: true },
    },
  };
}

/** Telegram says "kicked" where a person blocked the bot and where a group removed it. */
function readOurStanding(change: MembershipChange, key: string): UpdateReading {
  const { chat, from, new_chat_member: now } = change;
  if (chat.type === "channel") return ignored("membership");
  if (now.status === "kicked" || now.status === "left")
    return event(change, key, String(from.id), { kind: "left" });
  if (chat.type === "private") return ignored("membership");
  const mayRemove = now.status === "administrator" && now.can_restrict_members === true;
  return event(change, key, String(from.id), { kind: "standing", mayRemove });
}

/** Somebody came into a group, or got more power in it. */
function readJoiner(change: MembershipChange, key: string, bot: Reader): UpdateReading {
  const { chat, old_chat_member: before, new_chat_member: now } = change;
  const { user } = now;
  const isNews = isInside(now) && (!isInside(before) || before?.status !== now.status);
  if (user === undefined || !isNews || chat.type === "private" || chat.type === "channel")
    return ignored("membership");
  return event(
    change,
    key,
    String(user.id),
    { kind: "joined" },
    {
      ...(user.is_bot === true && { impersonal: "bot" as const }),
      ...nameOf(String(chat.id), user, bot),
    },
  );
}

const INSIDE: ReadonlySet<string> = new Set(["creator", "administrator", "member"]);

const isInside = (standing: Standing | undefined): boolean =>
  standing !== undefined &&
  (INSIDE.has(standing.status) || (standing.status === "restricted" && standing.is_member === true));

function event(
  { chat, date }: MembershipChange,
  key: string,
  sender: string,
  content: Inbound["content"],
  more: Pick<Inbound, "impersonal" | "senderName"> = {},
): UpdateReading {
  const isPrivate = chat.type === "private";
  const inbound = {
    key,
    channel: "telegram",
    chat: String(chat.id),
    sender,
    isPrivate,
    at: date * 1000,
  } as const;
  return { kind: "inbound", inbound: { ...inbound, ...more, content } };
}
