import { contentTypeOf } from "../sniff.ts";
import { cleanGif } from "./gif.ts";
import { cleanJpeg } from "./jpeg.ts";
import { cleanMp4 } from "./mp4.ts";
import { cleanPng } from "./png.ts";
import { cleanWebp } from "./webp.ts";

/**
 * `clean`: rebuilt from what its kind needs to be seen or heard. `unclean`: it may tell who made it, because its kind
 * can't be rebuilt here or it isn't built as its kind says.
 */
export type Cleaned =
  | { readonly kind: "clean"; readonly bytes: Uint8Array<ArrayBuffer>; readonly contentType: string }
  | { readonly kind: "unclean"; readonly contentType: string };

type Cleaner = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

const inPlace =
  (clean: (bytes: Uint8Array<ArrayBuffer>) => void): Cleaner =>
  (bytes) => {
    clean(bytes);
    return bytes;
  };

/** The kinds of files that can be rebuilt. */
const CLEANERS: Readonly<Record<string, Cleaner>> = {
  "image/jpeg": cleanJpeg,
  "image/png": cleanPng,
  "image/gif": cleanGif,
  "image/webp": cleanWebp,
  "video/mp4": inPlace(cleanMp4),
  "video/quicktime": inPlace(cleanMp4),
  "video/3gpp": inPlace(cleanMp4),
  "audio/mp4": inPlace(cleanMp4),
};

/**
 * Takes everything from a file that tells its maker: device, place, time, author, comments, hidden pictures. It fails
 * closed: whatever is odd counts as unclean.
 * @param bytes may be overwritten
 * @example cleanFile(photo) // { kind: "clean", bytes, contentType: "image/jpeg" }
 * @example cleanFile(pdf) // { kind: "unclean", contentType: "application/pdf" }
 */
export function cleanFile(bytes: Uint8Array<ArrayBuffer>): Cleaned {
  const contentType = contentTypeOf(bytes);
  const clean = CLEANERS[contentType];
  if (clean === undefined) return { kind: "unclean", contentType };
  try {
    return { kind: "clean", bytes: clean(bytes), contentType };
  } catch {
    // OddFile, or a RangeError at the end of the bytes: both say that the file isn't what it seems.
    return { kind: "unclean", contentType };
  }
}
