import type { z } from "zod";
import type { Fields } from "./body.ts";
import { MediaFiles } from "./media.ts";
import { Recorder } from "./recorder.ts";
import { TelegramChats, type TelegramSent } from "./telegram-chats.ts";
import { TelegramGroups } from "./telegram-groups.ts";
import { parseTelegramHtml } from "./telegram-html.ts";
import {
  AnswerCallback,
  BotApiError,
  type BotCommand,
  badRequest,
  ChatAction,
  ChatRef,
  EditMarkup,
  EditText,
  GetFile,
  MessageRef,
  OpenTopic,
  readParameters,
  SendAlbum,
  SendFile,
  SendMessage,
  SetCommands,
  SetWebhook,
} from "./telegram-method.ts";
import { readAlbum, readUpload } from "./telegram-uploads.ts";
import { filePath, sentOnWire } from "./telegram-wire.ts";

export const GROUP_TITLE = "Nhóm trực 138";

/** What Telegram lets a bot fetch at all. */
const MAX_DOWNLOAD = 20 * 1024 * 1024;

/** Where a message goes, and which message it replies to. */
type Address = Pick<z.infer<typeof SendMessage>, "chat_id" | "message_thread_id" | "reply_parameters">;

/** What a chat's screen shows besides new messages. */
export type TelegramChange =
  | { readonly kind: "message" | "edit"; readonly message: TelegramSent }
  | { readonly kind: "delete"; readonly chatId: string; readonly messageId: number }
  | { readonly kind: "action"; readonly chatId: string; readonly action: string }
  | { readonly kind: "toast"; readonly queryId: string; readonly text: string; readonly alert: boolean }
  | { readonly kind: "commands"; readonly scope: string; readonly commands: readonly BotCommand[] };

