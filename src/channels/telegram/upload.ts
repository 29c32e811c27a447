import { GrammyError, HttpError } from "grammy";
import { z } from "zod";
import type { KeptFile } from "../../messaging/media.ts";
import { SECOND } from "../../platform/time.ts";
import type { TelegramClientSettings } from "./telegram-client.ts";

/** One file of a request. */
export interface UploadFile {
  readonly field: string;
  /** Ours: the sender's own file name may say who they are. */
  readonly name: string;
  readonly file: KeptFile;
}

export interface Upload {
  readonly method: "sendPhoto" | "sendVideo" | "sendDocument" | "sendMediaGroup";
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly UploadFile[];
}

/** An upload may take the time of a call and, for its bytes, that of a slow line: 4 Mbit/s. */
const SLOW_BYTES_PER_SECOND = 512 * 1024;

const Message = z.looseObject({ message_id: z.number().optional() });
const Answer = z.looseObject({
  ok: z.boolean(),
  error_code: z.number().optional(),
  description: z.string().optional().catch(undefined),
  result: z
    .union([z.array(Message), Message])
    .optional()
    .catch(undefined),
  parameters: z
    .object({ retry_after: z.exactOptional(z.number()), migrate_to_chat_id: z.exactOptional(z.number()) })
    .optional()
    .catch(undefined),
});

/** The longest wait for an upload's answer, in milliseconds. */
export const uploadTime = (bytes: number, callSeconds: number): number =>
  Math.ceil((callSeconds + bytes / SLOW_BYTES_PER_SECOND) * SECOND);

/**
 * Sends files frame by frame, so that one frame is in memory and not one file. grammY's own upload loses the status of
 * an answer that isn't JSON, and has one time-out for all calls.
 * @returns the numbers of the new messages
 * @throws GrammyError where Telegram refuses, HttpError where there is no answer
 */
export async function upload(
  { token, apiRoot, timeoutSeconds }: TelegramClientSettings,
  { method, fields, files }: Upload,
): Promise<readonly string[]> {
  const boundary = `----tl138-${crypto.randomUUID()}`;
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  const time = uploadTime(bytes, timeoutSeconds);
  const request: RequestInit & { duplex: "half" } = {
    method: "POST",
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    body: streamOf(framesOf(fields, files, boundary)),
    duplex: "half",
    redirect: "manual",
    signal: AbortSignal.timeout(time),
  };
  const answered = await fetch(`${apiRoot.replace(/\/+$/, "")}/bot${token}/${method}`, request)
    .then(async (response) => ({ status: response.status, answer: readAnswer(await response.text()) }))
    .catch((error: unknown) => {
      // The error may quote the address with the token.
      const isTimeout = error instanceof Error && /Timeout|Abort/.test(error.name);
      const why = isTimeout ? `timed out after ${time / SECOND} seconds` : "failed";
      throw new HttpError(
        `Network request for '${method}' failed!`,
        new Error(`Request to '${method}' ${why}`),
      );
    });
  const { status, answer } = answered;
  if (answer?.ok === true) return idsOf(answer.result);
  if (answer === null && status < 400)
    throw new HttpError(`Call to '${method}' failed!`, new Error("no answer of the Bot API"));
  const refused = {
    ok: false as const,
    error_code: answer?.error_code ?? status,
    description: answer?.description ?? "",
    parameters: answer?.parameters ?? {},
  };
  throw new GrammyError(`Call to '${method}' failed!`, refused, method, {});
}

function readAnswer(text: string): z.infer<typeof Answer> | null {
  try {
    return Answer.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function idsOf(result: z.infer<typeof Answer>["result"]): readonly string[] {
  const messages = result === undefined ? [] : Array.isArray(result) ? result : [result];
  return messages.flatMap(({ message_id: id }) => (id === undefined ? [] : [String(id)]));
}

async function* framesOf(
  fields: Upload["fields"],
  files: readonly UploadFile[],
  boundary: string,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const head = (disposition: string) =>
    encoder.encode(`--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n`);
  for (const [name, value] of Object.entries(fields)) {
    yield head(`name="${name}"`);
    yield encoder.encode(`${value}\r\n`);
  }
  for (const { field, name, file } of files) {
    yield head(`name="${field}"; filename="${name}"\r\ncontent-type: ${file.contentType}`);
    yield* file.open();
    yield encoder.encode("\r\n");
  }
  yield encoder.encode(`--${boundary}--\r\n`);
}

/** Asked for one frame at a time, as fast as the line takes them. */
function streamOf(frames: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await frames.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await frames.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
