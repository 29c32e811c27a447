import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type { WebhookCall } from "../../sandbox/people/delivery.ts";
import { newQueryId, telegramWebhookCall, UpdateNumbers } from "../../sandbox/people/official.ts";
import { type CitizenAct, signedZaloCall, zaloWebhookCall } from "../../sandbox/people/zalo-event.ts";
import type { TelegramSent } from "../../sandbox/standins/telegram-chats.ts";
import { KINDS } from "../speed/kinds.ts";
import { countsOf } from "./counted/counts.ts";
import type { CountedServer } from "./counted/start.ts";
import type { Measured } from "./measured.ts";
import type { Assumptions, Writer } from "./plan.ts";

/** How fast the duty group takes a case up, in milliseconds. */
const DUTY_MS = 2_000;
/** Buttons that the duty group presses where a case shows them, in this order. */
const PRESSED = ["Tiếp nhận", "Đã xong"];
/** An answer that takes longer, in milliseconds, ends the simulation. */
const PATIENCE = 30_000;
const INCIDENTS = [
  "tối qua 22h ở chợ Kỳ Lừa có nhóm người đánh bạc",
  "sáng nay 6h ở đường Bà Triệu có xe tải đổ trộm rác xuống suối",
  "hôm qua lúc 21h gần trường tiểu học Chi Lăng có nhóm thanh niên đua xe gây ồn",
];

const TALLIED = ["messages", "webhooks", "platformCalls", "groupMessages", "cpuMs"] as const;

/** What has come in and gone out so far, and what it cost. */
export type ChatCounts = Pick<Measured, (typeof TALLIED)[number] | "counts">;

/** What came between two tallies. */
export function minus(a: ChatCounts, b: ChatCounts): ChatCounts {
  const [messages = 0, webhooks = 0, platformCalls = 0, groupMessages = 0, cpuMs = 0] = TALLIED.map(
    (name) => a[name] - b[name],
  );
  const counts = countsOf((name) => a.counts[name] - b.counts[name]);
  return { messages, webhooks, platformCalls, groupMessages, cpuMs, counts };
}

/** Citizens, the duty group and Zalo's own events, with everything that they send counted. */
export class City {
  readonly #server: CountedServer;
  readonly #questions: Readonly<Record<string, readonly string[]>>;
  readonly #photo: string;
  readonly #updates = new UpdateNumbers();
  readonly #pressed = new Set<string>();
  #asked = 0;
  #messages = 0;
  #webhooks = 0;
  /** Cases that reached the duty group. */
  reports = 0;

  constructor(server: CountedServer, { photoBytes, zaloEchoes }: Assumptions) {
    this.#server = server;
    this.#questions = readQuestions();
    const photo = new Uint8Array(photoBytes).fill(0x55);
    photo.set([0xff, 0xd8, 0xff, 0xda]);
    this.#photo = `${server.zalo.url}/media/${server.zalo.media.put({ bytes: photo, type: "image/jpeg" })}`;
    server.zalo.onSent(({ userId, text = "" }) => {
      for (let i = 0; i < zaloEchoes; i++) void this.#echo(userId, text);
    });
    server.telegram.api.changes.subscribe((change) => {
      if (change.kind === "message" || change.kind === "edit") void this.#handle(change.message);
    });
  }

  async messageCounts(): Promise<ChatCounts> {
    const { zalo, telegram, settings } = this.#server;
    const counts = await this.#server.settled();
    return {
      ...{ counts, messages: this.#messages, webhooks: this.#webhooks },
      platformCalls: zalo.calls.items.length + telegram.calls.items.length,
      groupMessages: telegram.sent.filter(({ chatId }) => chatId === settings.TELEGRAM_DUTY_CHAT_ID).length,
      cpuMs: this.#server.cpu() ?? Number.NaN,
    };
  }

  /** One person's conversation: the next message a minute after the answer to the one before. */
  async run(id: bigint, { says }: Writer, minuteMs: number): Promise<void> {
    for (const [i, words] of says.entries()) {
      if (i > 0) await pause(minuteMs);
      const { zalo } = this.#server;
      const answered = new Promise<void>((resolve) => {
        const stop = zalo.onSent(({ userId }) => {
          if (userId !== String(id)) return;
          stop();
          resolve();
        });
      });
      this.#messages += 1;
      await this.#deliver(
        zaloWebhookCall(this.#server.url, this.#server.settings, this.#act(words), String(id)),
      );
      await Promise.race([
        answered,
        pause(PATIENCE).then(() => Promise.reject(new Error(`no answer: ${words}`))),
      ]);
    }
  }

  #act(words: string): CitizenAct {
    if (words === "{photo}") return { kind: "photo", url: this.#photo };
    const text = words.replace(/\{(\w+)\}/u, (_, kind: string) => {
      const choice = this.#questions[kind] ?? [];
      return choice[this.#asked++ % choice.length] ?? "";
    });
    return { kind: "text", text };
  }

  /** Zalo tells an account of what it has said itself. */
  #echo(userId: string, text: string): Promise<void> {
    const { settings, url } = this.#server;
    const timestamp = String(Date.now());
    const body = JSON.stringify({
      ...{ app_id: settings.ZALO_APP_ID, event_name: "oa_send_text", timestamp },
      ...{
        sender: { id: settings.ZALO_OA_ID },
        recipient: { id: userId },
        message: { text, msg_id: newQueryId() },
      },
    });
    return this.#deliver(signedZaloCall(url, settings, body, timestamp));
  }

  /** The duty group presses the first button that moves the case on. */
  async #handle(message: TelegramSent): Promise<void> {
    const { settings, telegram, url } = this.#server;
    const button = PRESSED.map((label) =>
      message.keyboard.flat().find(({ text }) => text.startsWith(label)),
    ).find((found) => found !== undefined);
    const data = button?.callback_data;
    if (message.chatId !== settings.TELEGRAM_DUTY_CHAT_ID || data === undefined || this.#pressed.has(data))
      return;
    this.#pressed.add(data);
    if (button?.text.startsWith(PRESSED[0] ?? "") === true) this.reports += 1;
    await pause(DUTY_MS);
    const queryId = newQueryId();
    telegram.api.openQuery(queryId);
    const act = { kind: "callback", data, queryId, message } as const;
    await this.#deliver(telegramWebhookCall(url, settings, this.#updates.next(), "group", act));
  }

  async #deliver({ url, headers, body }: WebhookCall): Promise<void> {
    this.#webhooks += 1;
    const { status } = await fetch(url, { method: "POST", headers, body });
    if (status !== 200) throw new Error(`the webhook said ${status}`);
  }
}

/** Real questions of the evaluation, so that no search is the one before. */
function readQuestions(): Readonly<Record<string, readonly string[]>> {
  const all = JSON.parse(readFileSync(new URL("../../eval/questions.json", import.meta.url), "utf8")) as {
    kind: string;
    text: string;
  }[];
  const of = (wanted: string) => all.flatMap(({ kind, text }) => (kind === wanted ? text : []));
  return { knowledge: of("citizen"), figure: of("figure"), incident: INCIDENTS, danger: KINDS.danger };
}
