import type { KeptFile } from "../../../messaging/media.ts";
import { readInto } from "../../../platform/bounded-body.ts";
import { type KeyRing, SealError } from "../../../platform/crypto/key-ring.ts";
import { contentTypeOf } from "../../../platform/media/sniff.ts";
import { HEAD_BYTES, openHead, sealFile } from "./sealed-frames.ts";

/**
 * What is passed on at once: streams leave small objects beside each piece, and so the collector comes, and takes the
 * pieces, after a few megabytes.
 */
const PIECE = 16 * 1024;

/** Seals a file into the bucket, frame by frame: only one frame is in memory besides the file. */
export async function writeObject(
  bucket: R2Bucket,
  ring: KeyRing,
  key: string,
  bytes: Uint8Array,
  contentType: string,
): Promise<void> {
  const { length, parts } = sealFile(ring, key, bytes, contentType);
  const { readable, writable } = new FixedLengthStream(length);
  const write = async () => {
    const writer = writable.getWriter();
    try {
      for (const part of parts) for (const piece of piecesOf(part)) await writer.write(piece);
      await writer.close();
    } catch (error) {
      await writer.abort(error).catch(() => undefined);
      throw error;
    }
  };
  await Promise.all([bucket.put(key, readable), write()]);
}

/**
 * A stored file, read frame by frame; null where it was deleted.
 * @throws SealError where it can't be decrypted, also from `open`
 */
export async function readObject(bucket: R2Bucket, ring: KeyRing, key: string): Promise<KeptFile | null> {
  const start = await bucket.get(key, { range: { offset: 0, length: HEAD_BYTES } });
  if (start === null) return null;
  const file = openHead(ring, key, new Uint8Array(await start.arrayBuffer()));
  if (file === null) return readWhole(bucket, ring, key);
  const { contentType, size, frames } = file;
  return {
    contentType,
    size,
    open: async function* () {
      const memory = new Uint8Array(Math.max(...frames.map((frame) => frame.length)));
      for (const { offset, length, binding } of frames) {
        const object = await bucket.get(key, { range: { offset, length } });
        const frame = object && (await readInto(new Response(object.body), memory));
        if (frame?.length !== length) throw new SealError("form");
        // Copied: the memory is written over by the next frame, and who has a piece may still hold it.
        for (const piece of piecesOf(ring.openBytesNow(frame, binding, memory))) yield piece.slice();
      }
    },
  };
}

function* piecesOf(bytes: Uint8Array<ArrayBuffer>): Generator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/** A file that an earlier version stored: one sealed value, its type in clear beside it. */
async function readWhole(bucket: R2Bucket, ring: KeyRing, key: string): Promise<KeptFile | null> {
  const object = await bucket.get(key);
  if (object === null) return null;
  const bytes = ring.openBytesNow(new Uint8Array(await object.arrayBuffer()), `media/${key}`);
  return {
    contentType: object.customMetadata?.contentType ?? contentTypeOf(bytes),
    size: bytes.length,
    open: async function* () {
      yield bytes;
    },
  };
}
