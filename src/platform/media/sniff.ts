/** The bytes of plain characters, such as the name of a format. */
export const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));

interface Signature {
  readonly type: string;
  readonly at: number;
  readonly bytes: readonly number[];
}

const brand = (name: string, type: string): Signature => ({ type, at: 4, bytes: ascii(`ftyp${name}`) });

/** What a file is by its first bytes: neither its name nor what was declared is trusted. The first that fits holds. */
const SIGNATURES: readonly Signature[] = [
  { type: "image/jpeg", at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: "image/png", at: 0, bytes: [0x89, ...ascii("PNG\r\n"), 0x1a, 0x0a] },
  { type: "image/gif", at: 0, bytes: ascii("GIF8") },
  { type: "image/webp", at: 8, bytes: ascii("WEBP") },
  { type: "image/tiff", at: 0, bytes: [...ascii("II"), 42, 0] },
  { type: "image/tiff", at: 0, bytes: [...ascii("MM"), 0, 42] },
  ...["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"].map((name) =>
    brand(name, "image/heic"),
  ),
  ...["avif", "avis"].map((name) => brand(name, "image/avif")),
  brand("qt  ", "video/quicktime"),
  brand("3g", "video/3gpp"),
  ...["M4A ", "M4B "].map((name) => brand(name, "audio/mp4")),
  brand("", "video/mp4"),
  { type: "audio/ogg", at: 0, bytes: ascii("OggS") },
  { type: "audio/amr", at: 0, bytes: ascii("#!AMR") },
  { type: "audio/mpeg", at: 0, bytes: ascii("ID3") },
  { type: "audio/mpeg", at: 0, bytes: [0xff, 0xfb] },
  { type: "application/pdf", at: 0, bytes: ascii("%PDF-") },
  { type: "application/zip", at: 0, bytes: [...ascii("PK"), 3, 4] },
];

export function contentTypeOf(bytes: Uint8Array): string {
  const found = SIGNATURES.find(({ at, bytes: wanted }) => wanted.every((byte, i) => bytes[at + i] === byte));
  return found?.type ?? "application/octet-stream";
}
