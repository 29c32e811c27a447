import { CsvError, parse } from "csv-parse/sync";
import { z } from "zod";
import { type Fact, factSchema, sourceKey } from "./fact.ts";
import { knownPlace } from "./places.ts";

export interface RefusedRow {
  readonly file: string;
  /** Line in the file, counted from 1. */
  readonly line: number;
  /** Column, counted from 1; absent where the whole row is wrong. */
  readonly column?: string;
  readonly why: string;
}

/** The columns of a figures file, in this order, and the field of `Fact` each fills: `unit_type`, `unitType`. */
export const COLUMNS: readonly (readonly [column: string, field: keyof Fact])[] = factSchema
  .keyof()
  .options.map((field) => [field.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`), field]);

/** A cell that a spreadsheet would execute: never stored, never sent. */
const FORMULA = /^[\s]*([=@+\t\r]|-(?!\d))/u;
const MAX_BYTES = 5_000_000;

const rowsSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/** A row of cells in the order of `COLUMNS`. */
export interface Row {
  readonly file: string;
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Placed {
  readonly fact: Fact;
  readonly file: string;
  readonly line: number;
}

/**
 * Reads figure files row by row. A bad row is refused with its line, column and reason; the others are used. Two rows
 * of one source that give different numbers for the same thing are both refused. Never throws.
 * @example
 * const { facts, refused } = parseFigures([{ name: "tinh.csv", text: await readFile("tinh.csv", "utf8") }]);
 * refused; // such as [{ file: "tinh.csv", line: 2, why: "có 4 cột, cần 24" }]
 */
export function parseFigures(files: readonly { readonly name: string; readonly text: string }[]): {
  readonly facts: readonly Fact[];
  readonly placed: readonly Placed[];
  readonly refused: readonly RefusedRow[];
} {
  const refused: RefusedRow[] = [];
  const { placed, refused: bad } = parseFigureRows(files.flatMap((file) => readRows(file, refused)));
  return { facts: placed.map(({ fact }) => fact), placed, refused: [...refused, ...bad] };
}

/** The same for rows that were already read. */
export function parseFigureRows(rows: readonly Row[]): {
  readonly placed: readonly Placed[];
  readonly refused: readonly RefusedRow[];
} {
  const refused: RefusedRow[] = [];
  const read = rows.flatMap((row) => readFact(row, refused));
  return { placed: refuseContradictions(refuseRepeatedIds(read, refused), refused), refused };
}

function readRows(file: { name: string; text: string }, refused: RefusedRow[]): Row[] {
  if (file.text.length > MAX_BYTES) {
    refused.push({ file: file.name, line: 1, why: "tệp quá lớn" });
    return [];
  }
  try {
    const rows = rowsSchema.parse(
      parse(file.text, {
        bom: true,
        info: true,
        relax_column_count: true,
        skip_empty_lines: true,
        trim: true,
      }),
    );
    const [header, ...body] = rows;
    const wanted = COLUMNS.map(([column]) => column).join(",");
    if (header?.record.join(",") !== wanted) {
      refused.push({ file: file.name, line: 1, why: `dòng tiêu đề phải là: ${wanted}` });
      return [];
    }
    return body.map(({ record, info }) => ({ file: file.name, line: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    refused.push({
      file: file.name,
      line: typeof error.lines === "number" ? error.lines : 1,
      why: `không đọc được CSV (${error.code})`,
    });
    return [];
  }
}

function readFact(row: Row, refused: RefusedRow[]): Placed[] {
  const { file, line, cells } = row;
  if (cells.length !== COLUMNS.length) {
    refused.push({ file, line, why: `có ${cells.length} cột, cần ${COLUMNS.length}` });
    return [];
  }
  const formula = COLUMNS.findIndex(([column], i) => column !== "approx" && FORMULA.test(cells[i] ?? ""));
  if (formula !== -1) {
    refused.push({ file, line, column: COLUMNS[formula]?.[0] ?? "", why: "ô bắt đầu như một công thức" });
    return [];
  }
  const record = Object.fromEntries(
    COLUMNS.map(([, field], i) => [field, cells[i] === "" ? undefined : cells[i]?.normalize("NFC")]),
  );
  const result = factSchema.safeParse(record);
  if (result.success)
    return [{ fact: withoutUndefined({ ...result.data, ...knownPlace(result.data) }), file, line }];
  for (const issue of result.error.issues) {
    const column = COLUMNS.find(([, field]) => field === issue.path[0])?.[0];
    refused.push({ file, line, ...(column === undefined ? {} : { column }), why: reasonOf(issue) });
  }
  return [];
}

/** zod's English message, in words for the person who fills in the table. */
function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_value") return `phải là một trong: ${issue.values.join(", ")}`;
  return issue.code === "invalid_type" ? "không được để trống" : issue.message;
}

function withoutUndefined(fact: Fact): Fact {
  return Object.fromEntries(Object.entries(fact).filter(([, value]) => value !== undefined)) as Fact;
}

function refuseRepeatedIds(rows: readonly Placed[], refused: RefusedRow[]): Placed[] {
  const seen = new Map<string, Placed>();
  return rows.filter((row) => {
    const first = seen.get(row.fact.id);
    if (first === undefined) return seen.set(row.fact.id, row);
    refused.push({
      file: row.file,
      line: row.line,
      column: "id",
      why: `trùng mã với dòng ${first.line} của ${first.file}`,
    });
    return false;
  });
}

function refuseContradictions(rows: readonly Placed[], refused: RefusedRow[]): Placed[] {
  const groups = Map.groupBy(rows, ({ fact }) => subject(fact));
  return rows.filter((row) => {
    const rival = groups.get(subject(row.fact))?.find((other) => other !== row);
    if (rival === undefined) return true;
    const same = numbers(row.fact) === numbers(rival.fact);
    if (same && rival.line > row.line) return true;
    const where = `dòng ${rival.line} của ${rival.file}`;
    refused.push({
      file: row.file,
      line: row.line,
      why: same ? `lặp lại ${where}` : `mâu thuẫn với ${where}: cùng nguồn, cùng chỉ tiêu mà khác số`,
    });
    return false;
  });
}

/** The subject and the source of a figure: figures with the same subject must agree. */
export function subject(fact: Fact): string {
  const { province, area, territory, start, end, period, indicator, unitType, detail, audience } = fact;
  const when = [territory, start, end, period];
  return JSON.stringify([sourceKey(fact), province, area, when, indicator, unitType, detail, audience]);
}

/** The values of a figure. */
export function numbers(fact: Fact): string {
  return JSON.stringify([fact.numerator, fact.denominator, fact.value, fact.approx]);
}
