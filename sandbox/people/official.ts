import type { SandboxSettings } from "../settings.ts";
import type { TelegramStandIn } from "../standins/telegram.ts";
import type { TelegramSent } from "../standins/telegram-chats.ts";
import { Delivery } from "./delivery.ts";
import {
  chatIdOf,
  newQueryId,
  type OfficialAct,
  type OfficialIdentity,
  officialOf,
  reachesBot,
  type TelegramChatName,
  telegramWebhookCall,
  type UpdateNumbers,
} from "./telegram-update.ts";

export {
  newQueryId,
  type OfficialAct,
  type OfficialIdentity,
  telegramWebhookCall,
  UpdateNumbers,
} from "./telegram-update.ts";

/** A picture to send, as its bytes. */
export interface Photo {
  readonly photo: Uint8Array;
  readonly caption?: string;
}

export interface OfficialWorld {
  readonly standIn: TelegramStandIn;
  readonly settings: SandboxSettings;
  /** Where the Worker listens, without a slash at the end. */
  readonly workerUrl: string;
  /** Shared by all officials of one run: update numbers only increase. */
  readonly updates: UpdateNumbers;
}

/**
 * An official with a phone, for tests: does what a person can do in Telegram, with a stand-in and a Worker. Every act
 * resolves to the HTTP status once the Worker has answered its webhook.
 */
export class Official {
  readonly #world: OfficialWorld;
  readonly #who: OfficialIdentity;
  readonly #delivery = new Delivery();

  constructor(world: OfficialWorld, who: OfficialIdentity = officialOf(world.settings)) {
    this.#world = world;
    this.#who = who;
  }

  /** Presses the button whose label begins with `label`. @throws Error where the message has no such button now */
  pressInGroup(messageId: number, label: string): Promise<number> {
    const message = this.#standing(messageId);
    const key = message.keyboard.flat().find(({ text }) => text.startsWith(label));
    if (key?.callback_data === undefined) throw new Error(`no button "${label}" under: ${message.text}`);
    return this.pressDataInGroup(messageId, key.callback_data);
  }

  /** A press with any data, also data that no button has: for tests of made-up presses. */
  pressDataInGroup(messageId: number, data: string): Promise<number> {
    const queryId = newQueryId();
    this.#world.standIn.api.openQuery(queryId);
    return this.#act("group", { kind: "callback", data, queryId, message: this.#standing(messageId) });
  }

  /** Replies to a message of the bot. @throws Error where there is none of that number */
  replyInGroup(messageId: number, said: string | Photo): Promise<number> {
    return this.#say("group", said, this.#standing(messageId));
  }

  /** Writes to the group. Where privacy mode hides it from the bot, nothing is delivered and this is null. */
  async sayInGroup(said: string | Photo): Promise<number | null> {
    const words = typeof said === "string" ? said : (said.caption ?? "");
    const isHeard = reachesBot("group", words, undefined, this.#world.settings.TELEGRAM_BOT_USERNAME);
    return isHeard ? this.#say("group", said) : null;
  }

  /** Writes to the bot in the private chat. */
  say(said: string | Photo): Promise<number> {
    return this.#say("private", said);
  }

  #say(chat: TelegramChatName, said: string | Photo, replyTo?: TelegramSent): Promise<number> {
    const { api } = this.#world.standIn;
    const messageId = api.chats.nextId(chatIdOf(this.#world.settings, chat, this.#who));
    const reply = replyTo === undefined ? {} : { replyTo };
    if (typeof said === "string") return this.#act(chat, { kind: "text", text: said, messageId, ...reply });
    const { photo, caption } = said;
    const fileId = api.media.putImage(photo);
    const words = caption === undefined ? {} : { caption };
    return this.#act(chat, { kind: "photo", fileId, messageId, ...words, ...reply });
  }

  async #act(chat: TelegramChatName, act: OfficialAct): Promise<number> {
    const { settings, updates, workerUrl } = this.#world;
    const call = telegramWebhookCall(workerUrl, settings, updates.next(), chat, act, this.#who);
    let status = 0;
    await this.#delivery.deliver(call, (attempt) => {
      status = attempt.status;
    });
    return status;
  }

  #standing(messageId: number): TelegramSent {
    const { standIn, settings } = this.#world;
    const message = standIn.api.chats.find(settings.TELEGRAM_DUTY_CHAT_ID, messageId);
    if (message === undefined) throw new Error(`no message ${messageId} of the bot in the group`);
    return message;
  }
}
