import { localDay } from "../../language/dates.ts";
import { PROVINCE } from "../../language/province.ts";
import type { Cell, Sheet } from "../../platform/xlsx.ts";
import { APPROXIMATE_NAMES, AUDIENCE_NAMES, COLUMN_TITLES } from "../figure-files/figure-files-wording.ts";
import { cellOf } from "../figure-files/figure-rows.ts";
import type { OfficeColumn } from "../figure-files/office-column.ts";
import { indicatorName, TEMPLATE_COLUMNS, titlesOf, unitTypeName } from "../figure-files/office-columns.ts";
import { latestYear } from "../figure-files/what-to-export.ts";
import type { Fact } from "../figures/fact.ts";
import type { Period } from "../figures/figure-query.ts";
import { INDICATORS, indicatorOf, STANDARD } from "../figures/indicators.ts";
import { yearAt, yearPeriod } from "../figures/parse/periods.ts";
import { HOME } from "../figures/places.ts";
import { ASSESSED, UNIT_NAMES } from "../figures/units.ts";
import { TEMPLATE } from "./template-wording.ts";

export interface Template {
  readonly sheets: readonly Sheet[];
  readonly period: Period;
  readonly rows: number;
}

/** The table to fill in: the rows of the last year that has figures, lists to choose from, and how to use it. */
export function yearTemplate(facts: readonly Fact[], now: number): Template {
  const period = latestYear(facts) ?? yearPeriod(yearAt(now));
  const rows = facts
    .filter(
      (fact) =>
        fact.province === HOME.province &&
        fact.area === HOME.area &&
        (fact.start ?? "") >= period.start &&
        (fact.end ?? "9") <= period.end &&
        indicatorOf(fact.indicator).kind !== "goal",
    )
    .toSorted((a, b) => place(a, period) - place(b, period))
    .map((fact) => TEMPLATE_COLUMNS.map((column) => cellOf(fact, column)));
  return { sheets: sheetsWith(rows), period, rows: rows.length };
}

/** The standard first, then what is of the whole year. */
const place = ({ indicator, start, end }: Fact, period: Period): number =>
  indicator === STANDARD ? 0 : start === period.start && end === period.end ? 1 : 2;

/** The same for a breakdown by communes: a row for each, without numbers. */
export function communeTemplate(now: number): Template {
  const period = yearPeriod(Number(localDay(now).slice(0, 4)));
  const cells: Partial<Record<OfficeColumn, Cell>> = {
    period: period.label,
    indicator: indicatorName(STANDARD),
    unitType: unitTypeName(ASSESSED[0]),
    audience: AUDIENCE_NAMES.public,
  };
  const rows = PROVINCE.communes.map(({ kind, name }) =>
    TEMPLATE_COLUMNS.map((column) => (column === "area" ? `${kind} ${name}` : (cells[column] ?? null))),
  );
  return { sheets: sheetsWith(rows), period, rows: rows.length };
}

/** What may stand in a column, by the column. */
const ALLOWED: readonly (readonly [OfficeColumn, readonly string[]])[] = [
  ["area", [HOME.area, ...PROVINCE.communes.map(({ kind, name }) => `${kind} ${name}`)]],
  [
    "indicator",
    INDICATORS.all
      .filter(({ of, difference }) => of === undefined && difference === undefined)
      .map(({ id }) => indicatorName(id)),
  ],
  ["unitType", Object.values(UNIT_NAMES)],
  ["approx", Object.values(APPROXIMATE_NAMES)],
  ["audience", Object.values(AUDIENCE_NAMES)],
];

function sheetsWith(rows: readonly (readonly Cell[])[]): readonly Sheet[] {
  const longest = Math.max(...ALLOWED.map(([, values]) => values.length));
  const values = Array.from({ length: longest }, (_, i): Cell[] =>
    ALLOWED.map(([, list]) => list[i] ?? null),
  );
  return [
    {
      name: TEMPLATE.sheet,
      rows: [titlesOf(TEMPLATE_COLUMNS), ...rows],
      choices: ALLOWED.map(([column, list], from) => ({
        column: TEMPLATE_COLUMNS.indexOf(column),
        sheet: TEMPLATE.values,
        from,
        count: list.length,
      })),
    },
    { name: TEMPLATE.values, rows: [ALLOWED.map(([column]) => COLUMN_TITLES[column]), ...values] },
    { name: TEMPLATE.help, rows: TEMPLATE.lines },
  ];
}
