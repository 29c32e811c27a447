import { Unzip, UnzipInflate, zipSync } from "fflate";
import type { Pace } from "./pace.ts";

/** The largest unpacked size of an office file, in bytes: more is a zip bomb, or nothing that a person has written. */
export const MAX_UNPACKED = 16 * 1024 * 1024;
/** Packed bytes per step: unpacked they grow at most a thousandfold, so this bounds how far we go past the limit. */
const STEP = 8 * 1024;
/** Unpacked bytes after which others come in between. */
const PACED = 512 * 1024;

export type Parts = Readonly<Record<string, Uint8Array<ArrayBuffer>>>;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/**
 * Unpacks the XML parts of a ZIP. Unpacked bytes are counted, so a header with false sizes has no effect.
 * @param pace absent where it may be done in one go
 * @returns null where there is more than `MAX_UNPACKED`
 * @throws where it isn't a ZIP, or is packed or encrypted in a way that office files don't use
 */
export async function unpack(bytes: Uint8Array<ArrayBuffer>, pace?: Pace): Promise<Parts | null> {
  const pieces = new Map<string, Uint8Array<ArrayBuffer>[]>();
  let left = MAX_UNPACKED;
  let isEmpty = true;
  const unzip = new Unzip((file) => {
    isEmpty = false;
    if (!/\.(?:xml|rels)$/u.test(file.name)) return;
    if ((file.originalSize ?? 0) > left) left = -1;
    if (left < 0) return;
    const part: Uint8Array<ArrayBuffer>[] = [];
    pieces.set(file.name, part);
    file.ondata = (error, piece) => {
      if (error !== null) throw error;
      left -= piece.length;
      if (left >= 0) part.push(new Uint8Array(piece));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  let pacedAt = left;
  for (let at = 0; at < bytes.length && left >= 0; at += STEP) {
    unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
    if (pacedAt - left < PACED) continue;
    pacedAt = left;
    await pace?.();
  }
  if (left < 0) return null;
  if (isEmpty) throw new RangeError("a ZIP without entries");
  const whole = [...pieces].map(
    async ([name, part]) => [name, new Uint8Array(await new Blob(part).arrayBuffer())] as const,
  );
  return Object.fromEntries(await Promise.all(whole));
}

/**
 * The parts as an uncompressed ZIP. The spreadsheet library unpacks large parts in a Web Worker, which the Workers
 * runtime doesn't have; uncompressed parts it simply copies.
 */
export const store = (parts: Parts): Uint8Array<ArrayBuffer> =>
  new Uint8Array(zipSync({ ...parts }, { level: 0 }));
