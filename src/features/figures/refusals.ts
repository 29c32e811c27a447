import type { Block, Button, Reply } from "../../messaging/reply.ts";
import { list, strong, text } from "../../messaging/reply.ts";
import { placeName, sources, writeNamed } from "./describe.ts";
import type { Fact } from "./fact.ts";
import { clarifyButtons } from "./figure-buttons.ts";
import { compares, type FigureQuery } from "./figure-query.ts";
import { lowerFirst, quoted, upperFirst, WORDING } from "./figures-wording.ts";
import { INDICATORS, indicatorOf, STANDARD, UNITS } from "./indicators.ts";
import { type Cell, communesWith, latestFact, type Measure, measureFact } from "./measure.ts";
import type { FigureRequest, Refusal } from "./parse/figure-request.ts";
import { COMMUNE_NAMES, FORMER_DISTRICTS, HOME } from "./places.ts";
import type { ProvenanceWriter } from "./provenance.ts";
import { unitName } from "./units.ts";

const MAX_NAMED = 5;

/** Asks for year and unit type, and offers those of the latest year that has figures. */
export function clarifyReply(facts: readonly Fact[], writer: ProvenanceWriter): Reply {
  const latest = latestFact(facts, [STANDARD], HOME);
  if (latest === undefined) return { blocks: [strong(WORDING.clarify)] };
  const place = placeName(HOME);
  const help = WORDING.clarifyHelp(place, latest.period, latest.end?.slice(0, 4) ?? "");
  return { blocks: [strong(WORDING.clarify), text(writer.quote(help))], buttons: clarifyButtons(facts) };
}

/** Says what of a question can't be used, and offers what can be asked. */
export function unclearReply(
  words: readonly string[],
  facts: readonly Fact[],
  writer: ProvenanceWriter,
): Reply {
  return {
    blocks: [strong(writer.quote(WORDING.unclear(quoted(words)))), text(WORDING.unclearHelp)],
    buttons: clarifyButtons(facts).slice(0, 3),
  };
}

/** Refuses what may not be answered, and says what can be asked instead. */
export function refusalReply(
  { reason, what, indicators, place }: Extract<FigureRequest, { kind: "refuse" }>,
  facts: readonly Fact[],
  writer: ProvenanceWriter,
): Reply {
  const home = placeName(HOME);
  const latest = latestFact(facts, indicators, place);
  const year = (latestFact(facts, [STANDARD], HOME) ?? facts.findLast(({ end }) => end))?.end?.slice(0, 4);
  const ofDistricts = facts.find(({ indicator, level }) => indicator === UNITS && level === "district");
  const awarded = INDICATORS.all.flatMap(({ id, by, title }) =>
    by !== undefined && latestFact(facts, [id], place) !== undefined ? [lowerFirst(title)] : [],
  );
  const each =
    reason === "rankProvinces" || reason === "whichProvinces" ? ofProvinces(indicators, facts) : [];
  const provinces = each.length === 0 ? WORDING.rankProvincesHelp : WORDING.eachProvince;
  const help: Readonly<Record<Refusal, readonly string[]>> = {
    fabricate: [WORDING.fabricate, WORDING.fabricateHelp],
    forecast: [
      WORDING.forecast(what),
      latest === undefined ? WORDING.forecastNoHelp : WORDING.forecastHelp(placeName(place), latest.period),
    ],
    absurdYear: [WORDING.absurdYear(what), ...(year === undefined ? [] : [WORDING.absurdYearHelp(year)])],
    absurdShare: [WORDING.absurdShare, WORDING.absurdShareHelp],
    why: [WORDING.why, WORDING.whyHelp],
    excluded: [WORDING.excluded, WORDING.excludedHelp],
    district: [WORDING.district, WORDING.typesAssessed, WORDING.districtHelp],
    unknownPlace: [
      WORDING.unknownPlace(what),
      WORDING.unknownPlaceHelp(home),
      ...(tellsCommunes(facts) ? [] : [WORDING.unknownPlaceByCommune]),
    ],
    rankPlaces: [
      WORDING.rankPlaces,
      WORDING.rankPlacesHelp,
      ...(ofDistricts === undefined ? [] : [WORDING.rankPlacesUnits(ofDistricts.period)]),
    ],
    awarder: [
      WORDING.awarder(what),
      ...(awarded.length === 0 ? [] : [WORDING.awarderHelp(awarded.join(", "))]),
    ],
    notCounted: [
      WORDING.notCounted(what),
      WORDING.notCountedHelp,
      ...(indicators.includes(STANDARD) ? [WORDING.typesAssessed] : []),
    ],
    whichProvinces: [
      each.length === 0
        ? WORDING.whichProvincesUnknown
        : WORDING.whichProvinces(indicatorsInWords(indicators)),
      provinces,
    ],
    rankProvinces: [WORDING.rankProvinces, provinces],
  };
  const [head = "", ...more] = help[reason].map(writer.quote);
  const noButtons: readonly Refusal[] = [
    "awarder",
    "why",
    "notCounted",
    "unknownPlace",
    "rankProvinces",
    "whichProvinces",
    "rankPlaces",
  ];
  const buttons = noButtons.includes(reason) ? [] : clarifyButtons(facts).slice(0, 3);
  return {
    blocks: [
      strong(head),
      text(more.join(" ")),
      ...(each.length === 0
        ? []
        : [
            list(...each.map((m) => `${upperFirst(placeName(m.place))}, ${writeNamed(m, writer)}`)),
            ...sources(each, writer),
          ]),
    ],
    buttons,
  };
}

