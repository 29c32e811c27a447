import { compares, type FigureQuery, type Operation } from "../figure-query.ts";
import { ASSESSED, COMMUNE_LEVEL } from "../units.ts";
import type { Parts } from "./parts.ts";
import { unique } from "./periods.ts";

const OF_ONE_KIND: readonly Operation[] = ["figure", "total", "shortfall", "needed", "names"];
const ALL_OF_THEM =
  /(?:^| )(?:các|cac|tất cả|tat ca|cả tỉnh|ca tinh|toàn tỉnh|toan tinh|toàn bộ|toan bo|mọi|moi)(?: |$)/u;

/** "loại đó", "đơn vị này", "nó còn mấy đơn vị": the unit type that the answer before named. */
export function pointsAt({ reading: { tags, words } }: Parts): boolean {
  return (
    /^(?:nó|no)$/u.test(words[0] ?? "") ||
    tags.some(
      ({ tag, end }) => tag.startsWith("unit:") && /^(?:đó|do|này|nay|ấy|ay|trên)$/u.test(words[end] ?? ""),
    )
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
  const alike = last.unitTypes.join() === prior.unitTypes.join();
  const isSingle = ({ unitTypes, periods, places }: FigureQuery) =>
    (alike || unitTypes.length <= 1) && periods.length <= 1 && places.length <= 1;
  if (![last, prior].every(isSingle) || last.indicators.join() !== prior.indicators.join()) return undefined;
  const unitTypes = [...new Set([...prior.unitTypes, ...last.unitTypes])];
  const periods = unique([...prior.periods, ...last.periods], (period) => period.label);
  const places = unique([...prior.places, ...last.places], (place) => place.area);
  if (unitTypes.length < 2 && periods.length < 2 && places.length < 2) return undefined;
  return { unitTypes, periods, places, paired: places.length === 2 && periods.length === 2 };
}

/** "gấp mấy lần", "tổng hai loại" after two questions about different things of one period: both are meant. */
export function bothOf(
  { operation, reading, units }: Parts,
  last: FigureQuery | undefined,
  prior: FigureQuery | undefined,
): readonly string[] | undefined {
  const bare =
    reading.places.length === 0 && reading.periods.hits.length === 0 && units.every((unit) => unit === "any");
  const names = reading.tags.some(({ tag }) => tag.startsWith("is:"));
  if (!bare || names || last === undefined || prior === undefined) return undefined;
  if (!compares(operation) && operation !== "sum") return undefined;
  const [one] = last.indicators;
  const [other] = prior.indicators;
  const apart = last.indicators.length === 1 && prior.indicators.length === 1 && one !== other;
  if (!apart || one === undefined || other === undefined) return undefined;
  const alike = [last, prior].map(({ periods, places }) => JSON.stringify([periods, places]));
  return alike[0] === alike[1] ? (operation === "times" ? [one, other] : [other, one]) : undefined;
}

/** "7 loại trừ doanh nghiệp", "bỏ doanh nghiệp ra": the remaining types; undefined where none is excluded. */
export function withoutSome({ reading, tags }: Parts, last: FigureQuery | undefined): string[] | undefined {
  if (!tags.has("op:except")) return undefined;
  const from = reading.tags.find(({ tag }) => tag === "op:except")?.end ?? 0;
  const named = (after: boolean) =>
    reading.tags.flatMap(({ tag, at }) =>
      at >= from === after && tag.startsWith("unit:") && tag !== "unit:any" ? typesOf(tag.slice(5)) : [],
    );
  const out = named(true);
  const before = last?.unitTypes ?? [];
  const base = named(false).length > 0 ? named(false) : before.length > 1 ? before : ASSESSED;
  const left = [...new Set(base)].filter((unit) => !out.includes(unit));
  return out.length > 0 && base.length > 1 && left.length < base.length && left.length > 0 ? left : undefined;
}

const typesOf = (unit: string): readonly string[] =>
  unit === "all" ? ASSESSED : unit === "communeLevel" ? COMMUNE_LEVEL : [unit];

/** "loại cao nhất trong số đó", or after some were left out: one of those that are left. */
export const pointsBack = (
  { reading: { words } }: Pick<Parts, "reading">,
  { unitTypes }: FigureQuery,
): boolean =>
  (unitTypes.length > 1 && /(?:^| )trong (?:số |so )?(?:đó|do|này|nay|ấy)(?: |$)/u.test(words.join(" "))) ||
  (unitTypes.length > COMMUNE_LEVEL.length && unitTypes.length < ASSESSED.length);
