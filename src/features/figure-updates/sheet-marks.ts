/** Properties of a cell besides its text. */
export type Mark = "number" | "formula" | "percent";

export interface SheetMarks {
  /** By `line:column`, the line counted from 1, the column from 0. */
  readonly cells: ReadonlyMap<string, Mark>;
  /** Ranges of merged cells, such as "A2:A4". */
  readonly merged: readonly string[];
  /** The last line and column of any cell. */
  readonly lastLine: number;
  readonly lastColumn: number;
}

/** Matches only tags and never passes another "<", so that a file made to be slow is still read in one pass. */
const TAG = /<(\/?)(?:\w{1,9}:)?(c|f|mergeCell)(?=[\s/>])([^<>]*)>/gu;
const FORMAT = /<(?:\w{1,9}:)?numFmt(?=\s)([^<>]*)>/gu;
const STYLE = /<(?:\w{1,9}:)?xf(?=[\s/>])([^<>]*)>/gu;

/** Built-in number formats "0%" and "0.00%" (ECMA-376 part 1, 18.8.30). */
const PERCENT_FORMATS: ReadonlySet<string> = new Set(["9", "10"]);

/**
 * What the spreadsheet library doesn't say: which cells are formulas (it gives only their last result), which are shown
 * as percent (97.63% is stored as 0.9763), which are true numbers, and which are merged.
 * @param sheet the XML of one sheet
 * @param styles the XML of the styles, "" where there is none
 */
export function readMarks(sheet: string, styles: string): SheetMarks {
  const percent = percentStyles(styles);
  const cells = new Map<string, Mark>();
  const merged: string[] = [];
  let here = "";
  let lastLine = 0;
  let lastColumn = 0;
  for (const [, closing, tag, attributes = ""] of sheet.matchAll(TAG)) {
    if (closing === "/") continue;
    if (tag === "mergeCell") merged.push(attribute(attributes, "ref") ?? "?");
    else if (tag === "f") cells.set(here, "formula");
    else {
      const { line, column } = address(attribute(attributes, "r") ?? "");
      here = `${line}:${column}`;
      lastLine = Math.max(lastLine, line);
      lastColumn = Math.max(lastColumn, column);
      const isNumber = (attribute(attributes, "t") ?? "n") === "n";
      if (isNumber) cells.set(here, percent.has(attribute(attributes, "s") ?? "") ? "percent" : "number");
    }
  }
  return { cells, merged, lastLine, lastColumn };
}

function percentStyles(styles: string): ReadonlySet<string> {
  const formats = new Set(PERCENT_FORMATS);
  for (const [, attributes = ""] of styles.matchAll(FORMAT)) {
    const id = attribute(attributes, "numFmtId");
    if (id !== undefined && attribute(attributes, "formatCode")?.includes("%") === true) formats.add(id);
  }
  const begin = styles.search(/<(?:\w{1,9}:)?cellXfs[\s>]/u);
  const used = begin === -1 ? "" : styles.slice(begin, styles.indexOf("cellXfs>", begin + 16));
  const all = [...used.matchAll(STYLE)].map(([, attributes = ""]) => attribute(attributes, "numFmtId") ?? "");
  return new Set(all.flatMap((format, i) => (formats.has(format) ? [String(i)] : [])));
}

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}=(["'])(.*?)\\1`, "u").exec(attributes)?.[2];
}

/** The key of cells without an address: their place is unknown. */
export const NOWHERE = "0:-1";

/** "B3" → line 3, column 1. */
function address(reference: string): { line: number; column: number } {
  const [, letters = "", digits = "0"] = /^([A-Z]{1,3})(\d{1,7})$/u.exec(reference) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { line: Number(digits), column };
}