const indicatorsInWords = (indicators: readonly string[]): string =>
  indicators.map((id) => lowerFirst(indicatorOf(id).title)).join(", ");

/** Each province's latest figure of one thing, in no order. */
function ofProvinces(indicators: readonly string[], facts: readonly Fact[]): readonly Measure[] {
  const own = facts.filter(({ province, area }) => province === area);
  const provinces = indicators.length === 1 ? [...new Set(own.map(({ province }) => province))] : [];
  return provinces.flatMap((province) => {
    const fact = latestFact(own, indicators, { province, area: province });
    return fact === undefined || fact.unitType !== undefined ? [] : [measureFact(fact, "exact")];
  });
}

/** True where a source gives the standard for each commune. */
const tellsCommunes = (facts: readonly Fact[]) => communesWith([STANDARD], facts).length > 0;

/** No such figure: says for which period, place and unit there is one, and offers the nearest. */
export function noDataBlocks(query: FigureQuery, facts: readonly Fact[], writer: ProvenanceWriter): Reply {
  const { area, province } = query.places[0] ?? { area: "", province: "" };
  const about = facts.filter((fact) => query.indicators.includes(fact.indicator) && fact.approx !== "?");
  const here = about.filter((fact) => query.places.some((place) => place.area === fact.area));
  const what = subject(query);
  const when = query.periods.map((period) => period.label).join(", ");
  const places = query.places.map((place) => placeName(place)).join(", ");
  const sameUnit = here.filter(
    (fact) =>
      query.unitTypes.length === 0 ||
      fact.unitType === undefined ||
      query.unitTypes.some((unit) => fact.unitType?.split("+").includes(unit)),
  );
  writer.use(about);
  const hints: Block[] = [text(WORDING.noSubstitute)];
  if (sameUnit.length > 0)
    hints.push(text(writer.quote(WORDING.hasPeriods(latestFirst(sameUnit).join("; ")))));
  else if (here.length > 0)
    hints.push(
      text(
        WORDING.hasUnits(
          [...new Set(here.map((fact) => unitName(fact.unitType ?? "")))].slice(0, MAX_NAMED).join("; "),
        ),
      ),
    );
  const namesakes = about.filter(
    (fact) => here.length === 0 && fact.area !== fact.province && bareName(fact.area) === bareName(area),
  );
  if (namesakes.length > 0) {
    const lines = namesakes.map((fact) => writeNamed(measureFact(fact, "exact"), writer));
    hints.push(text(WORDING.namesake(placeName(namesakes[0] ?? { area, province }), lines.join("; "))));
  } else if (here.length === 0 && about.length > 0)
    hints.push(text(WORDING.hasPlaces(placesWith(about, province === HOME.province).join("; "))));
  if (area !== province && query.indicators.includes(STANDARD) && !tellsCommunes(facts))
    hints.push(text(WORDING.byCommune));
  const name = bareName(area);
  if (area !== province && FORMER_DISTRICTS.includes(name) && COMMUNE_NAMES.has(name))
    hints.push(text(writer.quote(WORDING.sameName(name))));
  const twins = INDICATORS.lookalikes.find((pair) => pair.some((twin) => area === `xã ${twin}`));
  if (twins !== undefined) hints.push(text(writer.quote(WORDING.lookalike(...twins))));
  return {
    blocks: [
      strong(writer.quote(WORDING.noData(when, what, places))),
      ...hints,
      ...sources(
        namesakes.map((fact) => measureFact(fact, "exact")),
        writer,
      ),
    ],
    buttons: nearest(query, sameUnit),
  };
}

