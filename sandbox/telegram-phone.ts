import { dataUrlBytes, type TelegramAct } from "./acts.ts";
import type { Feed } from "./feed.ts";
import { type Attempt, Delivery } from "./people/delivery.ts";
import {
  chatIdOf,
  newQueryId,
  type OfficialAct,
  reachesBot,
  type TelegramChatName,
  telegramWebhookCall,
  UpdateNumbers,
} from "./people/telegram-update.ts";
import type { Bubble } from "./screen.ts";
import type { SandboxSettings } from "./settings.ts";
import type { TelegramStandIn } from "./standins/telegram.ts";
import type { TelegramChange } from "./standins/telegram-api.ts";
import type { TelegramSent } from "./standins/telegram-chats.ts";
import { deliveryState, wireResult } from "./wire.ts";

/** Called so often that it would fill the log. */
const QUIET_METHODS = new Set(["getMe"]);

/** The officials' phone: two supervisors' private chats with the bot, and the duty group. */
export class TelegramPhone {
  readonly #deliveries = { private: new Delivery(), second: new Delivery(), group: new Delivery() };
  readonly #updates = new UpdateNumbers();
  readonly #feed: Feed;
  readonly #standIn: TelegramStandIn;
  readonly #settings: SandboxSettings;
  readonly #workerUrl: string;

