import { z } from "zod";
import { type Listening, listen } from "../web.ts";
import { parseJson } from "./body.ts";
import { type Fault, FaultQueue, type FaultScope, type FaultWording, play } from "./faults.ts";
import { Recorder } from "./recorder.ts";

const MAX_TOKENS = z.number().int().positive();

/** A chat completion request as OpenAI documents it, as far as this bot uses it; anything else is refused. */
const CompletionRequest = z
  .strictObject({
    model: z.string().min(1),
    messages: z
      .tuple([
        z.strictObject({ role: z.literal("system"), content: z.string() }),
        z.strictObject({ role: z.literal("user"), content: z.string() }),
      ])
      .readonly(),
    max_completion_tokens: MAX_TOKENS.optional(),
    max_tokens: MAX_TOKENS.optional(),
    temperature: z.number().min(0).max(2).optional(),
    response_format: z
      .discriminatedUnion("type", [
        z.strictObject({
          type: z.literal("json_schema"),
          json_schema: z.strictObject({
            name: z.string().regex(/^[\w-]{1,64}$/),
            strict: z.literal(true),
            schema: z.looseObject({ type: z.literal("object"), additionalProperties: z.literal(false) }),
          }),
        }),
        z.strictObject({ type: z.literal("json_object") }),
      ])
      .optional(),
  })
  .refine((body) => body.max_tokens === undefined || body.max_completion_tokens === undefined);

type CompletionRequest = z.infer<typeof CompletionRequest>;

/** The parts of a call. */
export interface ModelCall {
  readonly body: CompletionRequest;
  /** "answer", "label", "standalone": the schema's name, or what the instructions ask for. */
  readonly name: string;
  readonly system: string;
  /** The data beside the instructions, as it came. */
  readonly data: unknown;
  /** Everything that was sent, as text: to check that nothing secret was sent. */
  readonly sent: string;
}

/** What the model would write for a call: the content of its message, or a whole response of its own. */
export type Mind = (call: ModelCall) => string | Response;

/** Features that a server may lack. */
export interface Lacks {
  readonly jsonSchema?: boolean;
  readonly maxCompletionTokens?: boolean;
  readonly temperature?: boolean;
}

const wording: FaultWording = {
  rateLimited: (retryAfter) =>
    Response.json(
      {
        error: { message: "Rate limit reached", type: "requests", param: null, code: "rate_limit_exceeded" },
      },
      { status: 429, headers: { "retry-after": String(retryAfter) } },
    ),
  error: (code, message) => refusal(code, message ?? "stand-in told to fail", null),
};

/** A server with OpenAI's chat completions; a test gives it its mind. */
export class ModelStandIn {
  readonly calls = new Recorder<ModelCall>();
  mind: Mind;
  lacks: Lacks = {};
  readonly #faults = new FaultQueue();
  #listening: Listening | undefined;

  constructor(mind: Mind) {
    this.mind = mind;
  }

  static async listen(mind: Mind): Promise<ModelStandIn> {
    const standIn = new ModelStandIn(mind);
    standIn.#listening = await listen((request) => standIn.handle(request));
    return standIn;
  }

  /** The base address, as OPENAI_BASE_URL takes it. */
  get url(): string {
    if (this.#listening === undefined) throw new Error("this stand-in has no port of its own");
    return `${this.#listening.url}/v1`;
  }

  fail(fault: Fault, scope?: FaultScope): void {
    this.#faults.push(fault, scope);
  }

  recover(): void {
    this.#faults.clear();
  }

  async close(): Promise<void> {
    await this.#listening?.close();
  }

  async handle(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (request.method !== "POST" || !pathname.endsWith("/chat/completions"))
      return refusal(404, "Unknown request URL", null);
    const text = await request.text();
    const fault = this.#faults.take(pathname);
    const work = async () => this.#complete(text);
    return fault === undefined ? work() : play(fault, request.signal, wording, work);
  }

  #complete(text: string): Response {
    const parsed = CompletionRequest.safeParse(parseJson(text));
    if (!parsed.success) return refusal(400, `Invalid request: ${parsed.error.issues[0]?.message}`, null);
    const body = parsed.data;
    const missing = this.#missing(body);
    if (missing !== null) return refusal(400, `Unsupported parameter: '${missing}'`, missing);
    const [system, user] = body.messages;
    const name =
      body.response_format?.type === "json_schema"
        ? body.response_format.json_schema.name
        : /`sentences`/u.test(system.content)
          ? "answer"
          : /`topic`/u.test(system.content)
            ? "label"
            : "standalone";
    const call = { body, name, system: system.content, data: parseJson(user.content), sent: text };
    this.calls.add(call);
    const written = this.mind(call);
    return typeof written === "string" ? completion(body.model, written) : written;
  }

  #missing(body: CompletionRequest): string | null {
    if (this.lacks.jsonSchema && body.response_format?.type === "json_schema") return "response_format";
    if (this.lacks.maxCompletionTokens && body.max_completion_tokens !== undefined)
      return "max_completion_tokens";
    if (this.lacks.temperature && body.temperature !== undefined) return "temperature";
    return null;
  }
}

/** A well-formed completion with this content. */
export function completion(model: string, content: string | null, extra: object = {}): Response {
  return Response.json({
    id: "chatcmpl-standin",
    object: "chat.completion",
    created: 1_700_000_000,
    model,
    choices: [
      {
        index: 0,
        message: { role: "assistant", content, refusal: null, ...extra },
        logprobs: null,
        finish_reason: "stop",
      },
    ],
    usage: { prompt_tokens: 900, completion_tokens: 80, total_tokens: 980 },
  });
}

function refusal(status: number, message: string, param: string | null): Response {
  return Response.json({ error: { message, type: "invalid_request_error", param, code: null } }, { status });
}
