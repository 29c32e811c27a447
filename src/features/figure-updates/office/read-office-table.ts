import type { SheetRow } from "../../../platform/workbook/sheet-cells.ts";
import type { OfficeTable } from "./find-table.ts";
import { type ColumnKind, NUMERIC } from "./header.ts";
import type { Meanings } from "./meaning.ts";
import type { OfficeFigure, OfficeReading, OfficeRefusal } from "./office-figure.ts";
import { type RowLabels, rowLabels } from "./row-labels.ts";
import { hasNumber, RowReader, type Surroundings } from "./row-reader.ts";
import { sumsOf } from "./sums.ts";

const LABELS: ReadonlySet<ColumnKind> = new Set<ColumnKind>([
  "count",
  "label",
  "area",
  "unitType",
  "indicator",
]);
/** The figures of a table, row by row; nothing that can't be read is guessed. */
export function readOfficeTable(table: OfficeTable, around: Surroundings, meanings: Meanings): OfficeReading {
  const figures: OfficeFigure[] = [];
  const refused: OfficeRefusal[] = [];
  let blank = 0;
  const totals: { labels: RowLabels; row: SheetRow }[] = [];
  const where = (line: number) =>
    table.sheet === "" ? `dòng ${line}` : `trang “${table.sheet}”, dòng ${line}`;
  for (const row of table.body) {
    const labels = rowLabels(
      table.columns.filter(({ kind }) => LABELS.has(kind)),
      row,
      meanings,
    );
    const filled = table.columns.filter(({ kind, at }) => NUMERIC.has(kind) && hasNumber(row, at));
    if (filled.length === 0) {
      // What was written instead of a number is refused below; a row of a place without any is only counted.
      const isWritten = table.columns.some(
        ({ kind, at }) => NUMERIC.has(kind) && (row.cells[at] ?? "") !== "",
      );
      if (labels.isTotal === true || labels.unknown !== undefined || !isListed(labels)) continue;
      if (!isWritten) {
        blank += 1;
        continue;
      }
    }
    if (labels.isTotal === true && labels.place === undefined) {
      totals.push({ labels, row });
      continue;
    }
    const refuse = (why: string, column?: string): void =>
      void refused.push({
        where: where(row.line),
        line: row.line,
        why,
        ...(column !== undefined && { column }),
      });
    if (labels.unknown !== undefined) {
      refuse(labels.unknown.why, labels.unknown.column);
      continue;
    }
    const read = new RowReader(table, row, labels, around, meanings, refuse);
    figures.push(...read.figures().map((figure) => ({ ...figure, where: where(row.line), line: row.line })));
  }
  const lines = new Set(totals.map(({ row }) => row.line));
  const sums = totals.flatMap(({ row }) => sumsOf(table, row, lines, where(row.line)));
  return { figures: joined(figures), refused, sums, blank };
}

/** "Tổng số xã" in one row and "Số xã đạt" in another are one figure. */
function joined(figures: readonly OfficeFigure[]): OfficeFigure[] {
  const same = Map.groupBy(figures, ({ place, indicator, unitType, period, detail, source }) =>
    JSON.stringify([place.province, place.area, indicator, unitType, period.label, detail, source]),
  );
  return [...same.values()].flatMap((group) => {
    const met = group.filter(
      ({ numerator, denominator }) => numerator !== undefined && denominator === undefined,
    );
    const all = group.filter(
      ({ numerator, denominator }) => numerator === undefined && denominator !== undefined,
    );
    const [one, other] = [met[0], all[0]];
    const isPair = group.length === 2 && one !== undefined && other !== undefined;
    return isPair ? [{ ...other, ...one, denominator: other.denominator }] : group;
  });
}

/** A row of a place or a type that should have had numbers, unlike a heading between rows. */
const isListed = ({ place, unitType, indicator }: RowLabels): boolean =>
  place !== undefined || unitType !== undefined || indicator !== undefined;
