import type { Fields } from "./body.ts";
import { imageType, MediaShelf } from "./media.ts";
import { Recorder } from "./recorder.ts";
import { TelegramChats, type TelegramSent } from "./telegram-chats.ts";
import { parseTelegramHtml } from "./telegram-html.ts";
import {
  AnswerCallback,
  BotApiError,
  type BotCommand,
  badRequest,
  ChatAction,
  EditMarkup,
  EditText,
  GetFile,
  MessageRef,
  readParameters,
  SendMessage,
  SendPhoto,
  SetCommands,
  SetWebhook,
} from "./telegram-method.ts";

/** What a chat's screen shows besides new messages. */
export type TelegramChange =
  | { readonly kind: "message" | "edit"; readonly message: TelegramSent }
  | { readonly kind: "delete"; readonly chatId: string; readonly messageId: number }
  | { readonly kind: "action"; readonly chatId: string; readonly action: string }
  | { readonly kind: "toast"; readonly queryId: string; readonly text: string; readonly alert: boolean }
  | { readonly kind: "commands"; readonly scope: string; readonly commands: readonly BotCommand[] };

/** The methods of the Bot API as far as this bot uses them, with the real one's limits and refusals. */
export class BotApi {
  readonly media = new MediaShelf();
  readonly chats = new TelegramChats();
  readonly changes = new Recorder<TelegramChange>();
  readonly sent = new Recorder<TelegramSent>();
  /** Chats whose people have blocked the bot: sending there answers 403. */
  readonly blocked = new Set<string>();
  webhook: { readonly url: string; readonly secretToken?: string } | undefined;
  readonly #openQueries = new Set<string>();
  readonly #id: number;
  readonly #username: string;

  constructor(botId: number, username: string) {
    this.#id = botId;
    this.#username = username;
  }

  /** A person tapped an inline button: its query can be answered once. */
  openQuery(id: string): void {
    this.#openQueries.add(id);
  }

  /** What a method answers in `result`; throws `BotApiError` where Telegram refuses. */
  run(method: string, fields: Fields): unknown {
    switch (method) {
      case "getMe":
        return this.#me();
      case "sendMessage":
        return this.#sendMessage(fields);
      case "sendPhoto":
        return this.#sendPhoto(fields);
      case "editMessageText":
        return this.#editText(fields);
      case "editMessageReplyMarkup":
        return this.#editMarkup(fields);
      case "deleteMessage":
        return this.#delete(fields);
      case "sendChatAction": {
        const { chat_id: chatId, action } = readParameters(ChatAction, fields);
        this.changes.add({ kind: "action", chatId, action });
        return true;
      }
      case "answerCallbackQuery":
        return this.#answerQuery(fields);
      case "setMyCommands": {
        const { commands, scope } = readParameters(SetCommands, fields);
        this.changes.add({ kind: "commands", scope: scope?.type ?? "default", commands });
        return true;
      }
      case "setWebhook": {
        const { url, secret_token: secretToken } = readParameters(SetWebhook, fields);
        this.webhook = secretToken === undefined ? { url } : { url, secretToken };
        return true;
      }
      case "getFile": {
        const { file_id: fileId } = readParameters(GetFile, fields);
        const file = this.media.get(fileId);
        if (file === undefined) throw badRequest("invalid file_id");
        return {
          file_id: fileId,
          file_unique_id: fileId,
          file_size: file.bytes.length,
          file_path: `photos/${fileId}`,
        };
      }
      default:
        throw new BotApiError(404, "Not Found");
    }
  }

