import { columnOf, type SheetRow } from "../../../platform/workbook/sheet-cells.ts";
import type { ReadSheet } from "../read-file.ts";
import { type HeaderColumn, NUMERIC, readHeading } from "./header.ts";
import type { Meanings } from "./meaning.ts";
import { readOfficeNumber } from "./office-number.ts";

/** A table on a sheet: its columns, its rows, and the lines around it. */
export interface OfficeTable {
  readonly sheet: string;
  readonly columns: readonly HeaderColumn[];
  readonly body: readonly SheetRow[];
  /** The lines above the header, each once. */
  readonly titles: readonly string[];
  /** Cells that only have a merged cell's text, by `line:column`. */
  readonly spread: ReadonlySet<string>;
}

/** A header is looked for among so many lines, and has at most so many. */
const FIRST_LINES = 30;
const HEADER_LINES = 3;
/** Rows that tell whether a column has numbers. */
const SAMPLE = 60;
/** Cells that merged ranges may fill; more than any table has. */
const MOST_FILLED = 100_000;
const MOST_MERGED = 2_000;

/** The table of a sheet; undefined where no line is a header with numbers below it. */
export function findTable(sheet: ReadSheet, meanings: Meanings): OfficeTable | undefined {
  const { rows, spread } = spreadMerged(sheet);
  let best: { columns: readonly HeaderColumn[]; from: number; to: number; worth: number } | undefined;
  for (let from = 0; from < Math.min(FIRST_LINES, rows.length - 1); from++) {
    for (let to = from + 1; to <= Math.min(from + HEADER_LINES, rows.length - 1); to++) {
      const header = rows.slice(from, to);
      const isBlock = header.every(({ line }, i) => line === (header[0]?.line ?? 0) + i);
      if (!isBlock || !header.every(mayBeHeader) || header.some(isTitle)) break;
      const columns = columnsOf(header, rows.slice(to, to + SAMPLE), meanings);
      const worth = columns.reduce((sum, column) => sum + column.worth, 0);
      if (!isTable(columns) || worth <= (best?.worth ?? 0)) continue;
      best = { columns, from, to, worth };
    }
  }
  if (best === undefined) return undefined;
  const { columns, from, to } = best;
  return {
    sheet: sheet.name,
    columns,
    body: rows.slice(to).filter((row) => !isNumbering(row)),
    titles: [...new Set(rows.slice(0, from).flatMap(({ cells }) => cells.filter((cell) => cell !== "")))],
    spread,
  };
}

/** Something to read, and something that it is about. */
function isTable(columns: readonly HeaderColumn[]): boolean {
  return (
    columns.some(({ kind }) => NUMERIC.has(kind)) &&
    columns.some(({ kind }) => ["label", "area", "unitType", "indicator", "period"].includes(kind))
  );
}

function columnsOf(
  header: readonly SheetRow[],
  body: readonly SheetRow[],
  meanings: Meanings,
): HeaderColumn[] {
  const width = Math.max(...header.map(({ cells }) => cells.length), 0);
  const seen = new Set<string>();
  const columns = Array.from({ length: width }, (_, at): HeaderColumn[] => {
    const title = [...new Set(header.map(({ cells }) => cells[at] ?? "").filter((cell) => cell !== ""))].join(
      " ",
    );
    const column = readHeading(at, title, isNumeric(body, at), meanings);
    // The same heading twice: the second one is a repetition or something else, and isn't guessed at.
    const key = `${column?.kind}|${column?.title}`;
    if (column === undefined || (seen.has(key) && !NUMERIC.has(column.kind))) return [];
    seen.add(key);
    return [column];
  }).flat();
  const typed = withTypes(columns);
  if (typed.some(({ kind }) => ["label", "area", "unitType", "indicator"].includes(kind))) return typed;
  const named = new Set(typed.map(({ at }) => at));
  const at = Array.from({ length: width }, (_, i) => i).find(
    (i) => !named.has(i) && isNumeric(body, i) === false,
  );
  const title =
    at === undefined
      ? ""
      : header
          .map(({ cells }) => cells[at] ?? "")
          .join(" ")
          .trim();
  return at === undefined || title === "" ? typed : [...typed, { at, title, kind: "label", worth: 1 }];
}

