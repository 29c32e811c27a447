import { PROVINCE } from "../../language/province.ts";
import { type Reply, source, strong, text } from "../../messaging/reply.ts";
import { placeName } from "./describe.ts";
import type { FigureQuery } from "./figure-query.ts";
import { upperFirst, WORDING } from "./figures-wording.ts";
import { UNITS } from "./indicators.ts";
import { HOME } from "./places.ts";
import type { ProvenanceWriter } from "./provenance.ts";

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
