/** Fields whose digits must not change when they come as bare numbers: the signature covers them as they were sent. */
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
