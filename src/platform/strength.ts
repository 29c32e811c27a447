import { fromBase64 } from "./crypto/base64url.ts";

/** Sixteen random hexadecimal digits have fewer than six different ones once in some hundred thousand times. */
const DIFFERENT = 6;
/** Thirty-two random bytes have fewer than sixteen different ones practically never. */
const DIFFERENT_BYTES = 16;
const REPEATED = /^(.{1,16})\1+$/u;

/**
 * True for a secret that can be guessed: one character or word over and over, or the keyboard from left to right. A long
 * one that passes may still be a bad one; only chance makes good ones.
 * @example isGuessable("1234567890123456") // true
 */
export function isGuessable(secret: string): boolean {
  const characters = [...secret];
  if (new Set(characters).size < DIFFERENT || REPEATED.test(secret)) return true;
  const steps = characters
    .slice(1)
    .filter((next, i) => Math.abs((next.codePointAt(0) ?? 0) - (characters[i]?.codePointAt(0) ?? 0)) <= 1);
  return steps.length >= (characters.length - 1) * 0.8;
}

/** How random a key looks, in base64: `none` where all its bytes are 0. */
export function randomnessOf(key: string): "none" | "little" | "enough" {
  const bytes = new Set(fromBase64(key) ?? []);
  if (bytes.size === 1 && bytes.has(0)) return "none";
  return bytes.size < DIFFERENT_BYTES ? "little" : "enough";
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** True for an address on this machine. */
export const isLoopback = (url: string): boolean => LOOPBACK.test(new URL(url).hostname);
