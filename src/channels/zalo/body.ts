/** Bodies of webhook requests: read with a bound, parsed without losing a digit. */

/** The body's bytes, or null where it is larger than `limit` bytes; what comes after the limit isn't read. */
export async function readBounded(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return null;
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
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

/** Fields whose digits must survive when they come as bare numbers: the signature is over them as they stand. */
const EXACT = new Set(["timestamp", "app_id"]);

/**
 * Parses a webhook body. A bare number in `timestamp` or `app_id` comes out as the literal digits.
 * @returns undefined where the bytes aren't JSON in UTF-8
 */
export function parseBody(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes), keepDigits);
  } catch {
    return undefined;
  }
}

/** The third argument is "JSON.parse source text access" (ES2026), which V8 has and TypeScript's library hasn't. */
function keepDigits(key: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === "number" && EXACT.has(key) ? (context?.source ?? String(value)) : value;
}
