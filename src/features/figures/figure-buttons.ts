import { fold } from "../../language/fold.ts";
import type { Button } from "../../messaging/reply.ts";
import type { Fact } from "./fact.ts";
import type { FigureQuery } from "./figure-query.ts";
import { upperFirst } from "./figures-wording.ts";
import { STANDARD } from "./indicators.ts";
import { latestFact, type Measure } from "./measure.ts";
import { HOME } from "./places.ts";
import { ASSESSED, unitName } from "./units.ts";

const ALL_TYPES = `${ASSESSED.length} loại`;
/** The types that people ask for most. */
const LIKELY = ["residentialArea", "commune", "ward", "enterprise"];

/** The likely choices when neither year nor unit type was said: of the latest year that has figures. */
export function clarifyButtons(facts: readonly Fact[]): readonly Button[] {
  const year = latestFact(facts, [STANDARD], HOME)?.end?.slice(0, 4);
  if (year === undefined) return [];
  return [ALL_TYPES, ...LIKELY.map(unitName)].map((units, i) => ({
    label: `${i === 0 ? `Cả ${units}` : upperFirst(units)}, ${year}`,
    payload: fold(`/solieu ${units} ${year}`),
  }));
}

/** Likely next questions after a figure of the safety standard. */
export function nextButtons(query: FigureQuery, main: readonly Measure[]): readonly Button[] {
  const [first] = main;
  if (first?.indicator !== STANDARD || first.place.area !== HOME.area || first.whole === undefined) return [];
  const year = first.facts[0]?.start?.slice(0, 4) ?? "";
  const all = { label: `Cả ${ALL_TYPES}`, payload: fold(`/solieu ${ALL_TYPES} ${year}`) };
  const missing = { label: "Chưa đạt", payload: "còn bao nhiêu chưa đạt" };
  return [
    ...(query.unitTypes.length === 1 && query.operation !== "shortfall" ? [missing] : []),
    ...(query.unitTypes.length === 1 ? [all] : []),
    { label: "Nguồn số liệu", payload: "nguồn ở đâu" },
  ];
}
