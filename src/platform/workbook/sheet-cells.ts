import { DAY } from "../time.ts";
import type { Shown } from "./styles.ts";
import { attribute, type Piece, piecesOf, plain } from "./xml.ts";

/** Properties of a cell besides its text. */
export type Mark = "number" | "formula" | "percent" | "day" | "error";

/** One row with its place in the file. */
export interface SheetRow {
  /** Counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** What its cells are besides their text, by column counted from 0. */
  readonly marks?: ReadonlyMap<number, Mark>;
}

export interface SheetCells {
  readonly rows: readonly SheetRow[];
  /** Ranges of merged cells, such as "A2:A4". */
  readonly merged: readonly string[];
}

interface Context {
  readonly strings: readonly string[];
  readonly styles: readonly Shown[];
  readonly isOldEpoch: boolean;
  /** The last line and column that are taken. */
  readonly lastLine: number;
  readonly lastColumn: number;
}

/** Thrown where a cell lies further away than is taken. */
export class TooFarError extends Error {}

/** Days from the epoch of this program to day 0 of spreadsheets, and to that of old Macintosh ones. */
const DAY_0 = Date.UTC(1899, 11, 30) / DAY;
const OLD_DAY_0 = DAY_0 + 1_462;
/** The first day behind the last that spreadsheets know. */
const NO_DAY = 2_958_466;
/** Significant digits that a spreadsheet keeps. */
const DIGITS = 15;

/** The texts of `sharedStrings.xml` in their order; runs are joined, readings of East Asian signs left out. */
export function readStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let isReading = false;
  for (const { name, kind, text } of piecesOf(xml)) {
    if (name === "si" && kind !== "close") strings.push("");
    else if (name === "rPh") isReading = kind === "open";
    else if (name === "t" && kind === "open" && !isReading) strings[strings.length - 1] += plain(text);
  }
  return strings;
}

/**
 * The rows of a sheet's XML: texts, numbers in their shortest form, days as YYYY-MM-DD; of a formula its last result.
 * @throws TooFarError
 */
export function readCells(xml: string, context: Context): SheetCells {
  const rows: { line: number; cells: string[]; marks: Map<number, Mark> }[] = [];
  const merged: string[] = [];
  let [line, column] = [0, -1];
  let cell: Cell | undefined;
  let isReading = false;
  for (const piece of piecesOf(xml)) {
    const { name, kind, attributes, text } = piece;
    if (name === "mergeCell" && kind !== "close") merged.push(attribute(attributes, "ref") ?? "");
    else if (name === "row" && kind !== "close") {
      line = Number(attribute(attributes, "r") ?? line + 1);
      column = -1;
      if (!(line >= 1 && line <= context.lastLine)) throw new TooFarError();
      rows.push({ line, cells: [], marks: new Map() });
    } else if (name === "c" && kind !== "close") {
      column = columnOf(attribute(attributes, "r")) ?? column + 1;
      if (column > context.lastColumn) throw new TooFarError();
      cell = {
        type: attribute(attributes, "t") ?? "n",
        style: Number(attribute(attributes, "s") ?? 0),
        text: "",
        isFormula: false,
      };
      if (kind === "empty") cell = undefined;
    } else if (name === "c" && cell !== undefined) {
      keep(rows.at(-1), column, cell, context);
      cell = undefined;
    } else if (name === "rPh") isReading = kind === "open";
    else if (cell !== undefined && !isReading) cell = grown(cell, piece, text);
  }
  return { rows: rows.map(({ marks, ...row }) => (marks.size === 0 ? row : { ...row, marks })), merged };
}

interface Cell {
  readonly type: string;
  readonly style: number;
  readonly text: string;
  readonly isFormula: boolean;
}

function grown(cell: Cell, { name, kind }: Piece, text: string): Cell {
  if (name === "f" && kind !== "close") return { ...cell, isFormula: true };
  return (name === "v" || name === "t") && kind === "open"
    ? { ...cell, text: cell.text + plain(text) }
    : cell;
}

function keep(
  row: { cells: string[]; marks: Map<number, Mark> } | undefined,
  column: number,
  { type, style, text, isFormula }: Cell,
  { strings, styles, isOldEpoch }: Context,
): void {
  if (row === undefined) return;
  while (row.cells.length < column) row.cells.push("");
  const isNumber = type === "n" && text.trim() !== "" && Number.isFinite(Number(text));
  const shown = isNumber ? (styles[style] ?? "number") : undefined;
  const value =
    type === "s"
      ? (strings[Number(text)] ?? "")
      : type === "b"
        ? text === "1"
          ? "TRUE"
          : "FALSE"
        : type === "d"
          ? text.slice(0, 10)
          : shown === "day"
            ? dayOf(Number(text), isOldEpoch)
            : isNumber
              ? shortest(Number(text))
              : text;
  row.cells[column] = value.trim();
  const mark = isFormula ? "formula" : type === "e" ? "error" : type === "d" ? "day" : shown;
  if (mark !== undefined) row.marks.set(column, mark);
}

/** "97.63" for 97.63000000000001. */
const shortest = (value: number): string => {
  const text = String(Number(value.toPrecision(DIGITS)));
  return text.includes("e") ? value.toFixed(DIGITS).replace(/\.?0+$/u, "") : text;
};

/** A serial number as YYYY-MM-DD; what is no day of a calendar stays a number. */
export function dayOf(serial: number, isOldEpoch = false): string {
  const day = Math.floor(serial) + (isOldEpoch ? OLD_DAY_0 : DAY_0);
  return serial >= 1 && serial < NO_DAY ? new Date(day * DAY).toISOString().slice(0, 10) : shortest(serial);
}

/** "AB3" → 27; undefined where there is no address. */
export function columnOf(reference: string | undefined): number | undefined {
  const letters = /^\$?([A-Z]{1,3})\$?\d{1,7}$/u.exec(reference ?? "")?.[1];
  return letters === undefined
    ? undefined
    : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
