import { AppError } from "./errors.ts";

/** Longest time for a webhook's body, in milliseconds: a slow client would block a request. */
export const BODY_TIMEOUT = 10_000;

/** Room for a body that doesn't say its length, in bytes; more is made as it comes. */
const SMALL = 16 * 1024;

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
  const declared = Number(message.headers.get("content-length") ?? 0);
  if (declared > limit) return null;
  const expected = declared > 0 ? declared : SMALL;
  if (message.body === null) return new Uint8Array();
  const reader: ReadableStreamDefaultReader<Uint8Array> = message.body.getReader();
  if (within === undefined) return readAll(reader, limit, expected);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError("too_slow", "the body took too long")), within);
  });
  try {
    return await Promise.race([readAll(reader, limit, expected), late]);
  } catch (error) {
    void reader.cancel().catch(() => undefined);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** One read of a download. The runtime hands the same memory back each time, so a download leaves nothing to collect. */
const READ_AT_ONCE = 64 * 1024;

/**
 * Reads a fetched file into memory that is there already.
 * @returns its bytes, a view of `into`; null where it has no room for all of them: the rest isn't read
 * @throws what the stream throws where it breaks off
 */
export async function readInto(
  response: Response,
  into: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(response.headers.get("content-length") ?? 0) > into.length) return null;
  if (response.body === null) return into.subarray(0, 0);
  const reader = response.body.getReader({ mode: "byob" });
  let hand = new Uint8Array(READ_AT_ONCE);
  for (let size = 0; ; ) {
    const { done, value } = await reader.read(hand);
    if (done || value === undefined) return into.subarray(0, size);
    if (size + value.length > into.length) {
      await reader.cancel();
      return null;
    }
    into.set(value, size);
    size += value.length;
    hand = new Uint8Array(value.buffer);
  }
}

/** Into one buffer: a body is never in memory twice. */
async function readAll(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  limit: number,
  expected: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  let whole = new Uint8Array(Math.min(limit, expected));
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const end = size + value.byteLength;
    if (end > limit) {
      await reader.cancel();
      return null;
    }
    if (end > whole.length) {
      const larger = new Uint8Array(Math.min(limit, Math.max(end, 2 * whole.length)));
      larger.set(whole.subarray(0, size));
      whole = larger;
    }
    whole.set(value, size);
    size = end;
  }
  return whole.subarray(0, size);
}
