import { createHash, timingSafeEqual } from "node:crypto";
import { z } from "zod";

export interface SignedRequest {
  /** The app's id from the settings; the body must name the same one. */
  readonly appId: string;
  /** The OA Secret Key of the app's webhook page, not the app's secret for OAuth. */
  readonly secretKey: string;
  /** The body exactly as received. */
  readonly rawBody: Uint8Array | ArrayBuffer;
  /** The same as `parseBody` reads it. */
  readonly body: unknown;
  /** The value of `X-ZEvent-Signature`, if there was one. */
  readonly header: string | null | undefined;
}

const Signed = z.looseObject({ app_id: z.string(), timestamp: z.string() });
const HEADER = /^\s*(?:mac\s*=)?\s*([0-9a-f]{64})\s*$/i;

/**
 * True where the request was signed by Zalo for this app. Never throws.
 * There is no freshness window: a redelivery carries the first timestamp and signature, hours later.
 */
export function verifySignature({ appId, secretKey, rawBody, body, header }: SignedRequest): boolean {
  const claimed = HEADER.exec(header ?? "")?.[1];
  if (claimed === undefined || appId === "" || secretKey === "") return false;
  const signed = Signed.safeParse(body);
  if (!signed.success || signed.data.app_id !== appId) return false;
  const bytes = rawBody instanceof Uint8Array ? rawBody : new Uint8Array(rawBody);
  const expected = eventMac(appId, bytes, signed.data.timestamp, secretKey);
  return timingSafeEqual(Buffer.from(expected, "hex"), Buffer.from(claimed, "hex"));
}

/** Zalo's signature of an event: hex SHA-256 over app id, raw body, timestamp and secret; a plain hash, no HMAC. */
export function eventMac(appId: string, rawBody: Uint8Array, timestamp: string, secretKey: string): string {
  return createHash("sha256")
    .update(appId)
    .update(rawBody)
    .update(timestamp + secretKey)
    .digest("hex");
}
