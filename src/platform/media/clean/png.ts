import { crc32 } from "node:zlib";
import { must, nameAt, Parts, slice, viewOf } from "./parts.ts";

const SIGNATURE_LENGTH = 8;

/** The chunks that a still picture needs (W3C PNG, 5.6), each with the lengths that it may have. */
const NEEDED: Readonly<Record<string, (length: number) => boolean>> = {
  IHDR: (length) => length === 13,
  PLTE: (length) => length % 3 === 0 && length <= 768,
  tRNS: (length) => length <= 256,
  IDAT: () => true,
  IEND: (length) => length === 0,
};

/**
 * The picture without texts, times, EXIF, colour profiles and private chunks, and without whatever follows its end. An
 * animated picture becomes its first image.
 * @throws OddFile, RangeError where it isn't built like a PNG
 */
export function cleanPng(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = viewOf(bytes);
  const parts = new Parts();
  parts.add(slice(bytes, 0, SIGNATURE_LENGTH));
  let at = SIGNATURE_LENGTH;
  for (;;) {
    const length = view.getUint32(at);
    const name = nameAt(bytes, at + 4);
    const chunk = slice(bytes, at, 12 + length);
    at += chunk.length;
    const fits = NEEDED[name];
    if (fits === undefined) continue;
    must(fits(length) && crc32(chunk.subarray(4, 8 + length)) === viewOf(chunk).getUint32(8 + length));
    parts.add(chunk);
    if (name === "IEND") return parts.packed(bytes);
  }
}
