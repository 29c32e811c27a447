import { DAY } from "./time.ts";
import NAMES from "./xlsx-names.json" with { type: "json" };

/** A number stays a number, a date a day of a calendar (its UTC day); null is an empty cell. */
export type Cell = string | number | Date | null;

export interface Sheet {
  /** At most 31 characters, none of `\ / ? * [ ] :`. */
  readonly name: string;
  /** The first row is the head: it is bold and stays in view. */
  readonly rows: readonly (readonly Cell[])[];
  /** Columns, counted from 0, whose cells offer a list: of the cells of another sheet. */
  readonly choices?: readonly Choices[];
  /** True where the head has buttons to filter by. */
  readonly filters?: boolean;
}

interface Choices {
  readonly column: number;
  /** The sheet that has the list, its column counted from 0, and how many entries stand below its head. */
  readonly sheet: string;
  readonly from: number;
  readonly count: number;
}

const NARROW = 8;
const WIDE = 60;
/** Rows behind the last one that offer the lists too: for what is written in below. */
const ROWS_TO_FILL = 500;
const STYLE = { plain: 0, head: 1, whole: 2, decimal: 3, day: 4, long: 5 } as const;
/** The day of serial number 0 in spreadsheets. */
const EPOCH = Date.UTC(1899, 11, 30);

/** One sheet as XML, without the declaration. */
export function sheetXml({ rows, choices = [], filters = false }: Sheet): string {
  const body = rows
    .map((row, r) => {
      const cells = row.map((cell, c) => cellXml(cell, `${columnName(c)}${r + 1}`, r === 0)).join("");
      return `<row r="${r + 1}">${cells}</row>`;
    })
    .join("");
  const width = (c: number): number =>
    Math.min(WIDE, Math.max(NARROW, ...rows.map((row) => lengthOf(row[c] ?? null) + 2)));
  const head = rows[0] ?? [];
  const columns = head
    .map((_, c) => `<col min="${c + 1}" max="${c + 1}" width="${width(c)}" customWidth="1"/>`)
    .join("");
  return [
    `<worksheet xmlns="${NAMES.main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    columns === "" ? "" : `<cols>${columns}</cols>`,
    `<sheetData>${body}</sheetData>`,
    filters ? `<autoFilter ref="A1:${columnName(head.length - 1)}${rows.length}"/>` : "",
    validations(choices, rows.length + ROWS_TO_FILL),
    "</worksheet>",
  ].join("");
}

/** A list warns of what isn't in it, and takes it: a new place or type is refused with a reason when the file comes back. */
function validations(choices: readonly Choices[], last: number): string {
  if (choices.length === 0) return "";
  const one = ({ column, sheet, from, count }: Choices) => {
    const [letter, list] = [columnName(column), columnName(from)];
    const cells = `'${sheet.replaceAll("'", "''")}'!$${list}$2:$${list}$${count + 1}`;
    return `<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" sqref="${letter}2:${letter}${last}"><formula1>${xmlText(cells)}</formula1></dataValidation>`;
  };
  return `<dataValidations count="${choices.length}">${choices.map(one).join("")}</dataValidations>`;
}

function cellXml(cell: Cell, at: string, isHead: boolean): string {
  if (cell === null || cell === "") return "";
  const open = (style: number) =>
    `<c r="${at}"${style === STYLE.plain ? "" : ` s="${isHead ? STYLE.head : style}"`}`;
  if (typeof cell === "number")
    return `${open(Number.isInteger(cell) ? STYLE.whole : STYLE.decimal)}><v>${cell}</v></c>`;
  if (cell instanceof Date) return `${open(STYLE.day)}><v>${(cell.getTime() - EPOCH) / DAY}</v></c>`;
  const style = isHead ? STYLE.head : cell.length > WIDE ? STYLE.long : STYLE.plain;
  return `${open(style)} t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`;
}

const lengthOf = (cell: Cell): number => (cell instanceof Date ? 10 : String(cell ?? "").length);

/** 0 → "A", 26 → "AA". */
export const columnName = (i: number): string =>
  (i < 26 ? "" : columnName(Math.floor(i / 26) - 1)) + String.fromCharCode(65 + (i % 26));

/** Text for XML; characters that XML doesn't have are left out. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, "")
    .replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
