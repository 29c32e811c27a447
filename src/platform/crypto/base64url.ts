import { Buffer } from "node:buffer";

/** Bytes as base64url without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64url");
}

/** Reads base64 or base64url, padded or not; null where it is neither. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  const plain = text.replace(/=+$/, "");
  if (!/^[\w+/-]*$/.test(plain) || plain.length % 4 === 1) return null;
  return new Uint8Array(Buffer.from(plain, "base64"));
}