/** The methods of the Bot API as far as this bot uses them, with the real one's limits and refusals. */
export class BotApi {
  readonly media = new MediaFiles();
  readonly chats = new TelegramChats();
  readonly groups = new TelegramGroups();
  readonly changes = new Recorder<TelegramChange>();
  readonly sent = new Recorder<TelegramSent>();
  /** Chats whose people have blocked the bot: sending there answers 403. */
  readonly blocked = new Set<string>();
  webhook:
    | {
        readonly url: string;
        readonly secretToken?: string;
        readonly allowedUpdates?: readonly string[];
      }
    | undefined;
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
        return this.#sendFile("photo", fields);
      case "sendVideo":
        return this.#sendFile("video", fields);
      case "sendDocument":
        return this.#sendFile("document", fields);
      case "sendMediaGroup":
        return this.#sendAlbum(fields);
      case "getChat": {
        const { chat_id: chatId } = readParameters(ChatRef, fields);
        this.groups.reach(chatId);
        return this.#chat(chatId);
      }
      case "createForumTopic":
        return this.#openTopic(fields);
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
        const {
          url,
          secret_token: secretToken,
          allowed_updates: allowedUpdates,
        } = readParameters(SetWebhook, fields);
        const allowed = allowedUpdates === undefined ? {} : { allowedUpdates };
        this.webhook = { url, ...(secretToken !== undefined && { secretToken }), ...allowed };
        return true;
      }
      case "getWebhookInfo":
        return {
          url: this.webhook?.url ?? "",
          has_custom_certificate: false,
          pending_update_count: 0,
          ...(this.webhook?.allowedUpdates !== undefined && {
            allowed_updates: this.webhook.allowedUpdates,
          }),
        };
      case "getChatMember": {
        const { chat_id: chatId } = readParameters(ChatRef, fields);
        this.groups.reach(chatId);
        return { user: this.#me(), status: "member" };
      }
      case "getFile": {
        const { file_id: fileId } = readParameters(GetFile, fields);
        const file = this.media.get(fileId);
        if (file === undefined) throw badRequest("invalid file_id");
        if (file.bytes.length > MAX_DOWNLOAD) throw badRequest("file is too big");
        return {
          file_id: fileId,
          file_unique_id: fileId,
          file_size: file.bytes.length,
          file_path: filePath(fileId, file),
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
    const { text, parse_mode, reply_markup, ...to } = readParameters(SendMessage, fields);
    const words = readText(text, parse_mode, 4096);
    if (words.text.trim() === "") throw badRequest("message text is empty");
    const at = this.#place(to);
    return this.#deliver({ ...at, ...words, keyboard: reply_markup?.inline_keyboard ?? [] });
  }

  async #sendFile(kind: "photo" | "video" | "document", fields: Fields): Promise<object> {
    const { caption, parse_mode, reply_markup, ...to } = readParameters(SendFile, fields);
    const file = await readUpload(this.media, kind, fields[kind], fields);
    const words = readText(caption, parse_mode, 1024);
    const at = this.#place(to);
    return this.#deliver({ ...at, ...words, ...file, keyboard: reply_markup?.inline_keyboard ?? [] });
  }

  async #sendAlbum(fields: Fields): Promise<object[]> {
    const { media, ...to } = readParameters(SendAlbum, fields);
    const files = await readAlbum(this.media, media, fields);
    const at = this.#place(to, files.length);
    const album = crypto.randomUUID();
    return files.map(({ file, caption }) =>
      this.#deliver({ ...at, ...file, text: caption, album, keyboard: [] }),
    );
  }

  #openTopic(fields: Fields): object {
    const { chat_id: chatId, name } = readParameters(OpenTopic, fields);
    this.groups.reach(chatId);
    const id = this.chats.nextId(chatId);
    this.groups.openTopic(chatId, { id, name });
    return { message_thread_id: id, name, icon_color: 7322096 };
  }

  #chat(chatId: string): object {
    if (!chatId.startsWith("-")) return { id: Number(chatId), type: "private" };
    const forum = this.groups.isForum(chatId) ? { is_forum: true } : {};
    const username = this.groups.publicName(chatId);
    const named = username === undefined ? {} : { username };
    return { id: Number(chatId), type: "supergroup", title: GROUP_TITLE, ...named, ...forum };
  }

  #place(to: Address, count = 1): Pick<TelegramSent, "chatId" | "thread" | "replyTo"> {
    const { chat_id: chatId, message_thread_id: thread, reply_parameters: original } = to;
    if (this.blocked.has(chatId)) throw new BotApiError(403, "Forbidden: bot was blocked by the user");
    this.groups.admit(chatId, { thread, count });
    const found = original !== undefined && this.chats.exists(chatId, original.message_id);
    if (original !== undefined && !found && original.allow_sending_without_reply !== true) {
      throw badRequest("message to be replied not found");
    }
    return {
      chatId,
      ...(thread === undefined ? {} : { thread }),
      ...(found ? { replyTo: original.message_id } : {}),
    };
  }

  #deliver(content: Omit<TelegramSent, "messageId" | "at">): object {
    const messageId = this.chats.nextId(content.chatId);
    const message: TelegramSent = { ...content, messageId, at: Date.now() };
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
    this.groups.reach(chatId);
    const before = this.chats.find(chatId, messageId);
    if (before === undefined) throw badRequest("message to edit not found");
    const { html, ...unmarked } = before;
    const kept = change.text === undefined && html !== undefined ? { ...unmarked, html } : unmarked;
    const message: TelegramSent = { ...kept, ...change, edited: true };
    if (shown(before) === shown(message)) throw badRequest("message is not modified");
    this.chats.keep(message);
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
    return { ...sentOnWire(message), from: this.#me(), chat: this.#chat(message.chatId) };
  }
}

/** What an edit can change. */
const shown = ({ text, html, keyboard }: TelegramSent): string => JSON.stringify([text, html, keyboard]);

function readText(source: string, mode: string | undefined, limit: number): { text: string; html?: string } {
  const parsed = mode === "HTML" ? parseTelegramHtml(source) : { text: source };
  if ("error" in parsed) throw badRequest(`can't parse entities: ${parsed.error}`);
  if (parsed.text.length > limit)
    throw badRequest(limit === 4096 ? "message is too long" : "message caption is too long");
  return mode === "HTML" ? { text: parsed.text, html: source } : { text: parsed.text };
}
