import { setTimeout as pause } from "node:timers/promises";
import type { WebhookCall } from "../../sandbox/people/delivery.ts";
import { telegramWebhookCall } from "../../sandbox/people/telegram-update.ts";
import { zaloWebhookCall } from "../../sandbox/people/zalo-event.ts";
import type { SandboxSettings } from "../../sandbox/settings.ts";
import type { TelegramStandIn } from "../../sandbox/standins/telegram.ts";
import type { ZaloStandIn } from "../../sandbox/standins/zalo.ts";

export type Channel = "telegram" | "zalo";

export interface Platforms {
  readonly settings: SandboxSettings;
  readonly telegram: TelegramStandIn;
  readonly zalo: ZaloStandIn;
}

/** Longer than any answer may take, in milliseconds. */
const PATIENCE = 60_000;
const TELEGRAM_FIRST = 5_138_000_000;
const ZALO_FIRST = 7_135_120_946_683_000_000n;

/** People who write to a bot and look at the clock when its first message reaches their messenger. */
export class Crowd {
  readonly #platforms: Platforms;
  /** Whoever waits for an answer, by id. */
  readonly #waiting = new Map<string, () => void>();
  #update = Math.floor(Date.now() / 1000);
  #lastSent = 0;

  constructor(platforms: Platforms) {
    this.#platforms = platforms;
    platforms.telegram.api.sent.subscribe(({ chatId }) => this.#hear(chatId));
    platforms.zalo.onSent(({ userId }) => this.#hear(userId));
  }

  /**
   * Person number `who` writes.
   * @returns milliseconds from the webhook's first byte to the first message back
   * @throws Error where the webhook isn't answered with 200, or no message comes
   */
  async ask(port: number, who: number, text: string, channel: Channel = "telegram"): Promise<number> {
    const { id, call } = this.#call(port, who, text, channel);
    if (this.#waiting.has(id)) throw new Error("this person still waits for an answer");
    const answered = Promise.withResolvers<number>();
    const timer = setTimeout(() => answered.reject(new Error(`no answer: ${text}`)), PATIENCE);
    const started = performance.now();
    this.#waiting.set(id, () => answered.resolve(performance.now() - started));
    try {
      const [ms] = await Promise.all([answered.promise, post(call)]);
      return ms;
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(id);
    }
  }

  /**
   * Person number `who` writes and doesn't wait for an answer.
   * @throws Error where the webhook isn't answered with 200
   */
  async write(port: number, who: number, text: string, channel: Channel = "telegram"): Promise<void> {
    await post(this.#call(port, who, text, channel).call);
  }

  /** Until nothing has gone out for so long, in milliseconds. */
  async quiet(ms: number): Promise<void> {
    while (performance.now() - this.#lastSent < ms) await pause(ms / 4);
  }

  #hear(id: string): void {
    this.#lastSent = performance.now();
    this.#waiting.get(id)?.();
  }

  #call(port: number, who: number, text: string, channel: Channel): { id: string; call: WebhookCall } {
    const { settings } = this.#platforms;
    const url = `http://127.0.0.1:${port}`;
    if (channel === "zalo") {
      const id = String(ZALO_FIRST + BigInt(who));
      return { id, call: zaloWebhookCall(url, settings, { kind: "text", text }, id) };
    }
    const update = this.#update++;
    const id = String(TELEGRAM_FIRST + who);
    const act = { kind: "text", text, messageId: update } as const;
    const person = { id, firstName: "Khách", lastName: "Thử", username: `khach${who}` };
    return { id, call: telegramWebhookCall(url, settings, update, "private", act, person) };
  }
}

async function post({ url, headers, body }: WebhookCall): Promise<void> {
  const { status } = await fetch(url, { method: "POST", headers, body });
  if (status !== 200) throw new Error(`the webhook said ${status}`);
}
