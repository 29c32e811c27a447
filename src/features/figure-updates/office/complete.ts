import { displayDate, localDay } from "../../../language/dates.ts";
import { fold } from "../../../language/fold.ts";
import type { Fact } from "../../figures/fact.ts";
import { indicatorOf } from "../../figures/indicators.ts";
import { HOME, MERGER, NATION } from "../../figures/places.ts";
import { unitName } from "../../figures/units.ts";
import type { OfficeFigure } from "./office-figure.ts";

/** What figures of a file have that they don't say themselves. */
export interface Defaults {
  /** The file as a source, where it names none. */
  readonly source: string;
  /** The day that it was sent. */
  readonly now: number;
}

/**
 * A figure as the store keeps it: the one that it corrects with what the table says, or a new one that is like the
 * figures of its kind. A number that changes without a source of its own comes from the file.
 */
export function completed(
  said: OfficeFigure,
  facts: readonly Fact[],
  { source, now }: Defaults,
): Partial<Fact> {
  const figure = { ...said, unitType: said.unitType ?? onlyType(said, facts) };
  const kin = facts.filter(
    ({ indicator, unitType, detail }) =>
      indicator === figure.indicator &&
      (unitType ?? "") === (figure.unitType ?? "") &&
      (figure.detail === undefined || detail === figure.detail),
  );
  const before = presentOf(figure, kin);
  const given = saidIn(figure);
  if (before !== undefined) {
    const isSame = sameNumbers(before, figure);
    if (isSame && figure.source === undefined)
      return { ...before, ...given, unit: figure.unit ?? before.unit };
    const { numerator, denominator, value, url, locator, note, ...rest } = before;
    const keepsSource = figure.source === before.source;
    return {
      ...rest,
      ...(figure.denominator === undefined &&
        figure.numerator !== undefined &&
        denominator !== undefined && { denominator }),
      ...(keepsSource && { url, locator, note }),
      ...(isSame && { numerator, denominator, value }),
      ...(!keepsSource && rest.coverage === "part" && { coverage: "whole" as const }),
      source,
      ...(!keepsSource && { asOf: today(now) }),
      ...given,
    };
  }
  const [latest] = kin
    .filter(({ area, province }) => area === figure.place.area && province === figure.place.province)
    .concat(kin)
    .toSorted((a, b) => rank(b, figure) - rank(a, figure) || (b.end ?? "").localeCompare(a.end ?? ""));
  const { start, end, label } = figure.period;
  return {
    id: idOf(figure),
    ...figure.place,
    level: levelOf(figure),
    territory: (end ?? "9") >= MERGER ? "after" : "before",
    start,
    end,
    period: label,
    coverage: latest?.coverage === "moment" ? "moment" : "whole",
    indicator: figure.indicator,
    unitType: figure.unitType,
    basis: latest?.basis,
    unit: latest?.unit ?? unitOf(figure),
    asOf: today(now),
    source,
    audience: "public",
    ...given,
  };
}

/** What is counted where only one thing ever was: awards to collectives. */
function onlyType({ indicator, detail, place }: OfficeFigure, facts: readonly Fact[]): string | undefined {
  const types = new Set(
    facts.flatMap((fact) =>
      fact.indicator === indicator &&
      fact.approx !== "?" &&
      fact.area === place.area &&
      (detail === undefined || fact.detail === detail)
        ? [fact.unitType]
        : [],
    ),
  );
  return types.size === 1 ? [...types][0] : undefined;
}

/** The stored figure of the same thing: of several sources' the one with the source that the table names. */
function presentOf(figure: OfficeFigure, kin: readonly Fact[]): Fact | undefined {
  const { place, period, source, detail, basis } = figure;
  const same = kin.filter(
    (fact) =>
      fact.area === place.area &&
      fact.province === place.province &&
      (period.start === undefined
        ? fold(fact.period) === fold(period.label)
        : fact.start === period.start && fact.end === period.end) &&
      (detail === undefined
        ? fact.detail === undefined || kin.every((other) => other.detail === fact.detail)
        : true) &&
      (basis === undefined || fact.basis === basis),
  );
  if (source === undefined)
    return same.length === 1 ? same[0] : (same.find((fact) => sameNumbers(fact, figure)) ?? same[0]);
  return (
    same.find((fact) => fact.source === source && sameNumbers(fact, figure)) ??
    same.find((fact) => fact.source === source) ??
    (same.length === 1 ? same[0] : undefined)
  );
}

const sameNumbers = (fact: Fact, { numerator, denominator, value }: OfficeFigure): boolean =>
  (numerator ?? fact.numerator) === fact.numerator &&
  (denominator ?? fact.denominator) === fact.denominator &&
  (value === undefined || Number(value) === Number(fact.value ?? fact.numerator));

const rank = (fact: Fact, { place }: OfficeFigure): number => (fact.area === place.area ? 1 : 0);

const FIELDS = [
  "numerator",
  "denominator",
  "value",
  "unit",
  "approx",
  "asOf",
  "source",
  "url",
  "locator",
  "detail",
  "basis",
  "note",
  "audience",
] as const satisfies readonly (keyof OfficeFigure & keyof Fact)[];

/** The fields that the table itself fills. */
const saidIn = (figure: OfficeFigure): Partial<Fact> =>
  Object.fromEntries(FIELDS.filter((name) => figure[name] !== undefined).map((name) => [name, figure[name]]));

function levelOf({ place: { area, province } }: OfficeFigure): Fact["level"] {
  if (area === NATION.area) return "nation";
  if (area === province) return "province";
  return /^(?:huyện|thành phố|thị xã|quận) /iu.test(area) ? "district" : "commune";
}

const unitOf = ({ indicator, unitType }: OfficeFigure): string =>
  indicatorOf(indicator).unit ?? (unitType === undefined ? "" : unitName(unitType));

const today = (now: number): string => displayDate(localDay(now));

/** Made of what the figure is about, so that the same table sent again makes the same. */
function idOf({ place, indicator, unitType = "", detail = "", period }: OfficeFigure): string {
  const words = [
    place.province === HOME.province ? "" : place.province,
    place.area,
    period.label,
    indicator,
    unitType,
    detail,
  ];
  const slug = words.map((word) => fold(word).replace(/[^a-z0-9]+/gu, "-")).filter((word) => word !== "");
  return ["gui", ...slug]
    .join("_")
    .replace(/-+(?=_|$)|(?<=_)-+/gu, "")
    .slice(0, LONGEST_ID);
}

const LONGEST_ID = 80;
