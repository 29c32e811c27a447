import { Unzip, UnzipInflate, zipSync } from "fflate";

/** What a spreadsheet in a ZIP may unpack to, in bytes: more is a bomb or no table of figures. */
export const MAX_UNPACKED = 16 * 1024 * 1024;
/** Bytes unpacked in one go: what is packed grows a thousandfold at most, so this bounds the overshoot. */
const STEP = 8 * 1024;

export type Parts = Readonly<Record<string, Uint8Array<ArrayBuffer>>>;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/**
 * Unpacks the XML parts of a ZIP. Bytes are counted as they come out, so that a header that lies about sizes gains
 * nothing.
 * @returns null where there is more than `MAX_UNPACKED`
 * @throws where it is no ZIP, or one packed or locked in a way that spreadsheets aren't
 */
export async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Parts | null> {
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
  for (let at = 0; at < bytes.length && left >= 0; at += STEP)
    unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  if (left < 0) return null;
  if (isEmpty) throw new RangeError("a ZIP without entries");
  const whole = [...pieces].map(
    async ([name, part]) => [name, new Uint8Array(await new Blob(part).arrayBuffer())] as const,
  );
  return Object.fromEntries(await Promise.all(whole));
}

/**
 * The parts as a ZIP that packs nothing. The reader of spreadsheets unpacks large parts in a Web Worker, which the
 * Workers runtime doesn't have; of stored parts it makes plain copies.
 */
export const store = (parts: Parts): Uint8Array<ArrayBuffer> =>
  new Uint8Array(zipSync({ ...parts }, { level: 0 }));
