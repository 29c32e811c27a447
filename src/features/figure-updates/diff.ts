import type { SheetRow } from "../../platform/workbook/sheet-cells.ts";
import type { Fact } from "../figures/fact.ts";
import { COLUMNS, numbers, parseFigureRows, type RefusedRow, subject } from "../figures/read-figures.ts";
import { implausible } from "./plausible.ts";
import { plainDecimal, readCell } from "./read-cell.ts";

/** One figure that an update would add, change or remove. `before` is the present value. */
export interface Change {
  readonly before: Fact | null;
  readonly after: Fact | null;
}

export interface Preview {
  readonly fresh: readonly Fact[];
  readonly changed: readonly { readonly before: Fact; readonly after: Fact }[];
  readonly unchanged: number;
  readonly refused: readonly RefusedRow[];
}

type Why = Pick<RefusedRow, "column" | "why">;

/** A row in the store's order of columns; `flaws` are the reasons why its cells were refused. */
export interface ArrangedRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly flaws?: readonly Why[];
}

export type Columns =
  | { readonly kind: "ok"; readonly rows: readonly ArrangedRow[] }
  | {
      readonly kind: "wrong";
      readonly missing: readonly string[];
      readonly unknown: readonly string[];
      /** Columns without a name, counted from 1: nobody knows what their values mean. */
      readonly unnamed: readonly number[];
    };

const OPTIONAL: ReadonlySet<string> = new Set([
  "start",
  "end",
  "unit_type",
  "detail",
  "basis",
  "numerator",
  "denominator",
  "value",
  "approx",
  "locator",
  "note",
]);

/** Brings the columns into the store's order and reads each cell. Optional columns may be missing. */
export function arrange([header, ...body]: readonly SheetRow[]): Columns {
  const given = header?.cells ?? [];
  const width = given.findLastIndex((cell) => cell.trim() !== "") + 1;
  const names = given.slice(0, width).map((cell) => cell.trim().toLowerCase());
  const wanted = COLUMNS.map(([column]) => column);
  const missing = wanted.filter((column) => !names.includes(column) && !OPTIONAL.has(column));
  const unknown = names.filter((name) => name !== "" && !wanted.includes(name));
  const unnamed = names.flatMap((name, i) => (name === "" ? [i + 1] : []));
  const twice = names.filter((name, i) => wanted.includes(name) && names.indexOf(name) !== i);
  if ([missing, unknown, unnamed, twice].some((columns) => columns.length > 0))
    return { kind: "wrong", missing, unknown: [...unknown, ...twice], unnamed };
  const places = wanted.map((column) => [column, names.indexOf(column)] as const);
  return { kind: "ok", rows: body.map((row) => arrangeRow(row, width, places)) };
}

function arrangeRow(
  { line, cells, marks }: SheetRow,
  width: number,
  places: readonly (readonly [column: string, place: number])[],
): ArrangedRow {
  // A comma without quotes shifts all following cells: the whole row is unreliable.
  const filled = cells.findLastIndex((cell) => cell !== "") + 1;
  if (filled > width || (marks === undefined && cells.length < width))
    return {
      line,
      cells: [],
      flaws: [{ why: `có ${cells.length} ô, cần ${width}: thừa hay thiếu dấu phân cách` }],
    };
  const flaws: Why[] = [];
  const read = places.map(([column, place]) => {
    const cell = place === -1 ? { text: "" } : readCell(column, cells[place] ?? "", marks?.get(place));
    if (cell.why !== undefined) flaws.push({ column, why: cell.why });
    return cell.text ?? "";
  });
  return { line, cells: read, ...(flaws.length > 0 && { flaws }) };
}

/** The changes that a file's rows would make to the present figures. A file never deletes anything. */
export function preview(name: string, rows: readonly ArrangedRow[], now: readonly Fact[]): Preview {
  const sound = rows.filter(({ flaws }) => flaws === undefined);
  const { placed, refused: bad } = parseFigureRows(
    sound.map(({ line, cells }) => ({ file: name, line, cells })),
  );
  const refused: RefusedRow[] = [
    ...bad,
    ...rows.flatMap(({ line, flaws = [] }) => flaws.map((flaw) => ({ file: name, line, ...flaw }))),
  ];
  const refuse = (line: number, why: Why) => void refused.push({ file: name, line, ...why });
  const plausible = placed.flatMap(({ fact, line }) => {
    const why = implausible(fact);
    if (why === null) return [{ fact, line }];
    refuse(line, why);
    return [];
  });
  const known = new Map(now.map((fact) => [fact.id, fact]));
  const fresh: Fact[] = [];
  const changed: { before: Fact; after: Fact }[] = [];
  let unchanged = 0;
  for (const { fact } of withoutRivals(plausible, now, refuse)) {
    const before = known.get(fact.id);
    if (before === undefined) fresh.push(fact);
    else if (sameFact(before, fact)) unchanged += 1;
    else changed.push({ before, after: fact });
  }
  return { fresh, changed, unchanged, refused: refused.sort((a, b) => a.line - b.line) };
}

interface Line {
  readonly fact: Fact;
  readonly line: number;
}

/**
 * Refuses rows about something that a figure with another id already has. Figures that the file itself replaces don't
 * count; where such a replacement is refused, its old figure counts again.
 */
function withoutRivals(
  rows: readonly Line[],
  now: readonly Fact[],
  refuse: (line: number, why: Why) => void,
): readonly Line[] {
  const replaced = new Set(rows.map(({ fact }) => fact.id));
  const staying = new Map(now.filter(({ id }) => !replaced.has(id)).map((fact) => [subject(fact), fact]));
  const rivals = rows.flatMap((row) => {
    const other = staying.get(subject(row.fact));
    return other === undefined ? [] : [{ row, other }];
  });
  if (rivals.length === 0) return rows;
  for (const { row, other } of rivals) refuse(row.line, rivalry(row.fact, other));
  const refused = new Set(rivals.map(({ row }) => row));
  return withoutRivals(
    rows.filter((row) => !refused.has(row)),
    now,
    refuse,
  );
}

const rivalry = (fact: Fact, other: Fact): Why =>
  numbers(fact) === numbers(other)
    ? { column: "id", why: `đã có số này với mã ${other.id}` }
    : { why: `mâu thuẫn với ${other.id} đang dùng: cùng nguồn mà khác số` };

export const sameFact = (a: Fact, b: Fact): boolean => canonical(a) === canonical(b);

function canonical(fact: Fact): string {
  const value = fact.value === undefined ? undefined : plainDecimal(fact.value);
  return JSON.stringify(Object.entries({ ...fact, value }).sort(([a], [b]) => (a < b ? -1 : 1)));
}
