import type { FigureQuery, Period, Place } from "../figure-query.ts";
import { isShareVerb, type Reading } from "./figure-reading.ts";
import type { Parts } from "./parts.ts";
import { latestOf, unique } from "./periods.ts";
import type { When } from "./when.ts";

/** "thêm phường nữa" after a sum, "gộp phường vào" after any type. */
export const addsMore = ({ words }: Reading, before: FigureQuery | undefined): boolean =>
  before !== undefined &&
  (/^(?:gộp|gop|cộng|cong)$/u.test(words[0] ?? "") ||
    // "ca" is read as "công an".
    ((before.operation === "sum" || before.together) &&
      /^(?:thêm|them|cả|ca|công an) /u.test(`${words.slice(0, 2).join(" ")} `)));

/** What the question before adds to the periods and places that are named. */
export function withBefore(
  when: When,
  before: FigureQuery | undefined,
  indicators: readonly string[],
  parts: Parts,
): When {
  if (addsMore(parts.reading, before)) return withThoseBefore(when, before, parts.reading);
  const isNow = before !== undefined && countsOne(parts, before);
  return {
    ...when,
    periods: isNow ? latestOf(when.periods) : withThatOfGoal(when.periods, indicators, parts),
  };
}

/** "cả giai đoạn 2020-2021 nữa", "thêm Tràng Định" after a sum: what is named joins what was added up. */
function withThoseBefore(when: When, before: FigureQuery | undefined, { periods, places }: Reading): When {
  if (before?.operation !== "sum" || periods.hits.length + places.length === 0) return when;
  return {
    ...when,
    paired: false,
    periods: unique([...before.periods, ...when.periods], ({ label }) => label),
    places: unique([...before.places, ...when.places], ({ area }) => area),
  };
}

/** "Bắc Sơn chiếm mấy phần trăm" after several districts were added up: the part first, then the others. */
export function shareOfPlaces(
  { reading, operation }: Parts,
  before: FigureQuery | undefined,
): Place[] | undefined {
  const told = before?.places ?? [];
  const [one, ...others] = reading.places;
  const isSum = before?.operation === "sum" || before?.ofSum === true;
  const asks = operation === "times" && reading.words.some(isShareVerb);
  if (!isSum || !asks || one === undefined || others.length > 0 || reading.periods.hits.length > 0)
    return undefined;
  const rest = told.filter(({ area }) => area !== one.place.area);
  return rest.length > 0 && rest.length < told.length ? [one.place, ...rest] : undefined;
}

/** A target held against what was reached keeps the period for which it was asked. */
function withThatOfGoal(
  periods: readonly Period[],
  indicators: readonly string[],
  { reading, thread }: Parts,
): readonly Period[] {
  const goal = indicators.find((id) => {
    const { kind, aims } = reading.indicators.get(id);
    return kind === "goal" && aims !== undefined && indicators.includes(aims);
  });
  const asked = thread?.shown.findLast((one) => goal !== undefined && one.indicators.includes(goal));
  return periods.length !== 1 || asked === undefined
    ? periods
    : unique([...asked.periods, ...periods], ({ label }) => label);
}

/** "còn mấy thị trấn", "thị trấn còn không" after two periods were compared: what there is now, and no second comparison. */
export const countsOne = ({ reading, operation }: Parts, before: FigureQuery): boolean =>
  before.operation === "difference" &&
  before.periods.length === 2 &&
  reading.periods.hits.length === 0 &&
  (operation === "figure" || operation === "total") &&
  reading.tags.some(
    ({ tag, at, end }) =>
      tag.startsWith("unit:") &&
      (/^(?:nhiêu|nhieu|mấy|may)$/u.test(reading.words[at - 1] ?? "") ||
        /^c[òo]n kh[ôo]ng(?: |$)/u.test(reading.words.slice(end).join(" "))),
  );
