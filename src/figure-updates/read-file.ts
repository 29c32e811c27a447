import { parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/universal";
import { z } from "zod";
import { isZip, unpacksSmall } from "./zip.ts";

/** Largest file taken, in bytes. */
export const MAX_FILE = 2 * 1024 * 1024;
const MAX_ROWS = 5_000;

/** One row with its place in the file. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export type FileProblem =
  | "too_large"
  | "empty"
  | "not_utf8"
  | "not_a_table"
  | "unreadable"
  | "too_many_rows"
  | "merged_cells";

export type ReadFile =
  | { readonly rows: readonly SheetRow[]; readonly problem?: never }
  | { readonly problem: FileProblem; readonly rows?: never };

const CsvRows = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/** Reads a CSV or XLSX as rows of texts, the header among them. Never throws; a formula's cell is its text. */
export async function readTable(bytes: Uint8Array<ArrayBuffer>): Promise<ReadFile> {
  if (bytes.length === 0) return { problem: "empty" };
  if (bytes.length > MAX_FILE) return { problem: "too_large" };
  try {
    const rows = isZip(bytes) ? await readXlsx(bytes) : readCsv(bytes);
    if (typeof rows === "string") return { problem: rows };
    const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ""));
    if (filled.length === 0) return { problem: "empty" };
    return filled.length > MAX_ROWS + 1 ? { problem: "too_many_rows" } : { rows: filled };
  } catch {
    return { problem: "unreadable" };
  }
}

function readCsv(bytes: Uint8Array): SheetRow[] | FileProblem {
  const text = decode(bytes);
  if (text === null) return "not_utf8";
  const [header = ""] = text.split(/\r?\n/u, 1);
  if (/\p{Cc}/u.test(header.replace(/\t/g, ""))) return "not_a_table";
  const delimiter = [";", "\t"].find((sign) => header.split(sign).length > header.split(",").length) ?? ",";
  const rows = CsvRows.parse(
    parse(text, { info: true, relax_column_count: true, skip_empty_lines: true, trim: true, delimiter }),
  );
  return rows.map(({ record, info }) => ({ line: info.lines, cells: record }));
}

/** UTF-8, or UTF-16 with its mark; null for anything else, which would come out as wrong letters. */
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

async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<SheetRow[] | FileProblem> {
  if (!unpacksSmall(bytes)) return "too_large";
  const sheet = await readSheet(new Blob([bytes]));
  const rows = sheet.map((row, i) => ({ line: i + 1, cells: row.map(cellText) }));
  return looksMerged(rows) ? "merged_cells" : rows;
}

/** A date without a time as the calendar writes it; numbers as they are. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value).trim();
}

/** A header with a hole: its cells were merged, and what stands below belongs to nobody knows which. */
function looksMerged(rows: readonly SheetRow[]): boolean {
  const header = rows[0]?.cells ?? [];
  const last = header.findLastIndex((cell) => cell !== "");
  return header.slice(0, Math.max(0, last)).some((cell) => cell === "");
}
