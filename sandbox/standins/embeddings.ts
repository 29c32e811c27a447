import { z } from "zod";
import { readWords } from "../../src/knowledge/terms.ts";
import { fold } from "../../src/language/fold.ts";
import { type Listening, listen } from "../web.ts";
import { parseJson } from "./body.ts";
import { type Fault, FaultQueue, type FaultScope, type FaultWording, play } from "./faults.ts";
import { Recorder } from "./recorder.ts";

/** An embeddings request as OpenAI documents it, as far as this bot uses it. */
const EmbeddingsRequest = z.strictObject({
  model: z.string().min(1),
  input: z.array(z.string().min(1)).min(1).max(2048),
  encoding_format: z.literal("float"),
  dimensions: z.number().int().positive().optional(),
});

export type EmbeddingsRequest = z.infer<typeof EmbeddingsRequest>;

/** How the vectors are damaged. `null` is what a server's JSON makes of NaN. */
export type Spoilt = "wrong size" | "NaN" | "null" | "Infinity" | "zero" | "too few" | "twice" | "not JSON";

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

/**
 * A server with OpenAI's embeddings. Its vectors are words hashed into a few dimensions: texts with common words are
 * similar, and words of one entry of `synonyms` count as one.
 */
export class EmbeddingsStandIn {
  readonly calls = new Recorder<EmbeddingsRequest>();
  readonly dimensions: number;
  /** Word without marks → the word that it counts as. */
  synonyms: Readonly<Record<string, string>> = {};
  spoilt: Spoilt | undefined;
  /** Models with only one size refuse a request that names the size. */
  refusesDimensions = false;
  readonly #faults = new FaultQueue();
  #listening: Listening | undefined;

  constructor(dimensions: number) {
    this.dimensions = dimensions;
  }

  static async listen(dimensions = 256): Promise<EmbeddingsStandIn> {
    const standIn = new EmbeddingsStandIn(dimensions);
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
    this.spoilt = undefined;
  }

  async close(): Promise<void> {
    await this.#listening?.close();
  }

  async handle(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (request.method !== "POST" || !pathname.endsWith("/embeddings"))
      return refusal(404, "Unknown request URL", null);
    const text = await request.text();
    const work = async () => this.#embed(text);
    const fault = this.#faults.take(pathname);
    return fault === undefined ? work() : play(fault, request.signal, wording, work);
  }

  #embed(text: string): Response {
    const parsed = EmbeddingsRequest.safeParse(parseJson(text));
    if (!parsed.success) return refusal(400, `Invalid request: ${parsed.error.issues[0]?.message}`, null);
    const { model, input, dimensions } = parsed.data;
    if (dimensions !== undefined && this.refusesDimensions)
      return refusal(400, "This model does not support specifying dimensions.", "dimensions");
    this.calls.add(parsed.data);
    const data = input.map((one, index) => ({
      object: "embedding",
      index,
      embedding: this.vectorOf(one, dimensions ?? this.dimensions),
    }));
    const usage = { prompt_tokens: 138, total_tokens: 138 };
    return spoil({ object: "list", data, model, usage }, this.spoilt);
  }

  vectorOf(text: string, dimensions = this.dimensions): number[] {
    const vector = new Array<number>(dimensions).fill(0);
    for (const word of readWords(text).map(fold)) {
      const place = placeOf(this.synonyms[word] ?? word) % dimensions;
      vector[place] = (vector[place] as number) + 1;
    }
    const length = Math.hypot(...vector);
    // A text without words still has a nonzero vector, as with real models.
    return length === 0 ? vector.fill(1 / Math.sqrt(dimensions)) : vector.map((value) => value / length);
  }
}

interface Embedding {
  readonly object: string;
  readonly index: number;
  readonly embedding: number[];
}

function spoil(answer: { data: Embedding[] } & Record<string, unknown>, how: Spoilt | undefined): Response {
  const withVectors = (change: (vector: number[]) => unknown[]) =>
    answer.data.map((one) => ({ ...one, embedding: change(one.embedding) }));
  switch (how) {
    case undefined:
      return Response.json(answer);
    case "wrong size":
      return Response.json({ ...answer, data: withVectors((vector) => vector.slice(1)) });
    case "null":
      return Response.json({ ...answer, data: withVectors(([, ...rest]) => [null, ...rest]) });
    case "zero":
      return Response.json({ ...answer, data: withVectors((vector) => vector.map(() => 0)) });
    case "too few":
      return Response.json({ ...answer, data: answer.data.slice(1) });
    case "twice":
      return Response.json({ ...answer, data: answer.data.map((one) => ({ ...one, index: 0 })) });
    case "NaN":
      return json(JSON.stringify(answer).replace(/"embedding":\[[^,\]]+/u, '"embedding":[NaN'));
    case "Infinity":
      return json(JSON.stringify(answer).replace(/"embedding":\[[^,\]]+/u, '"embedding":[1e999'));
    case "not JSON":
      return json("<html>upstream</html>");
  }
}

const json = (text: string): Response =>
  new Response(text, { headers: { "content-type": "application/json" } });

function placeOf(word: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(word)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

function refusal(status: number, message: string, param: string | null): Response {
  return Response.json({ error: { message, type: "invalid_request_error", param, code: null } }, { status });
}
