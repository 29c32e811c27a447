import { ascii } from "../sniff.ts";
import { must, nameAt, Parts, slice, viewOf } from "./parts.ts";

/** The flags of a WebP that say there is a colour profile, EXIF or XMP (RFC 9649, 2.7.1.1). */
const TOLD = 0x20 | 0x08 | 0x04;
/** A frame of an animation: place, size, duration and flags come before its own chunks. */
const FRAME_HEAD = 16;

/**
 * The picture or animation without EXIF, XMP, colour profile and unknown chunks, and without whatever follows its end.
 * @throws OddFile, RangeError where it isn't built like a WebP
 */
export function cleanWebp(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const end = 8 + viewOf(bytes).getUint32(4, true);
  const body = chunksOf(slice(bytes, 12, end - 12));
  must(body.length > 0);
  const whole = new Parts();
  whole.add(bytes.subarray(0, 12));
  whole.addAll(body);
  const file = whole.packed(bytes);
  viewOf(file).setUint32(4, file.length - 8, true);
  return file;
}

function chunksOf(bytes: Uint8Array): Parts {
  const view = viewOf(bytes);
  const parts = new Parts();
  let at = 0;
  while (at < bytes.length) {
    const name = nameAt(bytes, at);
    const data = slice(bytes, at + 8, view.getUint32(at + 4, true));
    at += 8 + data.length + (data.length % 2);
    const kept = neededOf(name, data);
    if (kept === undefined) continue;
    parts.add(headOf(name, kept.length));
    parts.addAll(kept);
    if (kept.length % 2 !== 0) parts.add(Uint8Array.of(0));
  }
  return parts;
}

/** What of a chunk a picture needs; undefined where it needs nothing of it. */
function neededOf(name: string, data: Uint8Array): Parts | undefined {
  const parts = new Parts();
  switch (name) {
    case "VP8 ":
    case "VP8L":
    case "ALPH":
      parts.add(data);
      return parts;
    case "ANIM":
      parts.add(slice(data, 0, 6));
      return parts;
    case "ANMF":
      parts.add(slice(data, 0, FRAME_HEAD));
      parts.addAll(chunksOf(data.subarray(FRAME_HEAD)));
      return parts;
    case "VP8X": {
      const head = Uint8Array.from(slice(data, 0, 10));
      head[0] = (head[0] ?? 0) & ~TOLD;
      head.fill(0, 1, 4);
      parts.add(head);
      return parts;
    }
    default:
      return undefined;
  }
}

/** The name and the length of a chunk. */
function headOf(name: string, length: number): Uint8Array {
  const head = new Uint8Array(8);
  head.set(ascii(name));
  viewOf(head).setUint32(4, length, true);
  return head;
}
