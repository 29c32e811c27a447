import { setTimeout as pause } from "node:timers/promises";
import { newQueryId, telegramWebhookCall, UpdateNumbers } from "../../sandbox/people/official.ts";
import type { OfficialAct, TelegramChatName } from "../../sandbox/people/telegram-update.ts";
import type { TelegramSent } from "../../sandbox/standins/telegram-chats.ts";
import type { Platforms } from "../speed/crowd.ts";
import { CODE, post } from "./reporters.ts";

const CODES = new RegExp(CODE, "gu");
/** How the group's handler works, in milliseconds. */
const ASKS_EVERY = 20_000;
const ACCEPTS_AFTER = 2_000;
const PATIENCE = 120_000;
/** How a list begins that has many cases instead of their cards, and the one that a handler asks for. */
const RUSH = /^Nhiều tin cùng lúc/u;
const LIST = /^(?:\d+ tin |Không có tin nào)/u;

/** A handler who accepts urgent cases and asks for the list again and again; writes down what came into the group. */
export class Handler {
  readonly #platforms: Platforms;
  readonly #url: string;
  readonly #updates = new UpdateNumbers();
  readonly #accepts: Promise<void>[] = [];
  #awaited: (() => void) | undefined;
  /** How long each list was waited for, in milliseconds. */
  readonly lists: number[] = [];
  /** When each case's card came. */
  readonly cards = new Map<string, number>();
  /** The cases that were named on a list instead. */
  readonly listed = new Set<string>();

  constructor(platforms: Platforms, port: number) {
    this.#platforms = platforms;
    this.#url = `http://127.0.0.1:${port}`;
    platforms.telegram.api.changes.subscribe((change) => {
      if (change.kind === "message" || change.kind === "edit") this.#hear(change.message);
    });
  }

  async askForLists(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const asked = Date.now();
      const answered = Promise.withResolvers<void>();
      this.#awaited = answered.resolve;
      await this.#act("group", { kind: "text", text: "/tin", messageId: this.#updates.next() });
      await Promise.race([answered.promise, pause(PATIENCE, undefined, { signal }).catch(() => undefined)]);
      if (signal.aborted) return;
      this.lists.push(Date.now() - asked);
      await pause(ASKS_EVERY, undefined, { signal }).catch(() => undefined);
    }
  }

  /** How long a private search for these words takes, in milliseconds. */
  async search(words: string): Promise<number> {
    const { settings, telegram } = this.#platforms;
    const [chat] = settings.TELEGRAM_ADMIN_IDS.split(",");
    const asked = Date.now();
    const before = telegram.sent.length;
    await this.#act("private", { kind: "text", text: `/tin ${words}`, messageId: this.#updates.next() });
    const { at } = await telegram.api.sent.waitUntil((sent) =>
      sent.slice(before).find(({ chatId, text }) => chatId === chat && LIST.test(text)),
    );
    return at - asked;
  }

  #hear(message: TelegramSent): void {
    if (message.chatId !== this.#platforms.settings.TELEGRAM_DUTY_CHAT_ID) return;
    if (LIST.test(message.text)) this.#awaited?.();
    else if (RUSH.test(message.text))
      for (const [named] of message.text.matchAll(CODES)) this.listed.add(named);
    const [code] = CODE.exec(message.text) ?? [];
    const accept = message.keyboard.flat().find(({ text }) => text.startsWith("Tiếp nhận"));
    if (code === undefined || accept?.callback_data === undefined || this.cards.has(code)) return;
    this.cards.set(code, Date.now());
    if (message.text.includes("KHẨN")) this.#accepts.push(this.#accept(message, accept.callback_data));
  }

  /** Resolves when every urgent case that came is accepted. */
  async settled(): Promise<void> {
    await Promise.all(this.#accepts);
  }

  async #accept(message: TelegramSent, data: string): Promise<void> {
    await pause(ACCEPTS_AFTER);
    const queryId = newQueryId();
    this.#platforms.telegram.api.openQuery(queryId);
    await this.#act("group", { kind: "callback", data, queryId, message });
  }

  #act(chat: TelegramChatName, act: OfficialAct): Promise<void> {
    return post(telegramWebhookCall(this.#url, this.#platforms.settings, this.#updates.next(), chat, act));
  }
}
