import { expect } from "vitest";
import { type CitizenAct, zaloWebhookCall } from "../../sandbox/people/citizen.ts";
import {
  newQueryId,
  type OfficialAct,
  type OfficialIdentity,
  telegramWebhookCall,
  UpdateNumbers,
} from "../../sandbox/people/official.ts";
import { type SandboxSettings, sandboxSettings } from "../../sandbox/settings.ts";
import { TelegramStandIn } from "../../sandbox/standins/telegram.ts";
import type { TelegramSent } from "../../sandbox/standins/telegram-chats.ts";
import { ZaloStandIn } from "../../sandbox/standins/zalo.ts";
import { deliver, OwnServer } from "./harness.ts";

export const codeIn = (words: string): string => /TB-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(words)?.[0] ?? "";

/** A citizen on Zalo and a handler in the duty group, with the real Worker between them. */
export class Cast {
  readonly citizenId = "7138000000000138777";
  readonly zalo: ZaloStandIn;
  readonly telegram: TelegramStandIn;
  readonly server: OwnServer;
  readonly #updates = new UpdateNumbers();
  #messageId = 5_000_000;

  private constructor(zalo: ZaloStandIn, telegram: TelegramStandIn, server: OwnServer) {
    this.zalo = zalo;
    this.telegram = telegram;
    this.server = server;
  }

  /** @param changed settings that differ from the sandbox's */
  static async assemble(changed: Partial<SandboxSettings> = {}): Promise<Cast> {
    const settings = { ...sandboxSettings(0), ...changed };
    const zalo = await ZaloStandIn.listen(settings);
    const telegram = await TelegramStandIn.listen(settings);
    const server = await OwnServer.create({ zalo: zalo.url, telegram: telegram.url }, settings);
    await server.start();
    return new Cast(zalo, telegram, server);
  }

  async dismiss(): Promise<void> {
    await this.server.dispose();
    await Promise.all([this.zalo.close(), this.telegram.close()]);
  }

  /** The citizen's message reaches the webhook. */
  async tell(act: CitizenAct): Promise<void> {
    const { server } = this;
    expect(await deliver(zaloWebhookCall(server.url, server.settings, act, this.citizenId))).toBe(200);
  }

  /** The same, waiting for the words that they get back. */
  async ask(act: CitizenAct): Promise<string> {
    const before = this.zalo.sent.length;
    await this.tell(act);
    return this.told(before);
  }

  say(text: string): Promise<string> {
    return this.ask({ kind: "text", text });
  }

  /** What the citizen was told after the first `n` messages. */
  async told(n: number): Promise<string> {
    await this.zalo.waitForSent(n + 1);
    return JSON.stringify(this.zalo.sent.slice(n));
  }

  /** What the citizen was told after the first `n` messages, once the words are among it: an older message may come twice. */
  toldOf(n: number, words: string): Promise<string> {
    return this.zalo.waitUntilSent((sent) => {
      const told = JSON.stringify(sent.slice(n));
      return told.includes(words) ? told : undefined;
    });
  }

  async #official(act: OfficialAct, who?: OfficialIdentity): Promise<void> {
    const { server } = this;
    const call = telegramWebhookCall(server.url, server.settings, this.#updates.next(), "group", act, who);
    expect(await deliver(call)).toBe(200);
  }

  /** @param who the first supervisor, where nobody is named */
  press(message: TelegramSent, label: string, who?: OfficialIdentity): Promise<void> {
    const data = message.keyboard.flat().find(({ text }) => text.startsWith(label))?.callback_data;
    if (data === undefined) throw new Error(`no button "${label}" under: ${message.text}`);
    const queryId = newQueryId();
    this.telegram.api.openQuery(queryId);
    return this.#official({ kind: "callback", data, queryId, message }, who);
  }

  /** A case is closed by two acts: the button, and a sentence on what came of it. */
  async finish(card: TelegramSent, result = "Đã đến nơi và giải quyết."): Promise<void> {
    await this.press(card, "Đã xong");
    await this.reply(await this.inGroup(/Kết quả thế nào/u), result);
  }

  reply(to: TelegramSent, text: string): Promise<void> {
    return this.#official({ kind: "text", text, messageId: this.#messageId++, replyTo: to });
  }

  /** The newest message in the duty group, as it stands now, that says what is waited for. */
  async inGroup(pattern: RegExp): Promise<TelegramSent> {
    const group = this.server.settings.TELEGRAM_DUTY_CHAT_ID;
    const found = await this.telegram.api.changes.waitUntil((changes) =>
      changes.findLast(
        (change) =>
          (change.kind === "message" || change.kind === "edit") &&
          change.message.chatId === group &&
          pattern.test(change.message.text),
      ),
    );
    if (found.kind !== "message" && found.kind !== "edit") throw new Error("not a message");
    return found.message;
  }
}
