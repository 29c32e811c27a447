import OpenAI, { APIConnectionError, APIError, APIUserAbortError } from "openai";
import { boundedFetch } from "./bounded-fetch.ts";
import { type ChatModel, ModelError, type ModelRequest, NO_USAGE, type Usage } from "./chat-model.ts";
import { type Dialect, FULL, simpler } from "./dialect.ts";
import { readStructured, strictSchema } from "./structured.ts";

export interface OpenAiSettings {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly model: string;
  /** The most tokens of one answer. */
  readonly maxTokens: number;
}

/** Our answers have a few hundred bytes; the rest is for a server's envelope. */
const MAX_BYTES = 256 * 1024;
/** The pause before the second try where the server doesn't name one. */
const RETRY_AFTER_MS = 400;
/** A server that asks for a longer pause gets no second try within a turn. */
const WORTH_WAITING_MS = 2_000;

/**
 * A model on any server with OpenAI's chat completions. One more try after a 429, a 5xx or a broken connection. A
 * server without structured output is asked in words instead, and that is remembered.
 */
export function createOpenAiModel(settings: OpenAiSettings): ChatModel {
  const client = new OpenAI({
    apiKey: settings.apiKey,
    baseURL: settings.baseUrl,
    maxRetries: 0,
    logLevel: "off",
    fetch: boundedFetch(MAX_BYTES),
  });
  let dialect = FULL;

  async function once<T>(request: ModelRequest<T>): Promise<{ value: T; usage: Usage }> {
    for (;;) {
      try {
        const completion = await client.chat.completions.create(bodyOf(settings, dialect, request), {
          signal: request.signal,
        });
        return read(completion, request);
      } catch (error) {
        const next = isComplaint(error) ? simpler(dialect, complaintOf(error)) : null;
        if (next === null) throw failureOf(error, request.signal);
        dialect = next;
      }
    }
  }

  return {
    async ask(request) {
      try {
        return await within(once(request), request.signal);
      } catch (error) {
        if (!(error instanceof ModelError) || !isPassing(error)) throw error;
        const pause = error.afterMs ?? RETRY_AFTER_MS;
        if (pause > WORTH_WAITING_MS) throw error;
        await within(new Promise((resolve) => setTimeout(resolve, pause)), request.signal);
        return within(once(request), request.signal);
      }
    },
  };
}

type Body = OpenAI.ChatCompletionCreateParamsNonStreaming;

function bodyOf(
  { model, maxTokens }: OpenAiSettings,
  { format, limit, temperature }: Dialect,
  { name, system, data, schema }: ModelRequest<unknown>,
): Body {
  const shape = strictSchema(schema);
  const told =
    format === "json_schema" ? system : `${system}\n\nJSON Schema của câu trả lời:\n${JSON.stringify(shape)}`;
  return {
    model,
    messages: [
      { role: "system", content: told },
      { role: "user", content: JSON.stringify(data) },
    ],
    [limit]: maxTokens,
    ...(temperature && { temperature: 0 }),
    ...(format === "json_object" && { response_format: { type: "json_object" as const } }),
    ...(format === "json_schema" && {
      response_format: {
        type: "json_schema" as const,
        json_schema: { name, strict: true, schema: shape },
      },
    }),
  };
}

/** Servers may leave out things: every part of the answer is checked. */
function read<T>(completion: OpenAI.ChatCompletion, { schema }: ModelRequest<T>): { value: T; usage: Usage } {
  const usage = usageOf(completion);
  const choice = Array.isArray(completion?.choices) ? completion.choices[0] : undefined;
  if (choice?.finish_reason === "content_filter" || choice?.message?.refusal)
    throw new ModelError("refused", { usage });
  const content = choice?.message?.content;
  if (typeof content !== "string" || content.trim() === "") throw new ModelError("junk", { usage });
  try {
    return { value: readStructured(content, schema), usage };
  } catch {
    throw new ModelError("junk", { usage });
  }
}

function usageOf(completion: OpenAI.ChatCompletion): Usage {
  const { prompt_tokens: prompt, completion_tokens: answer } = completion?.usage ?? {};
  return {
    promptTokens: Number.isSafeInteger(prompt) ? (prompt as number) : NO_USAGE.promptTokens,
    completionTokens: Number.isSafeInteger(answer) ? (answer as number) : NO_USAGE.completionTokens,
  };
}

function isComplaint(error: unknown): error is APIError {
  return error instanceof APIError && (error.status === 400 || error.status === 422);
}

const complaintOf = (error: APIError): string => `${error.param ?? ""} ${error.message}`;

function failureOf(error: unknown, signal: AbortSignal): ModelError {
  if (error instanceof ModelError) return error;
  if (signal.aborted || error instanceof APIUserAbortError) return new ModelError("timeout");
  if (error instanceof APIConnectionError || !(error instanceof APIError) || error.status === undefined) {
    return new ModelError(isUnreadable(error) ? "junk" : "unreachable");
  }
  if (error.status === 429) return new ModelError("rate_limited", afterOf(error));
  return new ModelError(error.status >= 500 ? "server_error" : "rejected");
}

/** A body that isn't JSON, or is too long, fails when it is read. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof SyntaxError ||
  (error instanceof Error && error.cause instanceof ModelError && error.cause.failure === "junk");

function afterOf({ headers }: APIError): { afterMs?: number } {
  const seconds = Number(headers?.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? { afterMs: seconds * 1_000 } : {};
}

const isPassing = ({ failure }: ModelError): boolean =>
  failure === "rate_limited" || failure === "server_error" || failure === "unreachable";

/** The work, or a time-out at the signal even where the work ignores it. */
async function within<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) throw new ModelError("timeout");
  let stop = () => {};
  const late = new Promise<never>((_, reject) => {
    stop = () => reject(new ModelError("timeout"));
    signal.addEventListener("abort", stop, { once: true });
  });
  return Promise.race([work, late]).finally(() => signal.removeEventListener("abort", stop));
}
