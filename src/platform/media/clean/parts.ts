/** The file isn't built as its format says: it can't be cleaned, so it isn't passed on. */
export class OddFile extends Error {}

/** @throws OddFile where it doesn't hold */
export function must(condition: boolean): asserts condition {
  if (!condition) throw new OddFile();
}

/** A file's bytes with the numbers in them. Reading past the end throws a RangeError. */
export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Four characters, such as the name of a chunk or box. */
export const nameAt = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + 4));

/** A part of the bytes. @throws OddFile where they end before */
export function slice(bytes: Uint8Array, from: number, length: number): Uint8Array {
  must(length >= 0 && from + length <= bytes.length);
  return bytes.subarray(from, from + length);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
