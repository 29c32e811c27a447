import { compares, type FigureQuery, type Operation } from "../figure-query.ts";
import { UNITS } from "../indicators.ts";
import { ASSESSED, COMMUNE_LEVEL, typesIn } from "../units.ts";
import type { Reading } from "./figure-reading.ts";
import { isLittle } from "./named-spans.ts";
import type { Parts } from "./parts.ts";
import { isPointedAt } from "./pointed-at.ts";

const OF_ONE_KIND: readonly Operation[] = ["figure", "total", "shortfall", "needed", "names"];
const ALL_OF_THEM =
  /(?:^| )(?:các|cac|tất cả|tat ca|cả tỉnh|ca tinh|toàn tỉnh|toan tinh|toàn bộ|toan bo|mọi|moi)(?: |$)/u;

/** "loại đó", "đơn vị này", "nó còn mấy đơn vị": the unit type that the answer before named. */
export const pointsAt = ({ reading }: Parts): boolean =>
  /^(?:nó|no)$/u.test(reading.words[0] ?? "") ||
  reading.tags.some((tag) => tag.tag.startsWith("unit:") && isPointedAt(reading, tag));

/** "còn mấy đơn vị nữa" after a question about one kind of unit means that kind, not all seven. */
export function meansTheSame(parts: Parts, before: FigureQuery | undefined): boolean {
  const { units, reading, operation, thread } = parts;
  if (before === undefined || units.length !== 1 || units[0] !== "any") return false;
  const isOne = thread?.singled?.length === 1;
  if (pointsAt(parts)) return before.unitTypes.length > 0 || thread?.singled !== undefined;
  const plain = reading.tags.some(
    ({ tag, at, end }) =>
      tag === "unit:any" && /^đơn vị$|^don vi$/u.test(reading.words.slice(at, end).join(" ")),
  );
  return (
    plain &&
    // "năm 2022 bao nhiêu đơn vị" after wards of today: units of the commune level.
    before.indicators[0] !== UNITS &&
    (before.unitTypes.length > 0 || isOne) &&
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

/**
 * "thụ lý được bao nhiêu" after cases: words that nothing explains, in a message that else asks for what was told before. That
 * number, told again, would pass for theirs.
 */
export function unreadAgain(
  { words, tags, places, numbers, unknown }: Reading,
  query: FigureQuery,
  before: FigureQuery | undefined,
): string[] {
  const same = (pick: (one: FigureQuery) => unknown) =>
    before !== undefined && JSON.stringify(pick(query)) === JSON.stringify(pick(before));
  const isAgain =
    (query.operation === "figure" || query.operation === "total") &&
    query.claims.length === 0 &&
    query.suppose === undefined &&
    query.supposeAll === undefined &&
    same(({ indicators, unitTypes, periods, places: where }) => [indicators, unitTypes, periods, where]);
  if (!isAgain || numbers.length > 0) return [];
  const isUnread = (i: number) => {
    const word = words[i] ?? "";
    const isCovered = [...tags, ...places].some(({ at, end }) => at <= i && i < end);
    return unknown.includes(word) && !isCovered && !isLittle(word);
  };
  // One strange word may be how somebody is spoken to; two together say something.
  const at = words.findIndex((_, i) => isUnread(i) && isUnread(i + 1));
  return at < 0 ? [] : [words.slice(at, at + 2).join(" ")];
}

/** "7 loại trừ doanh nghiệp", "bỏ hai loại ấy ra", "các loại còn lại": the remaining types; undefined where none is excluded. */
export function withoutSome(parts: Parts, last: FigureQuery | undefined): string[] | undefined {
  const { reading, tags, thread } = parts;
  if (!tags.has("op:except") && !tags.has("op:rest")) return undefined;
  if (!tags.has("op:except") && last?.rest === true) return last.unitTypes;
  const from = reading.tags.find(({ tag }) => tag === "op:except")?.end ?? Number.POSITIVE_INFINITY;
  const named = (after: boolean) =>
    reading.tags.flatMap(({ tag, at }) => (at >= from === after && isType(tag) ? typesIn(tag.slice(5)) : []));
  const pointsOut = !tags.has("op:except") || pointsAt(parts);
  // "còn lại thì sao" after several types: those that weren't told.
  const told =
    last !== undefined && last.unitTypes.length > 1 && parts.operation !== "shortfall" ? last.unitTypes : [];
  const out = [...named(true), ...(pointsOut ? (thread?.singled ?? (tags.has("op:rest") ? told : [])) : [])];
  // "Bí thư xã, … không kể phường": a type in another sentence isn't what some are left out of; "xã trừ phường" subtracts.
  const isApart = reading.tags.every(
    ({ tag, at }) => !isType(tag) || at >= from || reading.breaks.some((end) => at < end && end <= from),
  );
  const base = [
    named(false),
    ...(isApart ? [thread?.singled ?? [], last?.unitTypes ?? [], ASSESSED] : []),
  ].find((types) => types.length > Math.max(1, out.length) && out.every((unit) => types.includes(unit)));
  const left = [...new Set(base)].filter((unit) => !out.includes(unit));
  return out.length > 0 && left.length > 0 ? left : undefined;
}

const isType = (tag: string): boolean => tag.startsWith("unit:") && tag !== "unit:any";

/** "loại cao nhất trong số đó", or after some were left out: one of those that are left. */
export const pointsBack = (
  { reading: { words } }: Pick<Parts, "reading">,
  { unitTypes }: FigureQuery,
): boolean =>
  (unitTypes.length > 1 && /(?:^| )trong (?:số |so )?(?:đó|do|này|nay|ấy)(?: |$)/u.test(words.join(" "))) ||
  (unitTypes.length > COMMUNE_LEVEL.length && unitTypes.length < ASSESSED.length);
