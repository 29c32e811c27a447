import { decodeLegacy } from "../../language/legacy-fonts.ts";

export type Decoded =
  | { readonly text: string; readonly why?: never }
  | { readonly why: "not_utf8" | "mojibake" };

/** UTF-8 that was taken for a Western encoding and stored so: two or more signs for one letter. */
const MOJIBAKE = /Ã[\u0080-\u00bf]|áº[\u0080-\u00bf]|á»[\u0080-\u00bf]|Ä[\u0080-\u00bf]|Æ[\u0080-\u00bf]/gu;
/** So many of them are no coincidence. */
const ENOUGH = 3;
/** Letters that only a text in Vietnamese has. */
const VIETNAMESE = /[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]/u;

/**
 * The text of a CSV: UTF-8, UTF-16 with or without its mark, Windows-1258 as old Excel saves Vietnamese, and old fonts
 * (TCVN3, VNI). Refused are letters that are broken already, and bytes that are nothing of these.
 */
export function decodeCsv(bytes: Uint8Array): Decoded {
  const text = decode(bytes);
  if (text === null) return { why: "not_utf8" };
  if ((text.match(MOJIBAKE) ?? []).length >= ENOUGH) return { why: "mojibake" };
  return { text: decodeLegacy(text).normalize("NFC") };
}

function decode(bytes: Uint8Array): string | null {
  const utf16 = wideOrder(bytes);
  const strict = as(utf16 ?? "utf-8", bytes);
  if (strict !== null) return strict.includes("\0") ? null : strict;
  if (utf16 !== undefined) return null;
  const western = as("windows-1252", bytes) ?? "";
  const legacy = decodeLegacy(western);
  if (legacy !== western) return legacy;
  const vietnamese = (as("windows-1258", bytes) ?? "").normalize("NFC");
  return VIETNAMESE.test(vietnamese) && !/[\0\ufffd]/u.test(vietnamese) ? vietnamese : null;
}

/** The order of the bytes where each letter has two: by its mark, or by the zeros between plain letters. */
function wideOrder(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const beginning = bytes.subarray(0, 64);
  const zeros = (odd: number) => beginning.filter((byte, i) => i % 2 === odd && byte === 0).length;
  if (zeros(1) > beginning.length / 4 && zeros(0) === 0) return "utf-16le";
  return zeros(0) > beginning.length / 4 && zeros(1) === 0 ? "utf-16be" : undefined;
}

function as(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
}