/** "Số khu dân cư, Đạt, Tỷ lệ, Số cơ quan, Đạt, Tỷ lệ": a heading without a type is about the type before it. */
function withTypes(columns: readonly HeaderColumn[]): HeaderColumn[] {
  let before: Pick<HeaderColumn, "unitType" | "period"> = {};
  return columns.map((column) => {
    if (!NUMERIC.has(column.kind)) return column;
    const { unitType, indicator, period } = column;
    if (unitType === undefined && indicator === undefined && period === undefined)
      return { ...column, ...before };
    before = { ...(unitType !== undefined && { unitType }), ...(period !== undefined && { period }) };
    return column;
  });
}

function isNumeric(body: readonly SheetRow[], at: number): boolean | undefined {
  let [numbers, others] = [0, 0];
  for (const { cells, marks } of body) {
    const cell = cells[at] ?? "";
    const mark = marks?.get(at);
    if (cell === "" && mark !== "formula") continue;
    const isNumber =
      mark === "error" || mark === "formula" || readOfficeNumber(cell, mark, false).value !== undefined;
    const isEither = /^[\s\d.,]+(?:\/[\s\d.,]+)?$/u.test(cell);
    if (isNumber || isEither) numbers += 1;
    else others += 1;
  }
  return numbers + others === 0 ? undefined : numbers >= others;
}

/** A line of names: numbers stand in a header only as years or as the numbers of columns. */
const mayBeHeader = ({ cells }: SheetRow): boolean =>
  cells.some((cell) => /\p{L}/u.test(cell)) &&
  cells.every((cell) => !/^[-\d.,%\s]+$/u.test(cell) || /^\d{4}$/u.test(cell) || cell === "%" || cell === "");

/** One text over all columns. */
const isTitle = ({ cells }: SheetRow): boolean => new Set(cells.filter((cell) => cell !== "")).size < 2;

/** "(1) (2) (3)", "A B 1 2": the numbers of the columns under the header. */
const isNumbering = ({ cells }: SheetRow): boolean => {
  const filled = cells.filter((cell) => cell !== "");
  return (
    filled.length > 2 && filled.every((cell) => /^[[(]?(?:\d{1,2}|[A-Za-z])(?:\s*=[^)]*)?[)\]]?$/u.test(cell))
  );
};

/** The rows with each merged cell's text in all of its places. */
function spreadMerged({ rows, merged }: ReadSheet): {
  rows: readonly SheetRow[];
  spread: ReadonlySet<string>;
} {
  if (merged.length === 0) return { rows, spread: new Set() };
  const filled = new Map(rows.map((row) => [row.line, { ...row, cells: [...row.cells] }]));
  const spread = new Set<string>();
  const lastLine = rows.at(-1)?.line ?? 0;
  for (const range of merged.slice(0, MOST_MERGED)) {
    const [first = "", last = first] = range.split(":");
    const [left, right] = [columnOf(first), columnOf(last)];
    const [top, bottom] = [first, last].map((address) => Number(/\d+$/u.exec(address)?.[0] ?? 0)) as [
      number,
      number,
    ];
    const text = left === undefined ? "" : (filled.get(top)?.cells[left] ?? "");
    if (left === undefined || right === undefined || text === "") continue;
    for (let line = top; line <= Math.min(bottom, lastLine) && spread.size < MOST_FILLED; line++) {
      const cells = filled.get(line)?.cells;
      if (cells === undefined) continue;
      for (let column: number = left; column <= right; column++) {
        if ((line === top && column === left) || (cells[column] ?? "") !== "") continue;
        while (cells.length < column) cells.push("");
        cells[column] = text;
        spread.add(`${line}:${column}`);
      }
    }
  }
  return { rows: [...filled.values()], spread };
}
