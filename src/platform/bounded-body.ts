import { AppError } from "./errors.ts";

/** Longest time for a webhook's body, in milliseconds: a slow client would block a request. */
export const BODY_TIMEOUT = 10_000;

/**
 * The body's bytes, or null where it is larger than `limit` bytes; the rest isn't read.
 * @param within milliseconds for the whole body
 * @throws AppError "too_slow" where it isn't there by then; what the stream throws where it breaks off
 */
export async function readBounded(
  message: Request | Response,
  limit: number,
  within?: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(message.headers.get("content-length") ?? 0) > limit) return null;
  if (message.body === null) return new Uint8Array();
  const reader: ReadableStreamDefaultReader<Uint8Array> = message.body.getReader();
  if (within === undefined) return readAll(reader, limit);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError("too_slow", "the body took too long")), within);
  });
  try {
    return await Promise.race([readAll(reader, limit), late]);
  } catch (error) {
    void reader.cancel().catch(() => undefined);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function readAll(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
