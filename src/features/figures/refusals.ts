import type { Block, Button, Reply } from "../../messaging/reply.ts";
import { strong, text } from "../../messaging/reply.ts";
import { placeName } from "./describe.ts";
import type { Fact } from "./fact.ts";
import { clarifyButtons } from "./figure-buttons.ts";
import type { FigureQuery } from "./figure-query.ts";
import { upperFirst, WORDING } from "./figures-wording.ts";
import { indicatorOf, MODELS, STANDARD } from "./indicators.ts";
import type { Refusal } from "./parse/figure-request.ts";
import { FORMER_DISTRICTS, LOOKALIKES } from "./places.ts";
import type { Pen } from "./provenance.ts";
import { unitName } from "./units.ts";

const MAX_NAMED = 5;

/** Says no to what may not be answered, and what can be asked instead. */
export function refusalReply(reason: Refusal, what: string, pen: Pen): Reply {
  const help: Readonly<Record<Refusal, readonly [string, string]>> = {
    fabricate: [WORDING.fabricate, WORDING.fabricateHelp],
    forecast: [WORDING.forecast, WORDING.forecastHelp],
    absurdYear: [WORDING.absurdYear(what), WORDING.absurdYearHelp],
    absurdShare: [WORDING.absurdShare, WORDING.absurdShareHelp],
    excluded: [WORDING.excluded, WORDING.excludedHelp],
    district: [WORDING.district, WORDING.districtHelp],
    unknownPlace: [WORDING.unknownPlace(what), WORDING.unknownPlaceHelp],
    rankPlaces: [WORDING.rankPlaces, WORDING.rankPlacesHelp],
    rankProvinces: [WORDING.rankProvinces, WORDING.rankProvincesHelp],
  };
  const [head, more] = help[reason];
  for (const words of [head, more]) pen.quote(words);
  const noButtons: readonly Refusal[] = ["unknownPlace", "rankProvinces", "rankPlaces"];
  const buttons = noButtons.includes(reason) ? [] : clarifyButtons().slice(0, 3);
  return { blocks: [strong(head), text(more)], buttons };
}

/** No such figure: says for which period, place and unit there is one, and offers the nearest. */
export function noDataBlocks(query: FigureQuery, facts: readonly Fact[], pen: Pen): Reply {
  const { area, province } = query.places[0] ?? { area: "", province: "" };
  const about = facts.filter((fact) => query.indicators.includes(fact.indicator) && fact.approx !== "?");
  const here = about.filter((fact) => query.places.some((place) => place.area === fact.area));
  const units = query.unitTypes.map(unitName).join(", ");
  const title = subject(query);
  const what = query.indicators[0] === STANDARD && units !== "" ? `${units} đạt chuẩn` : lower(title);
  const when = query.periods.map((period) => period.label).join(", ");
  const places = query.places.map((place) => placeName(place.area, place.province)).join(", ");
  const sameUnit = here.filter(
    (fact) =>
      query.unitTypes.length === 0 ||
      fact.unitType === undefined ||
      query.unitTypes.some((unit) => fact.unitType?.split("+").includes(unit)),
  );
  pen.use(about);
  const hints: Block[] = [text(WORDING.noSubstitute)];
  if (sameUnit.length > 0) hints.push(text(pen.quote(WORDING.hasPeriods(latestFirst(sameUnit).join("; ")))));
  else if (here.length > 0)
    hints.push(
      text(
        WORDING.hasUnits(
          [...new Set(here.map((fact) => unitName(fact.unitType ?? "")))].slice(0, MAX_NAMED).join("; "),
        ),
      ),
    );
  if (here.length === 0 && about.length > 0)
    hints.push(text(WORDING.hasPlaces(placesWith(about).join("; "))));
  if (area !== province && query.indicators.includes(STANDARD)) hints.push(text(WORDING.byCommune));
  const name = area.replace(/^(?:Huyện|xã) | \(cũ\)$/gu, "");
  if (area !== province && FORMER_DISTRICTS.includes(name))
    hints.push(text(pen.quote(WORDING.sameName(name))));
  const twins = LOOKALIKES.find((pair) => pair.some((twin) => area === `xã ${twin}`));
  if (twins !== undefined) hints.push(text(pen.quote(WORDING.lookalike(...twins))));
  return {
    blocks: [strong(pen.quote(WORDING.noData(when, what, places))), ...hints],
    buttons: nearest(query, sameUnit),
  };
}

function subject(query: FigureQuery): string {
  const models =
    query.indicators.length > 1 && query.indicators.every((id) => (MODELS as readonly string[]).includes(id));
  return models
    ? "Số mô hình"
    : query.indicators
        .map((id) => indicatorOf(id).title)
        .slice(0, 2)
        .join(", ");
}

const lower = (words: string) => words.charAt(0).toLocaleLowerCase("vi") + words.slice(1);

function latestFirst(facts: readonly Fact[]): string[] {
  const sorted = facts.toSorted((a, b) => (b.end ?? "").localeCompare(a.end ?? ""));
  return [...new Set(sorted.map((fact) => fact.period))].slice(0, MAX_NAMED);
}

function placesWith(facts: readonly Fact[]): string[] {
  return [...new Set(facts.map((fact) => `${placeName(fact.area, fact.province)} (${fact.period})`))].slice(
    0,
    MAX_NAMED,
  );
}

function nearest(query: FigureQuery, facts: readonly Fact[]): readonly Button[] {
  const wanted = query.periods[0]?.start ?? "9999";
  const gap = (fact: Fact) => Math.abs(Date.parse(fact.start ?? "1900-01-01") - Date.parse(wanted));
  const [best] = facts.filter((fact) => fact.start !== undefined).toSorted((a, b) => gap(a) - gap(b));
  const year = best?.period.match(/^năm (\d{4})$/u)?.[1];
  const own = query.places[0]?.area === "Lạng Sơn";
  if (year === undefined || !own || query.periods.length === 0) return [];
  return [{ label: upperFirst(`xem năm ${year}`), payload: `năm ${year}` }];
}