  #me(): object {
    return {
      id: this.#id,
      is_bot: true,
      first_name: "Trợ lý 138",
      username: this.#username,
      can_join_groups: true,
      can_read_all_group_messages: false,
      supports_inline_queries: false,
    };
  }

  #sendMessage(fields: Fields): object {
    const { chat_id, text, parse_mode, reply_markup, reply_parameters } = readParameters(SendMessage, fields);
    const words = readText(text, parse_mode, 4096);
    if (words.text.trim() === "") throw badRequest("message text is empty");
    return this.#deliver(chat_id, words, reply_markup?.inline_keyboard, reply_parameters);
  }

  async #sendPhoto(fields: Fields): Promise<object> {
    const { chat_id, photo, caption, parse_mode, reply_markup, reply_parameters } = readParameters(
      SendPhoto,
      fields,
    );
    const name = await this.#photoName(photo, fields);
    const words = readText(caption, parse_mode, 1024);
    return this.#deliver(chat_id, { ...words, photo: name }, reply_markup?.inline_keyboard, reply_parameters);
  }

  /** A photo comes as a file, as `attach://` and a file beside it, or as the id of one we have. */
  async #photoName(photo: unknown, fields: Fields): Promise<string> {
    const attached =
      typeof photo === "string" && photo.startsWith("attach://") ? fields[photo.slice(9)] : photo;
    if (attached instanceof File) {
      const bytes = new Uint8Array(await attached.arrayBuffer());
      const type = imageType(bytes);
      if (type === undefined) throw badRequest("IMAGE_PROCESS_FAILED");
      return this.media.put({ bytes, type });
    }
    if (typeof attached === "string" && this.media.has(attached)) return attached;
    throw badRequest("wrong file identifier/HTTP URL specified");
  }

  #deliver(
    chatId: string,
    words: { readonly text: string; readonly html?: string; readonly photo?: string },
    keyboard: TelegramSent["keyboard"] = [],
    replyTo?: { readonly message_id: number; readonly allow_sending_without_reply?: boolean | undefined },
  ): object {
    if (this.blocked.has(chatId)) throw new BotApiError(403, "Forbidden: bot was blocked by the user");
    const found = replyTo !== undefined && this.chats.exists(chatId, replyTo.message_id);
    if (replyTo !== undefined && !found && replyTo.allow_sending_without_reply !== true) {
      throw badRequest("message to be replied not found");
    }
    const message: TelegramSent = {
      chatId,
      messageId: this.chats.nextId(chatId),
      at: Date.now(),
      ...words,
      keyboard,
      ...(found ? { replyTo: replyTo.message_id } : {}),
    };
    this.chats.keep(message);
    this.sent.add(message);
    this.changes.add({ kind: "message", message });
    return this.#wire(message);
  }

  #editText(fields: Fields): object {
    const { chat_id, message_id, text, parse_mode, reply_markup } = readParameters(EditText, fields);
    const words = readText(text, parse_mode, 4096);
    return this.#edit(chat_id, message_id, { ...words, keyboard: reply_markup?.inline_keyboard ?? [] });
  }

  #editMarkup(fields: Fields): object {
    const { chat_id, message_id, reply_markup } = readParameters(EditMarkup, fields);
    return this.#edit(chat_id, message_id, { keyboard: reply_markup?.inline_keyboard ?? [] });
  }

  #edit(chatId: string, messageId: number, change: Partial<TelegramSent>): object {
    const before = this.chats.find(chatId, messageId);
    if (before === undefined) throw badRequest("message to edit not found");
    const after: TelegramSent = { ...before, ...change };
    if (JSON.stringify(before) === JSON.stringify(after)) throw badRequest("message is not modified");
    const message: TelegramSent = { ...after, edited: true };
    this.chats.keep(after);
    this.changes.add({ kind: "edit", message });
    return this.#wire(message);
  }

  #delete(fields: Fields): true {
    const { chat_id: chatId, message_id: messageId } = readParameters(MessageRef, fields);
    if (!this.chats.remove(chatId, messageId)) throw badRequest("message to delete not found");
    this.changes.add({ kind: "delete", chatId, messageId });
    return true;
  }

  #answerQuery(fields: Fields): true {
    const {
      callback_query_id: queryId,
      text = "",
      show_alert: alert = false,
    } = readParameters(AnswerCallback, fields);
    if (!this.#openQueries.delete(queryId)) {
      throw badRequest("query is too old and response timeout expired or query ID is invalid");
    }
    this.changes.add({ kind: "toast", queryId, text, alert });
    return true;
  }

  #wire(message: TelegramSent): object {
    const isGroup = message.chatId.startsWith("-");
    const photo = message.photo === undefined ? [] : [photoSize(message.photo)];
    return {
      message_id: message.messageId,
      from: this.#me(),
      chat: { id: Number(message.chatId), type: isGroup ? "supergroup" : "private" },
      date: Math.floor(message.at / 1000),
      ...(message.photo === undefined ? { text: message.text } : { photo, caption: message.text }),
      ...(message.keyboard.length === 0 ? {} : { reply_markup: { inline_keyboard: message.keyboard } }),
    };
  }
}

/** One entry of a `photo` array. */
export const photoSize = (name: string): object => ({
  file_id: name,
  file_unique_id: name,
  width: 1280,
  height: 720,
});

function readText(source: string, mode: string | undefined, limit: number): { text: string; html?: string } {
  const parsed = mode === "HTML" ? parseTelegramHtml(source) : { text: source };
  if ("error" in parsed) throw badRequest(`can't parse entities: ${parsed.error}`);
  if (parsed.text.length > limit)
    throw badRequest(limit === 4096 ? "message is too long" : "message caption is too long");
  return mode === "HTML" ? { text: parsed.text, html: source } : { text: parsed.text };
}
