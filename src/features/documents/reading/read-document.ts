import { fold } from "../../../language/fold.ts";
import { decodeLegacy } from "../../../language/legacy-fonts.ts";
import { isSyllable } from "../../../language/syllable-shape.ts";
import { syllables } from "../../../language/syllables.ts";
import { AppError } from "../../../platform/errors.ts";
import { contentTypeOf } from "../../../platform/media/sniff.ts";
import { eachPaced, giveWay, type Pace } from "../../../platform/pace.ts";
import { readDocx } from "./docx.ts";
import type { Line, ReadDocument } from "./line.ts";
import { readPdf } from "./pdf.ts";

/** Largest file taken, in bytes. */
export const MAX_FILE = 10 * 1024 * 1024;
/** Fewer letters a page are no text: it is a picture of one. */
const LEAST_LETTERS = 40;
/** A text with fewer possible Vietnamese syllables than this share isn't in letters that we can read. */
const READABLE = 0.55;
/** The first bytes of a Word file of before 2007, and of one with a password. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/** A document's lines, in the letters of today. */
export type DocumentText = ReadDocument & {
  /** It was typed with the fonts of before Unicode. */
  readonly isLegacy?: boolean;
};

/**
 * Reads a PDF or DOCX by what it is, not by its name. Throws nothing but an AppError of `pace`.
 * @param pace called between two steps, none of which takes long; at least once a page
 */
export async function readDocument(
  bytes: Uint8Array<ArrayBuffer>,
  pace: Pace = giveWay,
): Promise<DocumentText> {
  if (bytes.length === 0) return { problem: "empty" };
  if (bytes.length > MAX_FILE) return { problem: "too_large" };
  const type = contentTypeOf(bytes);
  if (COMPOUND_FILE.every((byte, i) => bytes[i] === byte)) return { problem: "old_word" };
  if (type !== "application/pdf" && type !== "application/zip") return { problem: "not_a_document" };
  try {
    const read = await (type === "application/pdf" ? readPdf(bytes, pace) : readDocx(bytes, pace));
    if (read.problem !== undefined) return read;
    return await checked(read, pace);
  } catch (error) {
    // Ours: whoever gives way may break it off.
    if (error instanceof AppError) throw error;
    return { problem: "broken" };
  }
}

async function checked(
  read: Extract<ReadDocument, { readonly lines: readonly Line[] }>,
  pace: Pace,
): Promise<DocumentText> {
  const letters = read.lines.reduce((sum, { text }) => sum + text.length, 0);
  if (letters < LEAST_LETTERS * Math.max(1, read.pages - read.withoutWords.length))
    return { problem: letters === 0 && read.withoutWords.length === 0 ? "empty" : "scanned" };
  await pace();
  const decode = decoderOf(read.lines);
  const lines = await eachPaced(read.lines, 500, pace, (line) => decoded(line, decode));
  const isLegacy = lines.some(({ text }, i) => text !== withoutHyphens(read.lines[i]?.text ?? ""));
  await pace();
  if (!isReadable(lines)) return { problem: "unknown_letters" };
  return { ...read, lines, isLegacy };
}

/** Where one font was used for all of a document a line alone may have too few signs to tell. */
function decoderOf(lines: readonly Line[]): (text: string) => string {
  const sample = lines
    .map(({ text }) => text)
    .join("\n")
    .slice(0, SAMPLE);
  const sign = sample.split("\n").find((line) => decodeLegacy(line) !== line);
  if (decodeLegacy(sample) === sample || sign === undefined) return decodeLegacy;
  const before = decodeLegacy(sign);
  return (text) => {
    const whole = decodeLegacy(`${sign}\n${text}`);
    return whole.startsWith(before) ? whole.slice(before.length + 1) : decodeLegacy(text);
  };
}

const SAMPLE = 20_000;

const decoded = (line: Line, decode: (text: string) => string): Line => ({
  ...line,
  text: withoutHyphens(decode(line.text)),
  ...(line.cells && { cells: line.cells.map((cell) => withoutHyphens(decode(cell))) }),
});

const withoutHyphens = (text: string): string => text.replaceAll("\u00ad", "");

function isReadable(lines: readonly Line[]): boolean {
  const words = syllables(
    fold(
      lines
        .map(({ text }) => text)
        .join(" ")
        .slice(0, SAMPLE),
    ),
  ).filter((word) => /^\p{L}+$/u.test(word));
  return words.length === 0 || words.filter(isSyllable).length >= words.length * READABLE;
}