  constructor(feed: Feed, standIn: TelegramStandIn, settings: SandboxSettings, workerUrl: string) {
    this.#feed = feed;
    this.#standIn = standIn;
    this.#settings = settings;
    this.#workerUrl = workerUrl;
    standIn.api.changes.subscribe((change) => this.#show(change));
    standIn.calls.subscribe(({ method, at, status, fault }) => {
      if (QUIET_METHODS.has(method)) return;
      const label = `Telegram ${method}`;
      feed.publish({
        kind: "wire",
        at,
        direction: "out",
        label,
        result: fault ?? `${status}`,
        ok: status === 200,
      });
    });
  }

  /** Puts the act on the phone's screen and sends it to the Worker; returns a callback's query id. */
  act(act: TelegramAct): string | undefined {
    const chatId = chatIdOf(this.#settings, act.chat);
    if (act.kind === "callback") return this.#tap(act, chatId);
    const messageId = this.#standIn.api.chats.nextId(chatId);
    const replyTo = act.replyTo === undefined ? undefined : this.#standIn.api.chats.find(chatId, act.replyTo);
    const quoted = replyTo === undefined ? {} : { replyTo: keyOf(act.chat, replyTo.messageId) };
    const reply = replyTo === undefined ? {} : { replyTo };
    if (act.kind === "text") {
      const said: OfficialAct = { kind: "text", text: act.text, messageId, ...reply };
      this.#say(act.chat, said, own(act.chat, messageId, { text: act.text, ...quoted }));
      return undefined;
    }
    const bytes = dataUrlBytes(act.kind === "photo" ? act.image : act.file);
    const caption = act.caption === undefined ? {} : { caption: act.caption };
    const words = act.caption === undefined ? {} : { text: act.caption };
    if (act.kind === "photo") {
      const fileId = this.#standIn.api.media.putImage(bytes);
      const bubble = own(act.chat, messageId, { photo: filePath(fileId), ...words, ...quoted });
      this.#say(act.chat, { kind: "photo", fileId, messageId, ...caption, ...reply }, bubble);
      return undefined;
    }
    const { name } = act;
    const fileId = this.#standIn.api.media.put({ bytes, type: "application/octet-stream" });
    const bubble = own(act.chat, messageId, { file: { path: filePath(fileId), name }, ...words, ...quoted });
    const said: OfficialAct = { kind: "document", fileId, name, size: bytes.length, messageId };
    this.#say(act.chat, { ...said, ...caption, ...reply }, bubble);
    return undefined;
  }

  close(): void {
    for (const delivery of Object.values(this.#deliveries)) delivery.close();
  }

  #tap(act: Extract<TelegramAct, { kind: "callback" }>, chatId: string): string | undefined {
    const message = this.#standIn.api.chats.find(chatId, act.messageId);
    if (message === undefined) return undefined;
    const queryId = newQueryId();
    this.#standIn.api.openQuery(queryId);
    this.#send(act.chat, { kind: "callback", data: act.data, queryId, message });
    return queryId;
  }

  /** A message that privacy mode hides from the bot stays in the group and isn't delivered. */
  #say(chat: TelegramChatName, act: Exclude<OfficialAct, { kind: "callback" }>, bubble: Bubble): void {
    const words = act.kind === "text" ? act.text : (act.caption ?? "");
    if (reachesBot(chat, words, act.replyTo, this.#settings.TELEGRAM_BOT_USERNAME)) {
      this.#send(chat, act, bubble);
      return;
    }
    this.#feed.publish({ kind: "bubble", bubble });
    this.#feed.publish({ kind: "delivery", chat, key: bubble.key, state: "unheard" });
  }

  #send(chat: TelegramChatName, act: OfficialAct, bubble?: Bubble): void {
    if (bubble !== undefined) this.#feed.publish({ kind: "bubble", bubble });
    const key = bubble === undefined ? {} : { key: bubble.key };
    this.#feed.publish({ kind: "delivery", chat, ...key, state: "sending" });
    const call = telegramWebhookCall(this.#workerUrl, this.#settings, this.#updates.next(), chat, act);
    void this.#deliveries[chat].deliver(call, (attempt: Attempt) => {
      this.#feed.publish({
        kind: "wire",
        at: Date.now(),
        direction: "in",
        label: `POST /webhooks/telegram ${act.kind}`,
        ...wireResult(attempt),
      });
      this.#feed.publish({ kind: "delivery", chat, ...key, state: deliveryState(attempt) });
    });
  }

  #show(change: TelegramChange): void {
    switch (change.kind) {
      case "message":
      case "edit": {
        const chat = this.#chatOf(change.message.chatId);
        if (chat === undefined) return;
        const bubble = botBubble(chat, change.message);
        this.#feed.publish({ kind: change.kind === "edit" ? "edit" : "bubble", bubble });
        return;
      }
      case "delete": {
        const chat = this.#chatOf(change.chatId);
        if (chat !== undefined) this.#feed.publish({ kind: "delete", key: keyOf(chat, change.messageId) });
        return;
      }
      case "action": {
        const chat = this.#chatOf(change.chatId);
        if (chat !== undefined) this.#feed.publish({ kind: "typing", chat });
        return;
      }
      case "toast":
      case "commands":
        this.#feed.publish(change);
    }
  }

  #chatOf(chatId: string): TelegramChatName | undefined {
    return (["private", "second", "group"] as const).find(
      (chat) => chatIdOf(this.#settings, chat) === chatId,
    );
  }
}

const FILES = "/sandbox/telegram/files/";
const filePath = (name: string): string => FILES + name;

function botBubble(chat: TelegramChatName, message: TelegramSent): Bubble {
  const { messageId, at, text, html, photo, video, document, album, keyboard, replyTo, edited } = message;
  return {
    key: keyOf(chat, messageId),
    chat,
    from: "bot",
    at,
    text,
    ...(html === undefined ? {} : { html }),
    ...(photo === undefined ? {} : { photo: filePath(photo) }),
    ...(video === undefined ? {} : { video: filePath(video) }),
    ...(document === undefined ? {} : { file: { path: filePath(document.name), name: document.fileName } }),
    ...(album === undefined ? {} : { album }),
    ...(keyboard.length === 0 ? {} : { keyboard }),
    ...(replyTo === undefined ? {} : { replyTo: keyOf(chat, replyTo) }),
    ...(edited === true ? { edited: true } : {}),
  };
}

/** The page reads the message number back from behind the colon. */
const keyOf = (chat: TelegramChatName, messageId: number): string => `${chat}:${messageId}`;

function own(chat: TelegramChatName, messageId: number, content: Partial<Bubble>): Bubble {
  return { key: keyOf(chat, messageId), chat, from: "me", at: Date.now(), ...content };
}