/** "Đồng Đăng" of "Thị trấn Đồng Đăng (cũ)". */
const bareName = (area: string): string =>
  area.replace(/^(?:Huyện|Thành phố|Thị trấn|Phường|Xã) | \(cũ\)$/giu, "");

/** What is asked for, in words: "xã, phường đạt chuẩn". */
function subject({ indicators, unitTypes }: FigureQuery): string {
  const units = unitTypes.map(unitName).join(", ");
  if (indicators[0] === STANDARD && units !== "") return WORDING.unitsMet(units);
  const about = indicators.map(indicatorOf);
  const { group } = about[0] ?? {};
  const titles = about.slice(0, 2).map(({ title }) => lowerFirst(title));
  return lowerFirst(
    about.length > 1 && about.every((one) => one.group === group)
      ? (group ?? titles.join(", "))
      : titles.join(", "),
  );
}

/**
 * What is asked of a period that has no number, said before all else: a comparison with it can't be made, and a part of it (a
 * month of the year) is another number.
 */
export function absentHead(
  cells: readonly Cell[],
  main: readonly Measure[],
  query: FigureQuery,
  writer: ProvenanceWriter,
): Block[] {
  if (query.claims.length > 0 || query.paired) return [];
  const told = [...new Set(main.map(({ indicator }) => indicator))];
  const what = subject({ ...query, indicators: told });
  const isOfPlaces = query.places.length > 1;
  const gone = cells.flatMap(({ measures, period, place }) =>
    measures.length > 0 ? [] : isOfPlaces ? WORDING.ofPlace(placeName(place)) : (period?.label ?? []),
  );
  const inside = [...new Set(main.flatMap(({ fit, wanted }) => (fit === "inside" ? (wanted ?? []) : [])))];
  const lacks =
    compares(query.operation) &&
    gone.length > 0 &&
    gone.length < cells.length &&
    (!isOfPlaces || main.length === 1);
  if (lacks) return [strong(writer.quote(WORDING.notComparedWith(gone.join(", "), what)))];
  return inside.length > 0 && main.every(({ fit }) => fit === "inside")
    ? [strong(writer.quote(WORDING.notWholePeriod(inside.join(", "), what)))]
    : [];
}

function latestFirst(facts: readonly Fact[]): string[] {
  const sorted = facts.toSorted((a, b) => (b.end ?? "").localeCompare(a.end ?? ""));
  return [...new Set(sorted.map((fact) => fact.period))].slice(0, MAX_NAMED);
}

function placesWith(facts: readonly Fact[], isAtHome: boolean): string[] {
  const isHome = ({ area }: Fact) => area === HOME.area;
  // Who asks for a place at home isn't helped by other provinces where the home province has the figure.
  const home = isAtHome ? facts.filter(isHome) : [];
  const homeFirst = facts.toSorted((a, b) => Number(isHome(b)) - Number(isHome(a)));
  return [
    ...new Set((home.length > 0 ? home : homeFirst).map((fact) => `${placeName(fact)} (${fact.period})`)),
  ].slice(0, MAX_NAMED);
}

function nearest(query: FigureQuery, facts: readonly Fact[]): readonly Button[] {
  const wanted = Date.parse(query.periods[0]?.start ?? "");
  const gap = ({ start = "" }: Fact) => Math.abs(Date.parse(start) - wanted);
  const [best] = facts.filter((fact) => fact.start !== undefined).toSorted((a, b) => gap(a) - gap(b));
  const year = best?.period.match(/^năm (\d{4})$/u)?.[1];
  if (year === undefined || Number.isNaN(wanted) || query.places[0]?.area !== HOME.area) return [];
  return [{ label: upperFirst(`xem năm ${year}`), payload: `năm ${year}` }];
}
