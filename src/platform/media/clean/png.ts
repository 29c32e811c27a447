import { crc32 } from "node:zlib";
import { must, nameAt, Parts, slice, viewOf } from "./parts.ts";

const SIGNATURE_LENGTH = 8;

/** What a colour type (W3C PNG, 11.2.1) has besides its pixels: colours in a palette, and see-through ones. */
interface Colours {
  readonly hasPalette: boolean;
  /** Allowed lengths of `tRNS`. */
  readonly fitsSeeThrough: (length: number) => boolean;
}

const [GREY, TRUE_COLOUR, PALETTE] = [0, 2, 3];
const coloursOf = (type: number): Colours => ({
  hasPalette: type === PALETTE,
  fitsSeeThrough: (length) =>
    type === PALETTE ? length <= 256 : length === (type === GREY ? 2 : type === TRUE_COLOUR ? 6 : -1),
});

/** True for the chunks that a still picture needs (W3C PNG, 5.6). @throws OddFile where one is of an odd length */
function isNeeded(name: string, length: number, { hasPalette, fitsSeeThrough }: Colours): boolean {
  switch (name) {
    case "IHDR":
      must(length === 13);
      return true;
    case "PLTE":
      must(length % 3 === 0 && length <= 768);
      // Without it a picture of true colours is the same.
      return hasPalette;
    case "tRNS":
      return fitsSeeThrough(length);
    case "IEND":
      must(length === 0);
      return true;
    default:
      return name === "IDAT";
  }
}

/**
 * The picture without texts, times, EXIF, colour profiles and private chunks, and without whatever follows its end. An
 * animated picture becomes its first image.
 * @throws OddFile, RangeError where it isn't built like a PNG
 */
export function cleanPng(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = viewOf(bytes);
  const parts = new Parts();
  parts.add(slice(bytes, 0, SIGNATURE_LENGTH));
  const colours = coloursOf(view.getUint8(SIGNATURE_LENGTH + 17));
  const once = new Set<string>();
  let at = SIGNATURE_LENGTH;
  must(nameAt(bytes, at + 4) === "IHDR");
  for (;;) {
    const length = view.getUint32(at);
    const name = nameAt(bytes, at + 4);
    const chunk = slice(bytes, at, 12 + length);
    at += chunk.length;
    if (!isNeeded(name, length, colours)) continue;
    must(crc32(chunk.subarray(4, 8 + length)) === viewOf(chunk).getUint32(8 + length));
    must(name === "IDAT" || !once.has(name));
    once.add(name);
    parts.add(chunk);
    if (name === "IEND") return parts.packed(bytes);
  }
}
