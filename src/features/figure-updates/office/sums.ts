import type { SheetRow } from "../../../platform/workbook/sheet-cells.ts";
import type { OfficeTable } from "./find-table.ts";
import { NUMERIC } from "./header.ts";
import type { OfficeReading } from "./office-figure.ts";
import { readOfficeNumber } from "./office-number.ts";

/** What a row of sums says of each column, and what the rows above it add up to. */
export function sumsOf(
  table: OfficeTable,
  total: SheetRow,
  totals: ReadonlySet<number>,
  where: string,
): OfficeReading["sums"][number][] {
  return table.columns.flatMap(({ kind, at, title }) => {
    if (!NUMERIC.has(kind) || kind === "share") return [];
    const said = readOfficeNumber(total.cells[at] ?? "", total.marks?.get(at), true).value;
    const parts = table.body
      .filter(({ line }) => line < total.line && !totals.has(line))
      .map((row) => readOfficeNumber(row.cells[at] ?? "", row.marks?.get(at), true).value);
    if (said === undefined || parts.every((part) => part === undefined)) return [];
    const added = parts.reduce((sum, part) => sum + BigInt(part ?? 0), 0n);
    return [{ where, title, said, added: String(added) }];
  });
}
