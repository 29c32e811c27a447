import { compares, type FigureQuery, type Operation } from "../figure-query.ts";
import { ASSESSED, COMMUNE_LEVEL } from "../units.ts";
import type { Parts } from "./parts.ts";
import { unique } from "./periods.ts";

const OF_ONE_KIND: readonly Operation[] = ["figure", "total", "shortfall", "needed", "names"];
const ALL_OF_THEM =
  /(?:^| )(?:các|cac|tất cả|tat ca|cả tỉnh|ca tinh|toàn tỉnh|toan tinh|toàn bộ|toan bo|mọi|moi)(?: |$)/u;

/** "loại đó", "đơn vị này": the unit type that the answer before named. */
export function pointsAt({ reading: { tags, words } }: Parts): boolean {
  return tags.some(
    ({ tag, end }) => tag.startsWith("unit:") && /^(?:đó|do|này|nay|ấy|ay|trên)$/u.test(words[end] ?? ""),
  );
}

/** "còn mấy đơn vị nữa" after a question about one kind of unit means that kind, not all seven. */
export function meansTheSame(parts: Parts, before: FigureQuery | undefined): boolean {
  const { units, reading, operation, thread } = parts;
  if (before === undefined || units.length !== 1 || units[0] !== "any") return false;
  if (pointsAt(parts)) return before.unitTypes.length > 0 || thread?.singled !== undefined;
  const plain = reading.tags.some(
    ({ tag, at, end }) =>
      tag === "unit:any" && /^đơn vị$|^don vi$/u.test(reading.words.slice(at, end).join(" ")),
  );
  return (
    plain &&
    before.unitTypes.length > 0 &&
    OF_ONE_KIND.includes(operation) &&
    !ALL_OF_THEM.test(reading.words.join(" "))
  );
}

/** "phường thấp hơn bao nhiêu" after a share compares shares, unless a count is named. */
export function comparesShares(
  { reading }: Parts,
  operation: Operation,
  before: FigureQuery | undefined,
): boolean {
  const counts = reading.tags.some(
    ({ tag, at }) =>
      tag.startsWith("unit:") && /^(?:nhiêu|nhieu|mấy|may|số)$/u.test(reading.words[at - 1] ?? ""),
  );
  return compares(operation) && before?.wants === "rate" && !counts;
}

export type Selection = Pick<FigureQuery, "unitTypes" | "periods" | "places" | "paired">;

/**
 * "chênh nhau mấy điểm", "nơi nào cao hơn", "giảm bao nhiêu phần trăm" without names: the last two questions are
 * compared. Undefined where they aren't two single things of one indicator.
 */
export function pairOf(
  { operation, reading, units }: Parts,
  last: FigureQuery | undefined,
  prior: FigureQuery | undefined,
): Selection | undefined {
  const bare =
    reading.places.length === 0 && reading.periods.hits.length === 0 && units.every((unit) => unit === "any");
  if (!compares(operation) || !bare || last === undefined || prior === undefined) return undefined;
  if (![last, prior].every(isSingle) || last.indicators.join() !== prior.indicators.join()) return undefined;
  const unitTypes = [...new Set([...prior.unitTypes, ...last.unitTypes])];
  const periods = unique([...prior.periods, ...last.periods], (period) => period.label);
  const places = unique([...prior.places, ...last.places], (place) => place.area);
  if (unitTypes.length < 2 && periods.length < 2 && places.length < 2) return undefined;
  return { unitTypes, periods, places, paired: places.length === 2 && periods.length === 2 };
}

const isSingle = ({ unitTypes, periods, places }: FigureQuery) =>
  unitTypes.length <= 1 && periods.length <= 1 && places.length <= 1;

/** "7 loại trừ doanh nghiệp", "bỏ doanh nghiệp ra": the remaining types; undefined where none is excluded. */
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
