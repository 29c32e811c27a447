import { must, slice } from "./parts.ts";

/** The settings of AAC and of MPEG-4's own pictures (ISO/IEC 14496-1, 7.2.6): descriptors in descriptors. */

const STREAM = 0x03;
const DECODER = 0x04;
const DECODER_SETTINGS = 0x05;
const SYNC = 0x06;
/** Stands alone, or after a length of four bytes. */
const LONGEST_SYNC = 6;

/** Flags of a stream that say a number or an address follows. */
const STREAM_HAS_MORE = 0xe0;

/**
 * Cleans an `esds` box; what follows the settings in it is zeroed.
 * @param codings the numbers of the codings that are meant (`objectTypeIndication`)
 * @param settings cleans what the decoder itself reads
 * @throws OddFile where it is another coding, or not built like that
 */
export function cleanMpeg4Settings(
  body: Uint8Array,
  codings: readonly number[],
  settings: (bytes: Uint8Array) => void,
): void {
  const stream = descriptorIn(body, 4, STREAM);
  body.fill(0, 0, 4);
  body.fill(0, stream.end);
  must(((stream.body[2] ?? 0xff) & STREAM_HAS_MORE) === 0);
  const decoder = descriptorIn(stream.body, 3, DECODER);
  const sync = stream.body.subarray(decoder.end);
  if (sync[0] !== SYNC || sync.length > LONGEST_SYNC) sync.fill(0);
  must(codings.includes(decoder.body[0] ?? 0));
  const own = descriptorIn(decoder.body, 13, DECODER_SETTINGS);
  decoder.body.fill(0, own.end);
  settings(own.body);
}

interface Descriptor {
  readonly body: Uint8Array;
  /** Where the next one begins. */
  readonly end: number;
}

/** A descriptor's length stands in up to four bytes of seven bits. */
function descriptorIn(bytes: Uint8Array, from: number, kind: number): Descriptor {
  must(bytes[from] === kind);
  let at = from + 1;
  let length = 0;
  for (let more = true; more; at += 1) {
    const byte = bytes[at];
    must(byte !== undefined && at <= from + 4);
    length = length * 128 + (byte & 0x7f);
    more = byte >= 0x80;
  }
  return { body: slice(bytes, at, length), end: at + length };
}

const USER_DATA = 0xb2;

/** What may begin in a stream of pictures (ISO/IEC 14496-2, table 6-3): objects, layers, groups, pictures, user data. */
const isKnownStart = (kind: number): boolean => kind <= 0x2f || (kind >= 0xb0 && kind <= 0xb6);

/**
 * Overwrites what an encoder wrote of itself into MPEG-4's own pictures: parts begin with 00 00 01 and their kind.
 * @throws OddFile where it doesn't begin with a part, or one is unknown
 */
export function dropUserData(bytes: Uint8Array): void {
  let from = 0;
  must(startAt(bytes, 0) === 0);
  while (from < bytes.length) {
    const next = startAt(bytes, from + 4);
    const kind = bytes[from + 3] ?? 0xff;
    must(isKnownStart(kind));
    if (kind === USER_DATA) bytes.fill(0xff, from + 4, next);
    from = next;
  }
}

/** Where the next part begins; the end where there is none. */
function startAt(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(1, from); at !== -1; at = bytes.indexOf(1, at + 1))
    if (at >= from + 2 && bytes[at - 1] === 0 && bytes[at - 2] === 0) return at - 2;
  return bytes.length;
}
