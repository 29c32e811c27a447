import { CsvError, parse } from "csv-parse/sync";
import { z } from "zod";
import { decodeLegacy } from "../../language/legacy-fonts.ts";
import { contentTypeOf } from "../../platform/media/sniff.ts";
import { readWorkbook, type Worksheet } from "../../platform/workbook/read-workbook.ts";
import { type SheetRow, TooFarError } from "../../platform/workbook/sheet-cells.ts";
import { isZip, type Parts, unpack } from "../../platform/zip.ts";
import { decodeCsv } from "./decode-csv.ts";

/** Largest file taken, in bytes. */
export const MAX_FILE = 2 * 1024 * 1024;
export const MAX_ROWS = 5_000;
/** A cell beyond these limits would make a table of millions of empty cells. */
const LIMITS = { lastLine: 20_000, lastColumn: 200 };

/** One sheet that has something on it; a CSV is one without a name. */
export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
  readonly merged: readonly string[];
}

export type FileProblem =
  | "too_large"
  | "empty"
  | "not_utf8"
  | "mojibake"
  | "not_a_table"
  | "old_excel"
  | "web_page"
  | "open_document"
  | "binary_excel"
  | "unreadable"
  | "too_many_rows"
  | "only_hidden";

export type ReadFile =
  | {
      readonly sheets: readonly ReadSheet[];
      /** Names of hidden sheets, which were left out. */
      readonly hidden: readonly string[];
      readonly problem?: never;
    }
  /** `where`: a line, as the file counts them. */
  | { readonly problem: FileProblem; readonly where?: string; readonly sheets?: never };

const CsvRows = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/** Reads a CSV or XLSX as sheets of texts, headers included. Never throws; formulas are marked, never run. */
export async function readTable(bytes: Uint8Array<ArrayBuffer>): Promise<ReadFile> {
  if (bytes.length === 0) return { problem: "empty" };
  if (bytes.length > MAX_FILE) return { problem: "too_large" };
  try {
    const read = isZip(bytes) ? await readXlsx(bytes) : readCsv(bytes);
    if (read.problem !== undefined) return read;
    const sheets = read.sheets
      .map((sheet) => ({
        ...sheet,
        rows: sheet.rows.filter(({ cells }) => cells.some((cell) => cell !== "")),
      }))
      .filter(({ rows }) => rows.length > 0);
    if (sheets.length === 0) return { problem: read.hidden.length > 0 ? "only_hidden" : "empty" };
    const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
    return rows > MAX_ROWS + 1 ? { problem: "too_many_rows" } : { sheets, hidden: read.hidden };
  } catch (error) {
    if (error instanceof TooFarError) return { problem: "too_many_rows" };
    const line = error instanceof CsvError && typeof error.lines === "number" ? error.lines : undefined;
    return { problem: "unreadable", ...(line !== undefined && { where: `dòng ${line}` }) };
  }
}

/** The format of Excel 97-2003, and of today's password-protected workbooks. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];
/** Old programs save a web page, or the XML of Excel 2003, under a name that ends with .xls. */
const WEB_PAGE = /^\s*(?:<!doctype html|<html|<table|<\?xml|<\?mso|mime-version:)/iu;
const DELIMITERS = [",", ";", "\t", "|"];
/** Lines that are looked at for the sign between cells. */
const FIRST_LINES = 20;

function readCsv(bytes: Uint8Array): ReadFile {
  if (COMPOUND_FILE.every((byte, i) => bytes[i] === byte)) return { problem: "old_excel" };
  if (contentTypeOf(bytes) !== "application/octet-stream") return { problem: "not_a_table" };
  const decoded = decodeCsv(bytes);
  if (decoded.why !== undefined) return { problem: decoded.why };
  const named = /^\s*"?sep=(.)"?[ \t]*(?=\r|\n)/iu.exec(decoded.text);
  const body = named === null ? decoded.text : decoded.text.slice(named[0].length);
  if (WEB_PAGE.test(body)) return { problem: "web_page" };
  const first = body.split(/\r?\n|\r/u, FIRST_LINES);
  if (/(?!\t)\p{Cc}/u.test(first.join(""))) return { problem: "not_a_table" };
  const delimiter = named?.[1] ?? mostUsed(first);
  const rows = CsvRows.parse(
    parse(body, { info: true, relax_column_count: true, skip_empty_lines: true, trim: true, delimiter }),
  );
  return {
    sheets: [
      { name: "", merged: [], rows: rows.map(({ record, info }) => ({ line: info.lines, cells: record })) },
    ],
    hidden: [],
  };
}

/** The sign by which most lines of the beginning have the same, large number of cells. */
function mostUsed(lines: readonly string[]): string {
  const worth = (sign: string): number => {
    const widths = Map.groupBy(lines, (line) => line.split(sign).length);
    return Math.max(0, ...[...widths].map(([width, alike]) => (width - 1) * alike.length));
  };
  return DELIMITERS.toSorted((a, b) => worth(b) - worth(a))[0] ?? ",";
}

async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<ReadFile> {
  const parts = await unpack(bytes);
  if (parts === null) return { problem: "too_large" };
  const book = readWorkbook(parts, LIMITS);
  if (book === null) return { problem: otherFormat(parts, bytes) };
  const shown = book.filter(({ isHidden }) => !isHidden);
  return {
    sheets: shown.map(withoutOldFonts),
    hidden: book.filter(({ isHidden, rows }) => isHidden && rows.length > 0).map(({ name }) => name),
  };
}

/** Text typed in the fonts of before Unicode, as old tables still have it. */
const withoutOldFonts = ({ name, rows, merged }: Worksheet): ReadSheet => ({
  name: decodeLegacy(name),
  merged,
  rows: rows.map((row) => ({ ...row, cells: row.cells.map((cell) => decodeLegacy(cell).normalize("NFC")) })),
});

function otherFormat(parts: Parts, bytes: Uint8Array): FileProblem {
  const beginning = new TextDecoder("latin1").decode(bytes.subarray(0, 120));
  if (beginning.includes("opendocument") || parts["content.xml"] !== undefined) return "open_document";
  const names = new TextDecoder("latin1").decode(bytes);
  return names.includes("xl/workbook.bin") ? "binary_excel" : "not_a_table";
}
