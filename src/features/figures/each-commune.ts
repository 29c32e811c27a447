import type { Fact } from "./fact.ts";
import { isOf } from "./measure.ts";
import type { FigureRequest } from "./parse/figure-request.ts";
import { HOME } from "./places.ts";
import { COMMUNE_LEVEL } from "./units.ts";

/** "các xã", "từng xã, phường", "theo xã": each commune by itself is meant, where its figures are stored. */
const EACH = /(?:^| )(?:cac|tung|moi|theo(?: tung)?) (?:xa|phuong|dia phuong|dia ban)(?: |$)/u;
const PLACES: ReadonlySet<string> = new Set([...COMMUNE_LEVEL, "communeLevel"]);

/**
 * "khu dân cư các xã năm …": the same for each commune, instead of a type "xã" beside the one that is counted.
 * @param folded the question's words without marks
 */
export function withEachCommune(
  request: FigureRequest,
  facts: readonly Fact[],
  folded: readonly string[],
): FigureRequest {
  if (request.kind !== "query" || !EACH.test(folded.join(" "))) return request;
  const { query } = request;
  const unitTypes = query.unitTypes.filter((type) => !PLACES.has(type));
  const isStored = facts.some(
    (fact) =>
      fact.level === "commune" &&
      fact.province === HOME.province &&
      (unitTypes.length === 0 || unitTypes.includes(fact.unitType ?? "")) &&
      isOf(query, fact),
  );
  const isHome = query.places.every(({ area }) => area === HOME.area);
  const operation = query.operation === "figure" ? "ranking" : query.operation;
  return isStored && isHome && unitTypes.length > 0
    ? { kind: "query", query: { ...query, operation, unitTypes, each: "commune" } }
    : request;
}
