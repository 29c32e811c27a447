import { type SandboxSettings, sandboxSettings } from "../settings.ts";
import { type Listening, listen } from "../web.ts";
import { type Fields, readFields } from "./body.ts";
import { type Chance, type Fault, FaultQueue, type FaultScope, type FaultWording, play } from "./faults.ts";
import { PATIENCE_MS, Recorder } from "./recorder.ts";
import { BotApi } from "./telegram-api.ts";
import type { TelegramSent } from "./telegram-chats.ts";
import { BotApiError } from "./telegram-method.ts";

export interface TelegramCall {
  readonly method: string;
  readonly at: number;
  readonly fields: Fields;
  readonly fault?: Fault["kind"];
  /** HTTP status of the answer; absent where a fault answered. */
  readonly status?: number;
}

const wording: FaultWording = {
  rateLimited: (retryAfter) =>
    failure(429, `Too Many Requests: retry after ${retryAfter}`, { retry_after: retryAfter }),
  error: (code, message) => failure(code, message ?? "stand-in told to fail"),
};

/** A Bot API server for one bot: token, methods, file downloads, and faults on demand. */
export class TelegramStandIn {
  readonly api: BotApi;
  readonly calls = new Recorder<TelegramCall>();
  readonly #faults = new FaultQueue();
  readonly #token: string;
  #listening: Listening | undefined;

  constructor(settings: SandboxSettings) {
    this.#token = settings.TELEGRAM_BOT_TOKEN;
    this.api = new BotApi(Number(this.#token.split(":")[0]), settings.TELEGRAM_BOT_USERNAME);
  }

  /** A stand-in on its own port; its `url` is the API root. */
  static async listen(settings: SandboxSettings = sandboxSettings(0)): Promise<TelegramStandIn> {
    const standIn = new TelegramStandIn(settings);
    standIn.#listening = await listen((request) => standIn.handle(request));
    return standIn;
  }

  get url(): string {
    if (this.#listening === undefined) throw new Error("this stand-in has no port of its own");
    return this.#listening.url;
  }

  /** Every new message of the bot, in order; edits are in `api.changes`. */
  get sent(): readonly TelegramSent[] {
    return this.api.sent.items;
  }

  waitForSent(n: number, timeoutMs = PATIENCE_MS): Promise<readonly TelegramSent[]> {
    return this.api.sent.waitFor(n, "Telegram messages", timeoutMs);
  }

  /** The next calls in this scope meet the fault. */
  fail(fault: Fault, scope?: FaultScope): void {
    this.#faults.push(fault, scope);
  }

  /** From now on a call fails where this says so; null ends it. */
  failByChance(chance: Chance | null): void {
    this.#faults.byChance(chance);
  }

  heal(): void {
    this.#faults.clear();
  }

  async close(): Promise<void> {
    await this.#listening?.close();
  }

  /** Answers one call; `prefix` is where this stand-in is mounted. */
  async handle(request: Request, prefix = ""): Promise<Response> {
    const path = decodeURIComponent(new URL(request.url).pathname.slice(prefix.length));
    const file = `/file/bot${this.#token}/`;
    if (path.startsWith(file)) return this.api.media.answer(path.slice(file.length).replace(/^\w+\//, ""));
    const [, token, method = ""] = path.match(/^\/bot([^/]+)\/(\w+)$/) ?? [];
    if (token === undefined) return failure(404, "Not Found");
    if (token !== this.#token) return failure(401, "Unauthorized");
    const fields = await readFields(request);
    const fault = this.#faults.take(method, String(fields.chat_id ?? ""));
    if (fault === undefined) return this.#answer(method, fields);
    this.calls.add({ method, at: Date.now(), fields, fault: fault.kind });
    return play(fault, request.signal, wording, () => this.#answer(method, fields));
  }

  async #answer(method: string, fields: Fields): Promise<Response> {
    const response = await this.#run(method, fields);
    this.calls.add({ method, at: Date.now(), fields, status: response.status });
    return response;
  }

  async #run(method: string, fields: Fields): Promise<Response> {
    try {
      return Response.json({ ok: true, result: await this.api.run(method, fields) });
    } catch (error) {
      if (error instanceof BotApiError) return failure(error.code, error.message, error.parameters);
      throw error;
    }
  }
}

function failure(code: number, description: string, parameters?: object): Response {
  const body = {
    ok: false,
    error_code: code,
    description,
    ...(parameters === undefined ? {} : { parameters }),
  };
  return Response.json(body, { status: code });
}
