import { fold } from "../../language/fold.ts";
import type { Approximation, Fact } from "../figures/fact.ts";
import { INDICATORS, indicatorOf } from "../figures/indicators.ts";
import { UNIT_NAMES, unitName } from "../figures/units.ts";
import { APPROXIMATE_NAMES, AUDIENCE_NAMES, COLUMN_TITLES } from "./figure-files-wording.ts";
import type { OfficeColumn } from "./office-column.ts";

/** The columns of the template, in their order; what is written by hand most often comes first. */
export const TEMPLATE_COLUMNS: readonly OfficeColumn[] = [
  "area",
  "period",
  "indicator",
  "unitType",
  "numerator",
  "denominator",
  "value",
  "unit",
  "asOf",
  "source",
  "url",
  "audience",
  "detail",
  "basis",
  "approx",
  "locator",
  "note",
];

/** The columns of what is given out: the template's, with the place's province, the days and what is computed. */
export const EXPORT_COLUMNS: readonly OfficeColumn[] = [
  "province",
  ...TEMPLATE_COLUMNS.slice(0, 2),
  "start",
  "end",
  ...TEMPLATE_COLUMNS.slice(2, 6),
  "share",
  "notMet",
  ...TEMPLATE_COLUMNS.slice(6),
];

export const titlesOf = (columns: readonly OfficeColumn[]): readonly string[] =>
  columns.map((column) => COLUMN_TITLES[column]);

/** The stored indicators by their names in tables: the title, where another has the same one with its identifier. */
const INDICATORS_BY_NAME: ReadonlyMap<string, string> = new Map(
  [
    ...Map.groupBy(
      INDICATORS.all.filter(({ of }) => of === undefined),
      ({ title }) => fold(title),
    ).values(),
  ].flatMap((alike) =>
    alike.map(({ id, title }, i) => [fold(i === 0 ? title : `${title} (${id})`), id] as const),
  ),
);
const NAMES_OF_INDICATORS: ReadonlyMap<string, string> = new Map(
  [...INDICATORS_BY_NAME].map(([name, id]) => {
    const { title } = indicatorOf(id);
    return [id, name === fold(title) ? title : `${title} (${id})`];
  }),
);

export const indicatorName = (id: string): string => NAMES_OF_INDICATORS.get(id) ?? indicatorOf(id).title;

/** The indicator with that name in tables; undefined where there is none. */
export const indicatorNamed = (name: string): string | undefined =>
  INDICATORS_BY_NAME.get(fold(name.replace(/\s+/gu, " ").trim()));

/** "xã", "cơ quan, doanh nghiệp", as tables name what is counted; "" for nothing. */
export const unitTypeName = (unitType: string | undefined): string =>
  unitType === undefined ? "" : unitName(unitType);

const UNITS_BY_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries(UNIT_NAMES).map(([id, name]) => [fold(name), id]),
);

/**
 * The unit type that a table's name means; undefined where there is none of that name.
 * @example unitTypeOf("Cơ quan, doanh nghiệp") // "agency+enterprise"
 */
export function unitTypeOf(name: string): string | undefined {
  const whole = UNITS_BY_NAME.get(fold(name.trim()));
  if (whole !== undefined) return whole;
  const parts = name.split(/[,;+]/u).map((part) => UNITS_BY_NAME.get(fold(part.trim())));
  return parts.length > 1 && parts.every((part) => part !== undefined) ? parts.join("+") : undefined;
}

export const audienceName = (audience: Fact["audience"]): string => AUDIENCE_NAMES[audience];
export const approximateName = (approx: Approximation | undefined): string =>
  approx === undefined ? "" : APPROXIMATE_NAMES[approx];
