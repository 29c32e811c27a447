import { ascii } from "../sniff.ts";
import { must, nameAt, Parts, slice, viewOf } from "./parts.ts";

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const GRAPHIC_CONTROL = 0xf9;
const APPLICATION = 0xff;

/** Repeat the animation for ever: the one application's extension that players need. */
const LOOP = Uint8Array.from([EXTENSION, APPLICATION, 11, ...ascii("NETSCAPE2.0"), ...[3, 1, 0, 0, 0]]);

/**
 * The images of a GIF without comments, texts and applications' data, and without whatever follows its end.
 * @throws OddFile, RangeError where it isn't built like a GIF
 */
export function cleanGif(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = viewOf(bytes);
  const parts = new Parts();
  let at = 13 + tableLength(view.getUint8(10));
  parts.add(slice(bytes, 0, at));
  for (;;) {
    const kind = view.getUint8(at);
    if (kind === TRAILER) {
      parts.add(Uint8Array.of(TRAILER));
      return parts.packed(bytes);
    }
    must(kind === IMAGE || kind === EXTENSION);
    const head = kind === IMAGE ? 11 + tableLength(view.getUint8(at + 9)) : 2;
    const end = endOfBlocks(view, at + head);
    const block = slice(bytes, at, end - at);
    at = end;
    if (kind === IMAGE) parts.add(block);
    else if (block[1] === GRAPHIC_CONTROL) {
      must(block.length === 8);
      parts.add(block);
    } else if (block[1] === APPLICATION && nameAt(block, 3) === "NETS") parts.add(LOOP);
  }
}

/** The length of a colour table, from the byte of flags before it. */
const tableLength = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));

/** Data stand in blocks that begin with their length; an empty one is the last. */
function endOfBlocks(view: DataView, from: number): number {
  let at = from;
  for (let length = view.getUint8(at); length !== 0; length = view.getUint8(at)) at += 1 + length;
  return at + 1;
}
