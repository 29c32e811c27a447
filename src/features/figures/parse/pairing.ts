import type { FigureQuery } from "../figure-query.ts";
import { ASSESSED, COMMUNE_LEVEL } from "../units.ts";
import type { Parts } from "./parts.ts";

export type Selection = Pick<FigureQuery, "unitTypes" | "periods" | "places" | "paired">;

/**
 * "chênh nhau mấy điểm", "nơi nào cao hơn", "giảm bao nhiêu phần trăm" with nothing named: the two things asked for one
 * after the other are meant. Undefined where they aren't two single things of one indicator.
 */
export function pairOf(
  { operation, reading, units }: Parts,
  last: FigureQuery | undefined,
  prior: FigureQuery | undefined,
): Selection | undefined {
  const compares = operation === "difference" || operation === "times";
  const bare =
    reading.places.length === 0 && reading.periods.hits.length === 0 && units.every((unit) => unit === "any");
  if (!compares || !bare || last === undefined || prior === undefined) return undefined;
  if (![last, prior].every(isSingle) || last.indicators.join() !== prior.indicators.join()) return undefined;
  const unitTypes = [...new Set([...prior.unitTypes, ...last.unitTypes])];
  const periods = distinct([...prior.periods, ...last.periods], (period) => period.label);
  const places = distinct([...prior.places, ...last.places], (place) => place.area);
  if (unitTypes.length < 2 && periods.length < 2 && places.length < 2) return undefined;
  return { unitTypes, periods, places, paired: places.length === 2 && periods.length === 2 };
}

const isSingle = ({ unitTypes, periods, places }: FigureQuery) =>
  unitTypes.length <= 1 && periods.length <= 1 && places.length <= 1;

function distinct<T>(items: readonly T[], key: (item: T) => string): T[] {
  return items.filter((item, i) => items.findIndex((other) => key(other) === key(item)) === i);
}

/** "7 loại trừ doanh nghiệp", "bỏ doanh nghiệp ra": what is left of several types; undefined where nothing is taken away. */
export function withoutSome({ reading, tags }: Parts, last: FigureQuery | undefined): string[] | undefined {
  if (!tags.has("op:except")) return undefined;
  const from = reading.tags.find(({ tag }) => tag === "op:except")?.end ?? 0;
  const isNamed = (unit: string, after: boolean) =>
    reading.tags.some(({ tag, at }) => tag === `unit:${unit}` && at >= from === after);
  const named = GROUPS.filter(({ tag }) => isNamed(tag, false)).flatMap(({ types }) => types);
  const base = named.length > 0 ? named : (last?.unitTypes ?? []);
  const left = base.filter((unit) => !isNamed(unit, true));
  return base.length > 2 && left.length < base.length && left.length > 0 ? left : undefined;
}

const GROUPS: readonly { tag: string; types: readonly string[] }[] = [
  { tag: "all", types: ASSESSED },
  { tag: "communeLevel", types: COMMUNE_LEVEL },
];
