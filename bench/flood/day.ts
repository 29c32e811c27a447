import { setTimeout as pause } from "node:timers/promises";
import { newQueryId, telegramWebhookCall, UpdateNumbers } from "../../sandbox/people/official.ts";
import { zaloWebhookCall } from "../../sandbox/people/zalo-event.ts";
import type { TelegramSent } from "../../sandbox/standins/telegram-chats.ts";
import type { Platforms } from "../speed/crowd.ts";
import type { Person } from "./people.ts";

/** What became of one reporter; times in milliseconds since the epoch. */
export interface Told {
  readonly person: Person;
  /** Null where none was given. */
  readonly code: string | null;
  /** When they wrote what was answered with the code. */
  readonly sentAt: number;
  /** What they were told last. */
  readonly last: string;
}

const CODE = /TB-[0-9A-Z]{4}-[0-9A-Z]{4}/u;
const CODES = new RegExp(CODE, "gu");
const FIRST_CITIZEN = 7_139_120_946_683_000_000n;
/** Whoever hears nothing for so long has lost their message, in milliseconds. */
const PATIENCE = 120_000;
/** How often the group's handler asks for the list, in milliseconds. */
const ASKS_EVERY = 20_000;
const DUTY_MS = 2_000;
/** How long a person looks at an answer. */
const READS = 1_500;
/** How a list begins that has many cases instead of their cards. */
const RUSH = /^Nhiều tin cùng lúc/u;
/** How the list begins that the handler asks for. */
const LIST = /^(?:\d+ tin |Không có tin nào)/u;

/** Reporters who write to the real webhooks, and a handler at work in the group. */
export class FloodDay {
  readonly #platforms: Platforms;
  readonly #url: string;
  readonly #updates = new UpdateNumbers();
  readonly #heard = new Map<string, (words: string) => void>();
  #awaited: (() => void) | undefined;
  /** How long the handler waited for each list, in milliseconds. */
  readonly lists: number[] = [];
  /** When each case's card came into the group. */
  readonly cards = new Map<string, number>();
  /** The cases that were named there on a list. */
  readonly listed = new Set<string>();

  constructor(platforms: Platforms, port: number) {
    this.#platforms = platforms;
    this.#url = `http://127.0.0.1:${port}`;
    platforms.zalo.onSent(({ userId, text = "" }) => this.#heard.get(userId)?.(text));
    platforms.telegram.api.changes.subscribe((change) => {
      if (change.kind === "message" || change.kind === "edit") this.#inGroup(change.message);
    });
  }

  /** All of them, spread over `ms`. */
  report(people: readonly Person[], ms: number): Promise<readonly Told[]> {
    const began = Date.now();
    return Promise.all(
      people.map(async (person, i) => {
        await pause(Math.max(0, began + person.at * ms - Date.now()));
        return this.#tell(person, String(FIRST_CITIZEN + BigInt(i)));
      }),
    );
  }

  async #tell(person: Person, id: string): Promise<Told> {
    let last = "";
    for (const [i, text] of person.says.entries()) {
      const sentAt = Date.now();
      last = await this.#say(id, text, i + 1 === person.says.length ? CODE : /./u);
      const [code] = CODE.exec(last) ?? [];
      if (code !== undefined) return { person, code, sentAt, last };
    }
    return { person, code: null, sentAt: 0, last };
  }

  /** All that they are told to it: an answer may have several parts. @param awaited what they wait for */
  async #say(id: string, text: string, awaited: RegExp): Promise<string> {
    const told: string[] = [];
    const answered = Promise.withResolvers<void>();
    this.#heard.set(id, (words) => {
      told.push(words);
      if (awaited.test(words)) answered.resolve();
    });
    const heard = new AbortController();
    await this.#post(zaloWebhookCall(this.#url, this.#platforms.settings, { kind: "text", text }, id));
    await Promise.race([
      answered.promise,
      pause(PATIENCE, undefined, { signal: heard.signal }).catch(() => {}),
    ]);
    heard.abort();
    await pause(READS);
    return told.join("\n");
  }

  /** A handler asks for the list again and again, until `signal`. */
  async askForLists(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const asked = Date.now();
      const answered = Promise.withResolvers<void>();
      this.#awaited = answered.resolve;
      const act = { kind: "text", text: "/tin", messageId: this.#updates.next() } as const;
      await this.#post(
        telegramWebhookCall(this.#url, this.#platforms.settings, this.#updates.next(), "group", act),
      );
      await Promise.race([answered.promise, pause(PATIENCE, undefined, { signal }).catch(() => undefined)]);
      if (signal.aborted) return;
      this.lists.push(Date.now() - asked);
      await pause(ASKS_EVERY, undefined, { signal }).catch(() => undefined);
    }
  }

  /** How long a handler waits in private for what has these words, in milliseconds. */
  async search(words: string): Promise<number> {
    const { settings, telegram } = this.#platforms;
    const asked = Date.now();
    const before = telegram.sent.length;
    const act = { kind: "text", text: `/tin ${words}`, messageId: this.#updates.next() } as const;
    await this.#post(telegramWebhookCall(this.#url, settings, this.#updates.next(), "private", act));
    const [chat] = settings.TELEGRAM_ADMIN_IDS.split(",");
    const { at } = await telegram.api.sent.waitUntil((sent) =>
      sent.slice(before).find(({ chatId, text }) => chatId === chat && LIST.test(text)),
    );
    return at - asked;
  }

  #inGroup(message: TelegramSent): void {
    if (message.chatId !== this.#platforms.settings.TELEGRAM_DUTY_CHAT_ID) return;
    const [code] = CODE.exec(message.text) ?? [];
    const accept = message.keyboard.flat().find(({ text }) => text.startsWith("Tiếp nhận"));
    if (LIST.test(message.text)) this.#awaited?.();
    else if (RUSH.test(message.text))
      for (const [named] of message.text.matchAll(CODES)) this.listed.add(named);
    if (code === undefined || accept?.callback_data === undefined || this.cards.has(code)) return;
    this.cards.set(code, Date.now());
    if (message.text.includes("KHẨN")) void this.#accept(message, accept.callback_data);
  }

  async #accept(message: TelegramSent, data: string): Promise<void> {
    await pause(DUTY_MS);
    const queryId = newQueryId();
    this.#platforms.telegram.api.openQuery(queryId);
    const act = { kind: "callback", data, queryId, message } as const;
    await this.#post(
      telegramWebhookCall(this.#url, this.#platforms.settings, this.#updates.next(), "group", act),
    );
  }

  async #post({ url, headers, body }: ReturnType<typeof zaloWebhookCall>): Promise<void> {
    const { status } = await fetch(url, { method: "POST", headers, body });
    if (status !== 200) throw new Error(`the webhook said ${status}`);
  }
}
