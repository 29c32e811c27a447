import { ascii } from "../sniff.ts";
import { must, nameAt, Parts, slice, viewOf } from "./parts.ts";

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const EXIF = 0xe1;
const ADOBE = 0xee;

const sum = (bytes: Uint8Array): number => bytes.reduce((total, byte) => total + byte, 0);
/** A frame header: precision, height, width, then three bytes a component. */
const isFrame = (body: Uint8Array): boolean => body.length === 6 + 3 * (body[5] ?? -1);

/**
 * The segments that a picture needs, by marker (ITU-T T.81, table B.1), each with what its body has to look like:
 * nothing else may hide in them.
 */
const NEEDED: ReadonlyMap<number, (body: Uint8Array) => boolean> = new Map([
  ...[0xc0, 0xc1, 0xc2, 0xc3, 0xc9, 0xca, 0xcb].map((sof) => [sof, isFrame] as const),
  [0xc4, areHuffmanTables],
  [0xcc, (body) => body.length % 2 === 0 && body.length <= 32],
  [0xdb, areQuantizationTables],
  [0xdd, (body) => body.length === 2],
  [SOS, (body) => body.length === 4 + 2 * (body[0] ?? -1)],
]);

/**
 * The picture and which way up it is, without device, place, time, author, thumbnail, comment, colour profile, and
 * without whatever follows its end.
 * @throws OddFile, RangeError where it isn't built like a JPEG
 */
export function cleanJpeg(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = viewOf(bytes);
  const parts = new Parts();
  let orientation = 1;
  let hasPicture = false;
  let at = 2;
  for (;;) {
    must(bytes[at] === 0xff);
    // Any number of fill bytes may stand before a marker.
    while (bytes[at] === 0xff) at += 1;
    const marker = bytes[at] ?? 0;
    at += 1;
    if (marker === EOI) break;
    const body = slice(bytes, at + 2, view.getUint16(at) - 2);
    at += 2 + body.length;
    if (marker === EXIF) orientation = orientationOf(body) ?? orientation;
    if (marker === ADOBE) parts.add(...adobe(body));
    const isSound = NEEDED.get(marker);
    if (isSound === undefined) {
      must(marker >= 0xe0);
      continue;
    }
    must(isSound(body));
    parts.add(...segment(marker, body));
    if (marker !== SOS) continue;
    const end = endOfScan(bytes, at);
    parts.add(bytes.subarray(at, end));
    hasPicture = true;
    at = end;
  }
  must(hasPicture);
  const whole = new Parts();
  whole.add(Uint8Array.of(0xff, SOI));
  if (orientation !== 1) whole.add(...segment(EXIF, exifOf(orientation)));
  whole.addAll(parts);
  whole.add(Uint8Array.of(0xff, EOI));
  return whole.packed(bytes);
}

/** Compressed data ends at the next marker; a zero after 0xFF is data, and so are restart marks. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && (next < 0xd0 || next > 0xd7) && next !== 0xff) return at;
  }
  return bytes.length;
}

function segment(marker: number, body: Uint8Array): readonly Uint8Array[] {
  const length = body.length + 2;
  return [Uint8Array.of(0xff, marker, length >> 8, length & 0xff), body];
}

/** How colours are stored: the one thing that Adobe's segment is needed for. */
function adobe(body: Uint8Array): readonly Uint8Array[] {
  if (nameAt(body, 0) !== "Adob" || body.length < 12) return [];
  return segment(ADOBE, Uint8Array.of(...ascii("Adobe"), 0, 100, 0, 0, 0, 0, body[11] ?? 0));
}

/** Which way up the picture is, 1 to 8, from the first directory of an EXIF segment. */
function orientationOf(body: Uint8Array): number | undefined {
  if (nameAt(body, 0) !== "Exif") return undefined;
  const tiff = viewOf(body.subarray(6));
  const isLittle = tiff.byteLength > 8 && tiff.getUint16(0) === 0x4949;
  const directory = tiff.byteLength > 8 ? tiff.getUint32(4, isLittle) : tiff.byteLength;
  if (directory + 2 > tiff.byteLength) return undefined;
  const count = tiff.getUint16(directory, isLittle);
  for (let i = 0; i < count; i += 1) {
    const entry = directory + 2 + 12 * i;
    if (entry + 12 > tiff.byteLength) return undefined;
    if (tiff.getUint16(entry, isLittle) !== ORIENTATION) continue;
    const value = tiff.getUint16(entry + 8, isLittle);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

const ORIENTATION = 0x0112;

/** An EXIF segment that tells which way up the picture is, and nothing else. */
const exifOf = (orientation: number): Uint8Array =>
  Uint8Array.of(
    ...[...ascii("Exif"), 0, 0],
    ...[...ascii("MM"), 0, 42, 0, 0, 0, 8],
    ...[0, 1],
    ...[ORIENTATION >> 8, ORIENTATION & 0xff, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  );

function areHuffmanTables(body: Uint8Array): boolean {
  let at = 0;
  while (at < body.length) at += 17 + sum(body.subarray(at + 1, at + 17));
  return at === body.length;
}

function areQuantizationTables(body: Uint8Array): boolean {
  let at = 0;
  while (at < body.length) at += (body[at] ?? 0) >> 4 === 0 ? 65 : 129;
  return at === body.length;
}
