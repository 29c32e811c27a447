const SOI = 0xd8;
const SOS = 0xda;
const COMMENT = 0xfe;
/** JFIF and Adobe's colour segment are needed to show the picture; the other application segments say who took it. */
const KEPT = new Set([0xe0, 0xee]);

/**
 * A JPEG without metadata: place, time, device and editor (EXIF, XMP, IPTC, comments). Pixels don't change. A malformed
 * JPEG is returned unchanged.
 */
export function withoutJpegMetadata(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return bytes;
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  for (;;) {
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined || at + 4 > bytes.length) return bytes;
    if (marker === SOS) break;
    const length = 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    const tells = (marker >= 0xe0 && marker <= 0xef && !KEPT.has(marker)) || marker === COMMENT;
    if (!tells) kept.push(bytes.subarray(at, at + length));
    at += length;
  }
  kept.push(bytes.subarray(at));
  const whole = new Uint8Array(kept.reduce((sum, part) => sum + part.length, 0));
  let to = 0;
  for (const part of kept) {
    whole.set(part, to);
    to += part.length;
  }
  return whole;
}
