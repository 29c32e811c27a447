import { createHash } from "node:crypto";

/**
 * The value of `X-ZEvent-Signature`: plain SHA-256 over app id, the raw body, the body's timestamp and the
 * account's secret key, put one after the other (Zalo's webhook documentation; no HMAC).
 */
export function zaloSignature(
  appId: string,
  rawBody: string,
  timestamp: string,
  oaSecretKey: string,
): string {
  return `mac=${createHash("sha256").update(`${appId}${rawBody}${timestamp}${oaSecretKey}`).digest("hex")}`;
}
