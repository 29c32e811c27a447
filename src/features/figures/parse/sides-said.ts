import { compares, type FigureQuery, type Operation } from "../figure-query.ts";
import { STANDARD } from "../indicators.ts";
import { ASSESSED, COMMUNE_LEVEL } from "../units.ts";
import { isShareVerb, type Reading } from "./figure-reading.ts";

interface Sides {
  readonly one: readonly string[];
  readonly whole: readonly string[];
  /** True where it is the group that is said to be more or less. */
  readonly isReversed?: boolean;
}

const shareVerb = ({ tags, words }: Reading) =>
  tags.find(({ tag, at }) => tag === "op:times" && isShareVerb(words[at]));

/** "trong đó doanh nghiệp chiếm mấy phần trăm", "vậy cao hơn khu dân cư" after several types together: these are the other side. */
function sidesOfThose(
  reading: Reading,
  named: readonly string[],
  before: FigureQuery | undefined,
): Sides | undefined {
  const told = before?.unitTypes ?? [];
  const isSum = told.length > 1 && before?.versus === undefined && before?.choice === undefined;
  const saysAll = reading.words.some((word) => /^(?:tổng|tong|toàn|toan|chung)$/u.test(word));
  if (!isSum || named.length === 0 || !named.every((unit) => ASSESSED.includes(unit)) || saysAll)
    return undefined;
  const isPart = named.length < told.length && named.every((unit) => told.includes(unit));
  const asksPart = shareVerb(reading) !== undefined;
  if (isPart) return asksPart ? { one: named, whole: told } : undefined;
  const isApart = named.length === 1 && !named.some((unit) => told.includes(unit));
  return before?.together === true && isApart && !asksPart && reading.periods.hits.length === 0
    ? { one: named, whole: told, isReversed: true }
    : undefined;
}

/** "tổng xã với phường chưa đạt là mấy, phường chiếm mấy phần trăm": a type named again is a part of those before. */
function partOfNamed(reading: Reading): Sides | undefined {
  const verb = shareVerb(reading);
  const types = reading.tags.flatMap(({ tag, at }) =>
    verb !== undefined && at < verb.at && ASSESSED.includes(tag.slice(5)) ? [tag.slice(5)] : [],
  );
  const [part] = types.slice(-1);
  const whole = [...new Set(types.slice(0, -1))];
  return part !== undefined && whole.length > 1 && whole.includes(part) ? { one: [part], whole } : undefined;
}

/** "cơ quan cao hơn trường học đúng không": which side is put forward as more. */
export function claimedOrder(
  { tags, words, numbers }: Reading,
  operation: Operation,
  isReversed: boolean,
): Pick<FigureQuery, "firstIsMore"> {
  const at = tags.find(({ tag }) => tag === "op:difference")?.at;
  const isPut = tags.some(({ tag }) => tag === "cue:verify") && numbers.length === 0;
  if (operation !== "difference" || at === undefined || !isPut) return {};
  const said = words.slice(Math.max(0, at - 1), at + 2).join(" ");
  const [more, less] = [MORE.test(said), LESS.test(said)];
  return more === less ? {} : { firstIsMore: more !== isReversed };
}
const MORE =
  /(?:^| )(?:cao|nhiều|nhieu|lớn|lon|tăng|tang) hơn|(?:^| )(?:cao|nhieu|lon) hon|(?:^| )(?:tăng|tang)(?: |$)/u;
const LESS = /(?:^| )(?:thấp|ít|kém|nhỏ) hơn|(?:^| )(?:thap|it|kem|nho) hon|(?:^| )(?:giảm|giam)(?: |$)/u;

/** "ca tinh" may be read as "công an". */
const OF_ALL = /(?:^| )(?:tổng|tong|(?:cả|ca|toàn|toan|công an) (?:tỉnh|tinh))(?: |$)/u;

/** "khu dân cư so với cả bảy loại": some types on one side, a whole group on the other. */
export function readSides(
  reading: Reading,
  operation: Operation,
  before: FigureQuery | undefined,
): Sides | undefined {
  if (!compares(operation)) return undefined;
  const { tags, words } = reading;
  const named = new Set(tags.filter(({ tag }) => tag.startsWith("unit:")).map(({ tag }) => tag.slice(5)));
  const those = partOfNamed(reading) ?? sidesOfThose(reading, [...named], before);
  if (those !== undefined) return those;
  const overall = tags.some(({ tag }) => tag === "cue:overall") || shareVerb(reading) !== undefined;
  const whole =
    named.has("all") || (overall && !named.has("communeLevel"))
      ? ASSESSED
      : named.has("communeLevel")
        ? COMMUNE_LEVEL
        : undefined;
  // "chiếm mấy phần trăm tổng số chưa đạt" after three types: these.
  const isOfTotal = named.size === 0 && overall && OF_ALL.test(words.join(" "));
  const told = isOfTotal && before?.indicators.join() === STANDARD ? before.unitTypes : [];
  const one = [...named, ...told].filter((unit) => ASSESSED.includes(unit));
  return whole === undefined || one.length === 0 ? undefined : { one, whole };
}
