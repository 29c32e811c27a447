import type { Cell, Sheet } from "../../platform/xlsx.ts";
import { percent, roundHalfUp, subtract } from "../figures/arithmetic.ts";
import type { Fact } from "../figures/fact.ts";
import { parseRational, type Rational } from "../figures/rational.ts";
import { SHEET_NAMES, SOURCE_TITLES } from "./figure-files-wording.ts";
import type { OfficeColumn } from "./office-column.ts";
import {
  approximateName,
  audienceName,
  EXPORT_COLUMNS,
  indicatorName,
  titlesOf,
  unitTypeName,
} from "./office-columns.ts";

/** The figures as sheets to give out: one row each with its source, and the sources with how many rows each has. */
export function figureSheets(facts: readonly Fact[]): readonly Sheet[] {
  const rows = facts.map((fact) => EXPORT_COLUMNS.map((column) => cellOf(fact, column)));
  const sources = [...Map.groupBy(facts, ({ source, url }) => `${source}\n${url ?? ""}`).values()].map(
    (group): Cell[] => [group[0]?.source ?? "", group[0]?.url ?? null, group.length],
  );
  return [
    { name: SHEET_NAMES.figures, rows: [titlesOf(EXPORT_COLUMNS), ...rows], filters: true },
    { name: SHEET_NAMES.sources, rows: [SOURCE_TITLES, ...sources] },
  ];
}

/** What stands of a figure in a column: numbers as numbers, days as days; null for nothing. */
export function cellOf(fact: Fact, column: OfficeColumn): Cell {
  const { numerator, denominator } = fact;
  switch (column) {
    case "count":
      return null;
    case "start":
    case "end":
      return fact[column] === undefined ? null : new Date(`${fact[column]}T00:00:00Z`);
    case "numerator":
    case "denominator":
    case "value":
      return numberOf(fact[column]);
    case "share":
      return numerator === undefined || denominator === undefined
        ? null
        : rounded(percent(parseRational(numerator), parseRational(denominator)));
    case "notMet":
      return numerator === undefined || denominator === undefined
        ? null
        : numberOf(String(subtract(parseRational(denominator), parseRational(numerator)).num));
    case "indicator":
      return indicatorName(fact.indicator);
    case "unitType":
      return unitTypeName(fact.unitType);
    case "approx":
      return approximateName(fact.approx);
    case "audience":
      return audienceName(fact.audience);
    default:
      return fact[column] ?? null;
  }
}

/** Numbers longer than a spreadsheet keeps stay texts. */
const LONGEST = 15;
const numberOf = (text: string | undefined): Cell =>
  text === undefined ? null : text.replace(/\D/gu, "").length > LONGEST ? text : Number(text);

/** To two decimals, as answers say it. */
const rounded = (value: Rational): number => Number(roundHalfUp(value, 2)) / 100;
