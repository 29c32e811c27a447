import { z } from "zod";
import { toBase64Url } from "../../../platform/crypto/base64url.ts";
import { type KeyRing, SealError } from "../../../platform/crypto/key-ring.ts";

/** The bytes of one frame before it is sealed. */
export const FRAME = 1024 * 1024;

/** The first byte. A file of an earlier version is one sealed value, which begins with 1. */
const FORMAT = 2;
/** The format and the length of the sealed header. */
const LEAD = 3;
/** The header fits into so many bytes. */
export const HEAD_BYTES = 1024;
const ID_BYTES = 12;
/** What sealing adds besides the key's id: format, length of the id, IV, tag. */
const SEAL_BYTES = 2 + 12 + 16;

const Header = z.object({
  /** Binds the frames to this writing of the file. */
  id: z.string(),
  size: z.int().nonnegative(),
  contentType: z.string(),
});

/** What the head of a stored file says, and where its frames are. */
export interface SealedFile {
  readonly size: number;
  readonly contentType: string;
  readonly frames: readonly FramePlace[];
}

export interface FramePlace {
  /** In the stored object. */
  readonly offset: number;
  readonly length: number;
  readonly binding: string;
}

/**
 * A file as it is stored: a sealed header with size and type, then its bytes in sealed frames, each bound to the file's
 * name, to its number and to being the last one or not. So frames can be read one by one, and none can be left out, moved
 * or taken from another file.
 * @returns the length of all parts together, and the parts, each sealed when it is asked for: a part is
 * written over by the next one
 */
export function sealFile(
  ring: KeyRing,
  key: string,
  bytes: Uint8Array,
  contentType: string,
): { readonly length: number; readonly parts: Iterable<Uint8Array<ArrayBuffer>> } {
  const id = toBase64Url(crypto.getRandomValues(new Uint8Array(ID_BYTES)));
  const header = { id, size: bytes.length, contentType };
  const sealed = ring.sealBytesNow(new TextEncoder().encode(JSON.stringify(header)), headBinding(key));
  const head = new Uint8Array(LEAD + sealed.length);
  head.set([FORMAT, sealed.length >> 8, sealed.length & 255]);
  head.set(sealed, LEAD);
  const frames = framesOf(key, header, head);
  return {
    length: head.length + frames.reduce((sum, { length }) => sum + length, 0),
    parts: (function* () {
      yield head;
      const buffer = new Uint8Array(Math.max(...frames.map((frame) => frame.length)));
      for (const [n, { binding }] of frames.entries())
        yield ring.sealBytesNow(bytes.subarray(n * FRAME, (n + 1) * FRAME), binding, buffer);
    })(),
  };
}

/**
 * Reads the head of a stored file.
 * @param start its first `HEAD_BYTES`, or all where it is shorter
 * @returns null where an earlier version sealed it as one value
 * @throws SealError where the head was changed or belongs to another name
 */
export function openHead(ring: KeyRing, key: string, start: Uint8Array): SealedFile | null {
  if (start[0] !== FORMAT) return null;
  const end = LEAD + ((start[1] ?? 0) << 8) + (start[2] ?? 0);
  if (end > start.length) throw new SealError("form");
  const head = start.subarray(0, end);
  const plain = ring.openBytesNow(head.subarray(LEAD), headBinding(key));
  const header = Header.parse(JSON.parse(new TextDecoder().decode(plain)));
  const { size, contentType } = header;
  return { size, contentType, frames: framesOf(key, header, head) };
}

function framesOf(key: string, { id, size }: z.infer<typeof Header>, head: Uint8Array): FramePlace[] {
  const keyIdLength = head[LEAD + 1] ?? 0;
  const count = Math.max(1, Math.ceil(size / FRAME));
  return Array.from({ length: count }, (_, n) => {
    const isLast = n === count - 1;
    const plain = isLast ? size - n * FRAME : FRAME;
    return {
      offset: head.length + n * (FRAME + SEAL_BYTES + keyIdLength),
      length: plain + SEAL_BYTES + keyIdLength,
      binding: `media/${key}/${id}/${n}${isLast ? "/last" : ""}`,
    };
  });
}

const headBinding = (key: string): string => `media/${key}/head`;
