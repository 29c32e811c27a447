import { joined, must, nameAt, slice, viewOf } from "./parts.ts";

/** The flags of a WebP that say there is a colour profile, EXIF or XMP (RFC 9649, 2.7.1.1). */
const TOLD = 0x20 | 0x08 | 0x04;
/** A frame of an animation: place, size, duration and flags come before its own chunks. */
const FRAME_HEAD = 16;

/**
 * The picture or animation without EXIF, XMP, colour profile and unknown chunks, and without whatever follows its end.
 * @throws OddFile, RangeError where it isn't built like a WebP
 */
export function cleanWebp(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const end = 8 + viewOf(bytes).getUint32(4, true);
  const body = joined(chunksOf(slice(bytes, 12, end - 12)));
  must(body.length > 0);
  const file = joined([bytes.subarray(0, 12), body]);
  viewOf(file).setUint32(4, file.length - 8, true);
  return file;
}

function chunksOf(bytes: Uint8Array): Uint8Array[] {
  const view = viewOf(bytes);
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const name = nameAt(bytes, at);
    const data = slice(bytes, at + 8, view.getUint32(at + 4, true));
    at += 8 + data.length + (data.length % 2);
    const kept = neededOf(name, data);
    if (kept !== undefined) parts.push(chunk(name, kept));
  }
  return parts;
}

/** What of a chunk a picture needs; undefined where it needs nothing of it. */
function neededOf(name: string, data: Uint8Array): Uint8Array | undefined {
  switch (name) {
    case "VP8 ":
    case "VP8L":
    case "ALPH":
      return data;
    case "ANIM":
      return slice(data, 0, 6);
    case "ANMF":
      return joined([slice(data, 0, FRAME_HEAD), ...chunksOf(data.subarray(FRAME_HEAD))]);
    case "VP8X": {
      const head = Uint8Array.from(slice(data, 0, 10));
      head[0] = (head[0] ?? 0) & ~TOLD;
      head.fill(0, 1, 4);
      return head;
    }
    default:
      return undefined;
  }
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const whole = new Uint8Array(8 + data.length + (data.length % 2));
  whole.set([...name].map((character) => character.charCodeAt(0)));
  viewOf(whole).setUint32(4, data.length, true);
  whole.set(data, 8);
  return whole;
}
