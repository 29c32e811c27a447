import type { Fact } from "../../figures/fact.ts";
import { COLUMNS, type RefusedRow } from "../../figures/read-figures.ts";
import type { ArrangedRow } from "../diff.ts";
import type { ReadSheet } from "../read-file.ts";
import { completed } from "./complete.ts";
import { findTable } from "./find-table.ts";
import { Meanings } from "./meaning.ts";
import type { OfficeFigure, OfficeReading } from "./office-figure.ts";
import { WHY } from "./office-wording.ts";
import { readOfficeTable } from "./read-office-table.ts";
import { surroundingsOf } from "./surroundings.ts";

/** What comes with the sheets. */
export interface OfficeFile {
  readonly fileName: string;
  /** The words sent with the file. */
  readonly caption: string;
  readonly now: number;
  /** The file as a source, where it names none. */
  readonly sourceOf: (title: string) => string;
}

export interface OfficeRows {
  /** In the order of `COLUMNS`, ready for the checks that every figure passes. */
  readonly rows: readonly ArrangedRow[];
  readonly refused: readonly RefusedRow[];
  readonly sums: OfficeReading["sums"];
  readonly blank: number;
  /** The shares that the tables tell, by the line of `rows`. */
  readonly figures: readonly OfficeFigure[];
  /** Names of sheets without a table. */
  readonly without: readonly string[];
}

/**
 * Reads an office's own tables, one a sheet, into rows of the store. Null where no sheet has a header that names a place, a
 * type or an indicator, and numbers below it.
 */
export function readOffice(
  sheets: readonly ReadSheet[],
  facts: readonly Fact[],
  file: OfficeFile,
): OfficeRows | null {
  const meanings = new Meanings(file.now);
  const tables = sheets.map((sheet) => ({ sheet, table: findTable(sheet, meanings) }));
  const found = tables.flatMap(({ table }) => (table === undefined ? [] : [table]));
  if (found.length === 0) return null;
  const isOne = found.length === 1;
  const rows: ArrangedRow[] = [];
  const refused: RefusedRow[] = [];
  const figures: OfficeFigure[] = [];
  const sums: OfficeReading["sums"][number][] = [];
  let blank = 0;
  const seen = new Map<string, number>();
  for (const table of found) {
    const around = surroundingsOf(table, { ...file, facts }, meanings);
    const read = readOfficeTable(isOne ? { ...table, sheet: "" } : table, around, meanings);
    for (const { line, where, column, why } of read.refused)
      refused.push({ file: where, line, ...(column !== undefined && { column }), why });
    sums.push(...read.sums);
    blank += read.blank;
    for (const figure of read.figures) {
      const source = around.source ?? file.sourceOf(around.title);
      const fact = completed(figure, facts, { source, now: file.now });
      const key = fact.id ?? "";
      const first = seen.get(key);
      if (first !== undefined) {
        refused.push({ file: figure.where, line: figure.line, why: WHY.twice(first) });
        continue;
      }
      seen.set(key, figure.line);
      figures.push(figure);
      rows.push({ line: figure.line, cells: COLUMNS.map(([, field]) => String(fact[field] ?? "")) });
    }
  }
  const without = tables.flatMap(({ sheet, table }) => (table === undefined ? [sheet.name] : []));
  return { rows, refused, sums, blank, figures, without };
}
