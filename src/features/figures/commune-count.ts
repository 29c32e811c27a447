import { PROVINCE } from "../../language/province.ts";
import { list, type Reply, source, strong, text } from "../../messaging/reply.ts";
import { placeName } from "./describe.ts";
import type { FigureQuery } from "./figure-query.ts";
import { upperFirst, WORDING } from "./figures-wording.ts";
import { UNITS } from "./indicators.ts";
import { HOME, MERGER } from "./places.ts";
import type { ProvenanceWriter } from "./provenance.ts";
import { unitName } from "./units.ts";

/** The names of the communes and wards of today; undefined where something else is asked. */
export function communeNamesReply(query: FigureQuery, writer: ProvenanceWriter): Reply | undefined {
  const { indicators, operation, periods, places, unitTypes } = query;
  const isNow = periods.every(({ end }, i) => i < periods.length - 1 || end >= MERGER);
  const named = PROVINCE.communes.filter(
    ({ kind }) => unitTypes.length === 0 || unitTypes.some((unit) => unitName(unit) === kind),
  );
  const isAsked = indicators.join() === UNITS && operation === "names" && isNow && named.length > 0;
  if (!isAsked || !places.every(({ area }) => area === HOME.area)) return undefined;
  const kinds = [...Map.groupBy(named, ({ kind }) => kind)];
  const lines = kinds.map(
    ([kind, all]) => `${all.length} ${kind}: ${all.map(({ name }) => name).join(", ")}`,
  );
  return {
    blocks: [strong(WORDING.communesNow), list(...lines.map(writer.quote)), source(WORDING.communesList)],
  };
}

/**
 * How many communes and wards the home province has today, by its list in `province.json`: for the province whose
 * figures don't say it. Undefined where something else is asked, another time or place among it.
 */
export function communeCountReply(query: FigureQuery, writer: ProvenanceWriter): Reply | undefined {
  const { indicators, operation, periods, places, unitTypes } = query;
  const isAsked =
    indicators.join() === UNITS &&
    ["figure", "total"].includes(operation) &&
    periods.length === 0 &&
    places.every(({ area }) => area === HOME.area) &&
    !unitTypes.includes("township");
  if (!isAsked) return undefined;
  const kinds = Map.groupBy(PROVINCE.communes, ({ kind }) => kind);
  const counts = [...kinds].map(([kind, { length }]) => `${length} ${kind}`).join(", ");
  const head = WORDING.communesListed(upperFirst(placeName(HOME)), counts, String(PROVINCE.communes.length));
  return {
    blocks: [strong(writer.quote(head)), text(WORDING.communesListedNow), source(WORDING.communesList)],
  };
}
