const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));

interface Signature {
  readonly type: string;
  readonly at: number;
  readonly bytes: readonly number[];
}

/** What a file is by its first bytes: neither its name nor what was declared is trusted. */
const SIGNATURES: readonly Signature[] = [
  { type: "image/jpeg", at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: "image/png", at: 0, bytes: [0x89, ...ascii("PNG")] },
  { type: "image/gif", at: 0, bytes: ascii("GIF8") },
  { type: "image/webp", at: 8, bytes: ascii("WEBP") },
  { type: "video/mp4", at: 4, bytes: ascii("ftyp") },
  { type: "audio/ogg", at: 0, bytes: ascii("OggS") },
  { type: "audio/amr", at: 0, bytes: ascii("#!AMR") },
  { type: "audio/mpeg", at: 0, bytes: ascii("ID3") },
  { type: "audio/mpeg", at: 0, bytes: [0xff, 0xfb] },
  { type: "application/pdf", at: 0, bytes: ascii("%PDF-") },
];

export function contentTypeOf(bytes: Uint8Array): string {
  const found = SIGNATURES.find(({ at, bytes: wanted }) => wanted.every((byte, i) => bytes[at + i] === byte));
  return found?.type ?? "application/octet-stream";
}
