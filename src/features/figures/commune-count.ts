import { PROVINCE } from "../../language/province.ts";
import { list, type Reply, source, strong, text } from "../../messaging/reply.ts";
import { placeName } from "./describe.ts";
import type { FigureQuery } from "./figure-query.ts";
import { upperFirst, WORDING } from "./figures-wording.ts";
import { UNITS } from "./indicators.ts";
import { HOME, MERGER } from "./places.ts";
import type { ProvenanceWriter } from "./provenance.ts";
import { unitName } from "./units.ts";

/**
 * The communes and wards of the home province today, by its list in `province.json`: their names, or how many there are, for
 * the province whose figures don't say it. Undefined where something else is asked, another time or place among it.
 */
export function communesReply(query: FigureQuery, writer: ProvenanceWriter): Reply | undefined {
  const { indicators, operation, periods, places, unitTypes } = query;
  const isHome = indicators.join() === UNITS && places.every(({ area }) => area === HOME.area);
  const asked = PROVINCE.communes.filter(
    ({ kind }) => unitTypes.length === 0 || unitTypes.some((unit) => unitName(unit) === kind),
  );
  const listed = source(WORDING.communesList);
  if (isHome && operation === "names" && asked.length > 0 && (periods.at(-1)?.end ?? MERGER) >= MERGER) {
    const named = [...Map.groupBy(asked, ({ kind }) => kind)].map(
      ([kind, all]) => `${all.length} ${kind}: ${all.map(({ name }) => name).join(", ")}`,
    );
    return { blocks: [strong(WORDING.communesNow), list(...named.map(writer.quote)), listed] };
  }
  const counts = ["figure", "total"].includes(operation) && periods.length === 0;
  if (!isHome || !counts || unitTypes.includes("township")) return undefined;
  const kinds = Map.groupBy(PROVINCE.communes, ({ kind }) => kind);
  const all = [...kinds].map(([kind, { length }]) => `${length} ${kind}`).join(", ");
  const head = WORDING.communesListed(upperFirst(placeName(HOME)), all, String(PROVINCE.communes.length));
  return { blocks: [strong(writer.quote(head)), text(WORDING.communesListedNow), listed] };
}
