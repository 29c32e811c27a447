import { CsvError, parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/universal";
import { z } from "zod";
import { contentTypeOf } from "../../platform/media/sniff.ts";
import { type Mark, NOWHERE, readMarks, type SheetMarks } from "./sheet-marks.ts";
import { isZip, store, unpack } from "./zip.ts";

/** Largest file taken, in bytes. */
export const MAX_FILE = 2 * 1024 * 1024;
export const MAX_ROWS = 5_000;
/** A cell beyond these limits would make a table of millions of empty cells. */
const MAX_LINE = 20_000;
const MAX_COLUMN = 200;

/** One row with its place in the file. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** What its cells are besides their text, by column counted from 0. */
  readonly marks?: ReadonlyMap<number, Mark>;
}

export type FileProblem =
  | "too_large"
  | "empty"
  | "not_utf8"
  | "not_a_table"
  | "old_excel"
  | "unreadable"
  | "too_many_rows"
  | "several_sheets"
  | "merged_cells";

export type ReadFile =
  | { readonly rows: readonly SheetRow[]; readonly problem?: never }
  /** `where`: a line or a range of cells, as the file counts them. */
  | { readonly problem: FileProblem; readonly where?: string; readonly rows?: never };

const CsvRows = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/** Reads a CSV or XLSX as rows of texts, with the header. Never throws; formulas are marked, never run. */
export async function readTable(bytes: Uint8Array<ArrayBuffer>): Promise<ReadFile> {
  if (bytes.length === 0) return { problem: "empty" };
  if (bytes.length > MAX_FILE) return { problem: "too_large" };
  try {
    const read = isZip(bytes) ? await readXlsx(bytes) : readCsv(bytes);
    if (read.problem !== undefined) return read;
    const filled = read.rows.filter(({ cells }) => cells.some((cell) => cell !== ""));
    if (filled.length === 0) return { problem: "empty" };
    return filled.length > MAX_ROWS + 1 ? { problem: "too_many_rows" } : { rows: filled };
  } catch (error) {
    const line = error instanceof CsvError && typeof error.lines === "number" ? error.lines : undefined;
    return { problem: "unreadable", ...(line !== undefined && { where: `dòng ${line}` }) };
  }
}

/** The format of Excel 97-2003, and of today's password-protected workbooks. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

function readCsv(bytes: Uint8Array): ReadFile {
  if (COMPOUND_FILE.every((byte, i) => bytes[i] === byte)) return { problem: "old_excel" };
  if (contentTypeOf(bytes) !== "application/octet-stream") return { problem: "not_a_table" };
  const text = decode(bytes);
  if (text === null || text.includes("\0")) return { problem: "not_utf8" };
  const [header = ""] = text.split(/\r?\n|\r/u, 1);
  if (/\p{Cc}/u.test(header.replace(/\t/g, ""))) return { problem: "not_a_table" };
  const delimiter = [";", "\t"].find((sign) => header.split(sign).length > header.split(",").length) ?? ",";
  const rows = CsvRows.parse(
    parse(text, { info: true, relax_column_count: true, skip_empty_lines: true, trim: true, delimiter }),
  );
  return { rows: rows.map(({ record, info }) => ({ line: info.lines, cells: record })) };
}

/** UTF-8, or UTF-16 with its mark; null for anything else, which would give wrong letters. */
function decode(bytes: Uint8Array): string | null {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  const encoding = isLittle ? "utf-16le" : isBig ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
}

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/u;

async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<ReadFile> {
  const parts = await unpack(bytes);
  if (parts === null) return { problem: "too_large" };
  if (parts["xl/workbook.xml"] === undefined) return { problem: "not_a_table" };
  const sheets = Object.keys(parts).filter((name) => SHEET.test(name));
  if (sheets.length > 1) return { problem: "several_sheets" };
  const xml = (name: string) => new TextDecoder().decode(parts[name]);
  const marks = readMarks(xml(sheets[0] ?? ""), xml("xl/styles.xml"));
  if (marks.cells.has(NOWHERE)) return { problem: "unreadable" };
  if (marks.lastLine > MAX_LINE || marks.lastColumn > MAX_COLUMN) return { problem: "too_many_rows" };
  const merged = marks.merged[0];
  if (merged !== undefined) return { problem: "merged_cells", where: `ô ${merged.slice(0, 20)}` };
  const sheet = await readSheet(new Blob([store(parts)]));
  const rows = sheet.map((row, i) => marked({ line: i + 1, cells: row.map(cellText) }, marks));
  return { rows };
}

function marked(row: SheetRow, { cells }: SheetMarks): SheetRow {
  const found = row.cells.flatMap((_, column): [number, Mark][] => {
    const mark = cells.get(`${row.line}:${column}`);
    return mark === undefined ? [] : [[column, mark]];
  });
  return found.length === 0 ? row : { ...row, marks: new Map(found) };
}

/** A date without a time as YYYY-MM-DD; numbers unchanged. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value).trim();
}
