import { randomBytes } from "node:crypto";
import { type SandboxSettings, sandboxSettings } from "../settings.ts";
import { type Listening, listen } from "../web.ts";
import { parseJson, readFields } from "./body.ts";
import { type Chance, type Fault, FaultQueue, type FaultScope, type FaultWording, play } from "./faults.ts";
import { imageType, MediaFiles } from "./media.ts";
import { PATIENCE_MS, Recorder } from "./recorder.ts";
import { readConsultation, type ZaloSent } from "./zalo-message.ts";
import { ZaloTokens } from "./zalo-tokens.ts";

export interface ZaloCall {
  readonly endpoint: string;
  readonly at: number;
  readonly fault?: Fault["kind"];
  /** What we answered in `error`; absent where a fault answered. */
  readonly error?: number;
}

const MAX_IMAGE_BYTES = 1024 * 1024;
const FREE_REPLIES = 8;

const wording: FaultWording = {
  rateLimited: (retryAfter) =>
    Response.json(
      { error: -32, message: "Exceed request per minute" },
      { status: 429, headers: { "retry-after": String(retryAfter) } },
    ),
  error: (code, message) => refusal(code, message ?? "stand-in told to fail"),
};

/**
 * Zalo's sending API for an Official Account and its OAuth, as far as this bot uses them, in their wire format:
 * HTTP 200 even for errors, `error` 0 for success, quota counts as strings.
 */
export class ZaloStandIn {
  readonly media = new MediaFiles();
  readonly tokens: ZaloTokens;
  readonly calls = new Recorder<ZaloCall>();
  readonly #sent = new Recorder<ZaloSent>();
  readonly #faults = new FaultQueue();
  readonly #repliesLeft = new Map<string, number>();
  #listening: Listening | undefined;

  constructor(settings: SandboxSettings, options: { readonly adoptTokens?: boolean } = {}) {
    const { ZALO_APP_ID: appId, ZALO_APP_SECRET: appSecret, ZALO_REFRESH_TOKEN: refreshToken } = settings;
    this.tokens = new ZaloTokens({ appId, appSecret, refreshToken }, options.adoptTokens ?? false);
  }

  /** A stand-in on its own port; its `url` is both of Zalo's roots. */
  static async listen(
    settings: SandboxSettings = sandboxSettings(0),
    options: { readonly adoptTokens?: boolean } = {},
  ): Promise<ZaloStandIn> {
    const standIn = new ZaloStandIn(settings, options);
    standIn.#listening = await listen((request) => standIn.handle(request));
    return standIn;
  }

  get url(): string {
    if (this.#listening === undefined) throw new Error("this stand-in has no port of its own");
    return this.#listening.url;
  }

  /** Every message delivered to a citizen, in order. */
  get sent(): readonly ZaloSent[] {
    return this.#sent.items;
  }

  waitForSent(n: number, timeoutMs = PATIENCE_MS): Promise<readonly ZaloSent[]> {
    return this.#sent.waitFor(n, "Zalo messages", timeoutMs);
  }

  /** The first match in sent and later messages. */
  waitUntilSent<Found>(
    find: (sent: readonly ZaloSent[]) => Found | undefined,
    timeoutMs = PATIENCE_MS,
  ): Promise<Found> {
    return this.#sent.waitUntil(find, timeoutMs);
  }

  onSent(listener: (sent: ZaloSent) => void): () => void {
    return this.#sent.subscribe(listener);
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

  /** The citizen wrote: eight more replies are free. */
  citizenWrote(userId: string): void {
    this.#repliesLeft.set(userId, FREE_REPLIES);
  }

  async close(): Promise<void> {
    await this.#listening?.close();
  }

  /** Answers one call; `prefix` is where this stand-in is mounted. */
  async handle(request: Request, prefix = ""): Promise<Response> {
    const endpoint = new URL(request.url).pathname.slice(prefix.length);
    if (endpoint.startsWith("/media/")) return this.media.answer(endpoint.slice("/media/".length));
    const fault = this.#faults.take(endpoint);
    if (fault === undefined) return this.#answer(endpoint, request);
    this.calls.add({ endpoint, at: Date.now(), fault: fault.kind });
    return play(fault, request.signal, wording, () => this.#answer(endpoint, request));
  }

  async #answer(endpoint: string, request: Request): Promise<Response> {
    const response = await this.#route(endpoint, request);
    const answer = (await response.clone().json()) as { error?: number };
    this.calls.add({ endpoint, at: Date.now(), error: answer.error ?? 0 });
    return response;
  }

  async #route(endpoint: string, request: Request): Promise<Response> {
    if (request.method !== "POST") return refusal(-201, "method is invalid");
    if (endpoint === "/v4/oa/access_token") {
      return this.tokens.exchange(await readFields(request), request.headers.get("secret_key"));
    }
    if (!this.tokens.knows(request.headers.get("access_token")))
      return refusal(-216, "Access token is invalid");
    if (endpoint === "/v3.0/oa/message/cs") return this.#consult(parseJson(await request.text()));
    if (endpoint === "/v2.0/oa/upload/image") return this.#upload((await readFields(request)).file);
    return refusal(-212, `${endpoint} is not registered`);
  }

  #consult(body: unknown): Response {
    const message = readConsultation(body);
    if ("error" in message) return refusal(message.error, message.message);
    if (message.attachmentId !== undefined && !this.media.has(message.attachmentId)) {
      return refusal(-100, "attachment_id is expired");
    }
    const messageId = randomBytes(10).toString("hex");
    const left = this.#repliesLeft.get(message.userId) ?? FREE_REPLIES;
    this.#repliesLeft.set(message.userId, Math.max(0, left - 1));
    this.#sent.add({ ...message, messageId, at: Date.now() });
    const quota = { quota_type: "reply", remain: String(left - 1), total: String(FREE_REPLIES) };
    const data = { message_id: messageId, user_id: message.userId, ...(left > 0 ? { quota } : {}) };
    return Response.json({ data, error: 0, message: "Success" });
  }

  async #upload(file: unknown): Promise<Response> {
    if (!(file instanceof File)) return refusal(-201, "file is missing");
    if (file.size > MAX_IMAGE_BYTES) return refusal(-210, "file exceeds 1 MB");
    const bytes = new Uint8Array(await file.arrayBuffer());
    const type = imageType(bytes);
    if (type !== "image/png" && type !== "image/jpeg") return refusal(-201, "file must be jpg or png");
    return Response.json({
      data: { attachment_id: this.media.put({ bytes, type }) },
      error: 0,
      message: "Success",
    });
  }
}

function refusal(error: number, message: string): Response {
  return Response.json({ error, message });
}
