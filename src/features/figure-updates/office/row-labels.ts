import { fold } from "../../../language/fold.ts";
import type { SheetRow } from "../../../platform/workbook/sheet-cells.ts";
import { indicatorNamed, unitTypeOf } from "../../figure-files/office-columns.ts";
import type { Place } from "../../figures/figure-query.ts";
import { type ColumnKind, type HeaderColumn, roleSaid } from "./header.ts";
import { bareName, type Meanings } from "./meaning.ts";
import { placeNamed } from "./office-place.ts";
import { WHY } from "./office-wording.ts";

/** What a row is about. */
export interface RowLabels {
  readonly place?: Place;
  readonly unitType?: string;
  readonly indicator?: string;
  /** What the row's numbers are, where its name says it: "Số xã đạt". */
  readonly role?: ColumnKind;
  /** True for a row that adds up the others. */
  readonly isTotal?: boolean;
  /** A name that means nothing here, and why; such a row is refused where it has numbers. */
  readonly unknown?: { readonly column: string; readonly why: string };
}

const TOTAL =
  /^(?:tong|cong|tong cong|tong so|cong chung|tong chung|tong hop|toan bo)(?: (?:toan tinh|chung|cac xa|don vi))?$/u;

/** Reads the columns that name things; a later column adds what the ones before leave open. */
export function rowLabels(
  columns: readonly HeaderColumn[],
  { cells }: SheetRow,
  meanings: Meanings,
): RowLabels {
  const read = columns.flatMap((column) => {
    const cell = (cells[column.at] ?? "").trim();
    return cell === "" ? [] : [labelIn(column, bareName(cell), meanings)];
  });
  return Object.assign({}, ...read) as RowLabels;
}

function labelIn({ kind, title }: HeaderColumn, name: string, meanings: Meanings): RowLabels {
  if (TOTAL.test(fold(name))) return { isTotal: true };
  if (kind === "count") return {};
  const place = placeNamed(name);
  const unitType = unitTypeOf(name);
  const indicator = indicatorNamed(name);
  const meaning = meanings.of(name);
  switch (kind) {
    case "area":
      if (place !== undefined) return { place };
      if (unitType !== undefined) return { unitType };
      return { unknown: { column: title, why: WHY.noPlace(name) } };
    case "unitType": {
      const type = unitType ?? meaning.unitType;
      if (type !== undefined) return { unitType: type };
      if (place !== undefined) return { place };
      return { unknown: { column: title, why: WHY.noUnitType(name) } };
    }
    case "indicator": {
      const id = indicator ?? meaning.indicator;
      if (id !== undefined)
        return { indicator: id, ...(indicator === undefined && unitIn(meaning.unitType)) };
      if (unitType !== undefined) return { unitType };
      return { unknown: { column: title, why: WHY.noIndicator(name) } };
    }
    default:
      if (indicator !== undefined) return { indicator };
      if (unitType !== undefined) return { unitType };
      if (place !== undefined) return { place };
      if (meaning.unitType !== undefined || meaning.indicator !== undefined) {
        const role = meaning.unitType === undefined ? undefined : roleSaid(name);
        return {
          ...unitIn(meaning.unitType),
          ...(meaning.indicator !== undefined && { indicator: meaning.indicator }),
          ...(role !== undefined && { role }),
        };
      }
      return { unknown: { column: title, why: WHY.noLabel(name) } };
  }
}

const unitIn = (unitType: string | undefined): Pick<RowLabels, "unitType"> =>
  unitType === undefined ? {} : { unitType };
