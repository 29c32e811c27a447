import { compares, type FigureQuery, type Period, type Place } from "../figure-query.ts";
import { NATION } from "../places.ts";
import { isShareVerb, type Reading } from "./figure-reading.ts";
import type { Parts } from "./parts.ts";
import { latestOf, unique, yearPeriod } from "./periods.ts";

/** The periods and places that a question is about. */
export interface When {
  readonly periods: readonly Period[];
  readonly places: readonly Place[];
  readonly paired: boolean;
}

/** As many as a query takes; the places before may be every former district. */
const MOST_PLACES = 12;

/** Period and place from the words; what they don't say comes from the question before. */
export function readWhen(
  { reading, operation, tags }: Parts,
  before: FigureQuery | undefined,
  change: boolean,
  lastPeriods: readonly Period[],
  home: Place,
): When {
  const isPair = compares(operation);
  const overall = tags.has("cue:overall");
  const own = reading.periods.hits.map(({ period }) => period);
  const asked = withoutNamed(lastPeriods, reading);
  // "so với 2019" after two periods were compared: the later of them is what the chat is about.
  const bases = withoutNamed(before?.periods ?? [], reading);
  const base = before?.operation === "difference" && bases.length > 1 ? latestOf(bases) : bases;
  const split = isPair && own.length === 1 ? own.flatMap(ends) : own;
  const one = change ? split.toSorted((a, b) => b.start.localeCompare(a.start)) : split;
  const namedPlaces = unique(
    reading.places.map(({ place }) => place),
    ({ area }) => area,
  );
  const apart = isPair && before === undefined ? homeAndOther(reading, split, home) : undefined;
  if (apart !== undefined) return apart;
  const across = isPair && !change ? acrossPlaces(before, one, namedPlaces) : undefined;
  if (across !== undefined) return across;
  const alone = isPair && before !== undefined;
  // "chiếm mấy phần trăm cả nước" after a province's number.
  const ofNation =
    isPair && namedPlaces.length === 1 && namedPlaces[0]?.area === NATION.area && before?.places.length === 1;
  const periods =
    one.length === 0
      ? reading.periods.latest || operation === "series"
        ? []
        : asked
      : alone && one.length === 1 && namedPlaces.length === 0 && base.length === 1
        ? unique([...base, ...one], ({ label }) => label)
        : one;
  const told = before?.places ?? [home];
  const isAgainstTold =
    ofNation ||
    (namedPlaces.length === 1 &&
      isPair &&
      !change &&
      !overall &&
      setsAgainst(reading) &&
      (before !== undefined || split.length < 2));
  const others = isAgainstTold ? unique([...told, ...namedPlaces], ({ area }) => area) : namedPlaces;
  const places = namedPlaces.length === 0 ? told : others;
  return {
    periods: periods.slice(0, 8),
    places: places.slice(0, MOST_PLACES),
    paired:
      (before?.paired === true && namedPlaces.length === 0 && own.length === 0) ||
      (places.length > 1 &&
        places.length === periods.length &&
        namedPlaces.length === places.length &&
        (alternates(reading) || isOneEach(reading))),
  };
}

/** "bỏ 2021 đi": the periods of the question before without those. */
const withoutNamed = (periods: readonly Period[], { without }: Reading): readonly Period[] =>
  periods.filter((one) => !without.some(({ start, end }) => one.start <= end && one.end >= start));

/** "so với Quảng Trị 2023" after the home province's 2022: each place has its own year. */
function acrossPlaces(
  before: FigureQuery | undefined,
  periods: readonly Period[],
  places: readonly Place[],
): When | undefined {
  const [place, period] = [places[0], periods[0]];
  const [wasPlace, wasPeriod] = [before?.places[0], before?.periods[0]];
  const single = [places, periods, before?.places ?? [], before?.periods ?? []].every(
    ({ length }) => length === 1,
  );
  if (
    !single ||
    place === undefined ||
    period === undefined ||
    wasPlace === undefined ||
    wasPeriod === undefined
  )
    return undefined;
  return place.area === wasPlace.area || period.label === wasPeriod.label
    ? undefined
    : { periods: [wasPeriod, period], places: [wasPlace, place], paired: true };
}

/** "năm 2022 so với Quảng Trị 2023": the first year belongs to the home province. */
function homeAndOther(reading: Reading, periods: readonly Period[], home: Place): When | undefined {
  const [other] = reading.places;
  const [first = -1, second = -1] = reading.periodAt;
  if (other === undefined || reading.places.length !== 1 || periods.length !== 2) return undefined;
  const against = reading.tags.filter(({ tag }) => tag === "op:difference" || tag === "cue:versus");
  // "so với Gia Lai 2023 thì năm 2022 nhiều hơn mấy": the year beside the place is the place's.
  const isFirst =
    other.end === first &&
    against.some(({ end }) => end <= other.at && other.at - end <= 1) &&
    !against.some(({ tag, at }) => tag === "op:difference" && at >= first && at < second);
  if (isFirst) return { periods: periods.toReversed(), places: [home, other.place], paired: true };
  const versus = against.some(({ at }) => at >= first && at < other.at);
  return versus && first <= other.at && other.at <= second
    ? { periods, places: [home, other.place], paired: true }
    : undefined;
}

/** "so với", "hơn", "chênh" compare two things; "chiếm mấy phần" is about a whole, "giảm mấy phần trăm" alone compares times. */
function setsAgainst({ tags, words }: Reading): boolean {
  return tags.some(
    ({ tag, at }) =>
      (tag === "op:times" && !isShareVerb(words[at])) ||
      tag === "cue:versus" ||
      (tag === "op:difference" && !/^(?:tăng|giảm|tang|giam)$/u.test(words[at] ?? "")),
  );
}

/** The two ends of "từ 2022 đến 2023" where a comparison is wanted. */
function ends(period: Period): Period[] {
  if (!period.label.startsWith("giai đoạn")) return [period];
  return [period.start, period.end].map((day) => yearPeriod(Number(day.slice(0, 4))));
}

/** "năm 2023 của Gia Lai hơn Lạng Sơn năm 2022": one place and one period on each side. */
function isOneEach({ tags, breaks, places, periodAt }: Reading): boolean {
  const between = tags.flatMap(({ tag, at }) =>
    /^(?:op:(?:difference|times)|cue:versus)$/u.test(tag) ? [at] : [],
  );
  const before = (cut: number, all: readonly number[]) => all.filter((at) => at <= cut).length;
  return [...between, ...breaks].some((cut) =>
    [places.map(({ at }) => at), periodAt].every((all) => all.length === 2 && before(cut, all) === 1),
  );
}

function alternates(reading: Reading): boolean {
  const order = [
    ...reading.places.map(({ at }) => ({ at, kind: "place" })),
    ...reading.periodAt.map((at) => ({ at, kind: "period" })),
  ].toSorted((a, b) => a.at - b.at);
  return order.every((item, i) => i === 0 || item.kind !== order[i - 1]?.kind);
}
