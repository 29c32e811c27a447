import { z } from "zod";
import { parseBody } from "./body.ts";

export interface SignedRequest {
  /** The app's id from the settings; the body must name the same one. */
  readonly appId: string;
  /** The OA Secret Key of the app's webhook page, not the app's secret for OAuth. */
  readonly secretKey: string;
  /** The body exactly as received. */
  readonly rawBody: Uint8Array | ArrayBuffer;
  /** The value of `X-ZEvent-Signature`, if there was one. */
  readonly header: string | null | undefined;
}

const Signed = z.looseObject({ app_id: z.string(), timestamp: z.string() });
const HEADER = /^\s*(?:mac\s*=)?\s*([0-9a-f]{64})\s*$/i;

/**
 * True where the request was signed by Zalo for this app. Never throws.
 * There is no freshness window: a redelivery carries the first timestamp and signature, hours later.
 */
export async function verifySignature({
  appId,
  secretKey,
  rawBody,
  header,
}: SignedRequest): Promise<boolean> {
  const claimed = HEADER.exec(header ?? "")?.[1]?.toLowerCase();
  if (claimed === undefined || appId === "" || secretKey === "") return false;
  const bytes = rawBody instanceof Uint8Array ? rawBody : new Uint8Array(rawBody);
  const body = Signed.safeParse(parseBody(bytes));
  if (!body.success) return false;
  const expected = await eventMac(appId, bytes, body.data.timestamp, secretKey);
  return sameHex(expected, claimed) && body.data.app_id === appId;
}

/** Zalo's signature of an event: hex SHA-256 over app id, raw body, timestamp and secret; a plain hash, no HMAC. */
export async function eventMac(
  appId: string,
  rawBody: Uint8Array,
  timestamp: string,
  secretKey: string,
): Promise<string> {
  const encoder = new TextEncoder();
  const before = encoder.encode(appId);
  const after = encoder.encode(timestamp + secretKey);
  const input = new Uint8Array(before.length + rawBody.length + after.length);
  input.set(before, 0);
  input.set(rawBody, before.length);
  input.set(after, before.length + rawBody.length);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", input));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Compares in a time that doesn't depend on where the two differ. Both are 64 characters. */
function sameHex(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}
