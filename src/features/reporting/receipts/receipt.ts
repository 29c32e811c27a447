import { fromBase64, toBase64Url } from "../../../platform/crypto/base64url.ts";
import type { KeyRing } from "../../../platform/crypto/key-ring.ts";
import type { BookContext } from "../book/book-context.ts";
import { readRow } from "../book/rows.ts";
import { type ReceiptVerdict, receiptText } from "./receipt-wording.ts";

/** Version, time, hash, signature, in bytes. The sum is a multiple of three, so every character of the text counts. */
const SIZES = { version: 1, time: 6, hash: 32, mac: 18 } as const;
const SIGNED = SIZES.version + SIZES.time + SIZES.hash;
const CHARACTERS = ((SIGNED + SIZES.mac) / 3) * 4;
const VERSION = 1;
const RECEIPT = /BL1\s*\.\s*([\w-]{1,32})\s*\.([\w\-\s]+)/u;

/**
 * The receipt of a report: time and salted hash of its content, signed. It holds neither code nor content; the salt is
 * stored encrypted with the report, so nobody can test guesses against the hash.
 * @returns null where there is no such report or its content was deleted
 */
export async function receiptFor(context: BookContext, code: string): Promise<string | null> {
  const row = await readRow(context, code);
  if (row === null || row.erased_at !== null) return null;
  return receiptText(row.received_at, await signatureOf(context.ring, row.received_at, row.content_hash));
}

/** Checks a pasted receipt, also with line breaks or other words around it. Reveals nothing about a report. */
export async function verifyReceipt(ring: KeyRing, text: string): Promise<ReceiptVerdict> {
  const [, keyId, rest] = RECEIPT.exec(text) ?? [];
  if (keyId === undefined || rest === undefined) return { kind: "none" };
  const bytes = fromBase64(rest.replace(/\s/g, "").slice(0, CHARACTERS));
  if (bytes === null || bytes.length !== SIGNED + SIZES.mac || bytes[0] !== VERSION)
    return { kind: "invalid" };
  const signed = bytes.slice(0, SIGNED);
  const mac = await ring.receiptMac(keyId, signed);
  if (mac === null) return { kind: "unverifiable" };
  if (!areEqual(mac.subarray(0, SIZES.mac), bytes.subarray(SIGNED))) return { kind: "invalid" };
  return { kind: "valid", receivedAt: readTime(signed) };
}

/** The part of a receipt that is checked. */
export async function signatureOf(ring: KeyRing, receivedAt: number, hash: string): Promise<string> {
  const signed = new Uint8Array(SIGNED);
  signed[0] = VERSION;
  writeTime(signed, receivedAt);
  signed.set(fromBase64(hash)?.subarray(0, SIZES.hash) ?? [], SIZES.version + SIZES.time);
  const { keyId, mac } = await ring.signReceipt(signed);
  const whole = new Uint8Array(SIGNED + SIZES.mac);
  whole.set(signed);
  whole.set(mac.subarray(0, SIZES.mac), SIGNED);
  return `BL1.${keyId}.${toBase64Url(whole)}`;
}

/** Milliseconds as 48 bits, the highest first. */
function writeTime(bytes: Uint8Array<ArrayBuffer>, at: number): void {
  const view = new DataView(bytes.buffer);
  view.setUint16(SIZES.version, Math.floor(at / 2 ** 32));
  view.setUint32(SIZES.version + 2, at % 2 ** 32);
}

function readTime(bytes: Uint8Array<ArrayBuffer>): number {
  const view = new DataView(bytes.buffer);
  return view.getUint16(SIZES.version) * 2 ** 32 + view.getUint32(SIZES.version + 2);
}

/** Takes the same time wherever the first difference is. */
function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i += 1) difference |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return difference === 0;
}
