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

/**
 * Far more parts than a picture of the largest size that is taken has: a file of nothing but parts must not fill the
 * memory.
 */
const MOST_PARTS = 50_000;

/** What is kept of a file, in order: views of its bytes, and small pieces of our own. */
export class Parts {
  readonly #parts: Uint8Array[] = [];
  #length = 0;

  /** In bytes. */
  get length(): number {
    return this.#length;
  }

  /** @throws OddFile where there are too many */
  add(...parts: readonly Uint8Array[]): void {
    for (const part of parts) {
      must(this.#parts.length < MOST_PARTS);
      this.#parts.push(part);
      this.#length += part.length;
    }
  }

  addAll(other: Parts): void {
    this.add(...other.#parts);
  }

  /** The parts together, in the file's own memory where none would be written over before it has moved. */
  packed(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
    const into = this.#moveDown(file) ? file : new Uint8Array(this.#length);
    let at = 0;
    for (const part of this.#parts) {
      into.set(part, at);
      at += part.length;
    }
    return into.subarray(0, at);
  }

  /** Whether each part of the file goes to a place that isn't behind its own. */
  #moveDown(file: Uint8Array<ArrayBuffer>): boolean {
    let at = 0;
    for (const part of this.#parts) {
      if (part.buffer === file.buffer && part.byteOffset - file.byteOffset < at) return false;
      at += part.length;
    }
    return at <= file.length;
  }
}
