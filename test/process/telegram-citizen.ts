import { readFileSync } from "node:fs";
import type { TelegramStandIn } from "../../sandbox/standins/telegram.ts";
import { deliver, type OwnServer } from "./harness.ts";

const FILM = readFileSync(new URL("../files/media/film.mp4", import.meta.url));

/** A film that plays, made as long as wanted by an empty box at its end. */
export function film(bytes: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(bytes);
  whole.set(FILM);
  new DataView(whole.buffer).setUint32(FILM.length, bytes - FILM.length);
  whole.set(new TextEncoder().encode("free"), FILM.length + 4);
  return whole;
}

/** A citizen who writes to the bot in private, with files of any size. */
export class TelegramCitizen {
  readonly id: number;
  readonly #server: OwnServer;
  readonly #telegram: TelegramStandIn;
  #number: number;

  constructor(server: OwnServer, telegram: TelegramStandIn, id: number) {
    this.#server = server;
    this.#telegram = telegram;
    this.id = id;
    this.#number = id * 10;
  }

  /** Says something and waits for the answer to it. */
  async say(text: string): Promise<string> {
    return this.#answered({ text });
  }

  async sendFilm(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
    const fileId = this.#telegram.api.media.put({ bytes, type: "video/mp4" });
    const video = { file_id: fileId, file_unique_id: fileId, file_size: bytes.length, width: 1, height: 1 };
    return this.#answered({ video: { ...video, duration: 1, mime_type: "video/mp4" } });
  }

  async #answered(content: object): Promise<string> {
    const before = this.#told.length;
    if ((await this.write(content)) !== 200) throw new Error("not taken");
    await this.#telegram.api.sent.waitUntil(() => (this.#told.length > before ? true : undefined));
    return this.#told.slice(before).join("\n");
  }

  get #told(): readonly string[] {
    return this.#telegram.sent.filter(({ chatId }) => chatId === String(this.id)).map(({ text }) => text);
  }

  /** @returns the status of the webhook's answer */
  write(content: object): Promise<number> {
    this.#number += 1;
    const message = {
      message_id: this.#number,
      from: { id: this.id, is_bot: false, first_name: "Người thử" },
      chat: { id: this.id, type: "private", first_name: "Người thử" },
      date: Math.floor(Date.now() / 1_000),
      ...content,
    };
    return deliver({
      url: `${this.#server.url}/webhooks/telegram`,
      headers: {
        "content-type": "application/json",
        "x-telegram-bot-api-secret-token": this.#server.settings.TELEGRAM_WEBHOOK_SECRET,
      },
      body: JSON.stringify({ update_id: this.#number, message }),
    });
  }
}
