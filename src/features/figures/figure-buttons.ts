import { fold } from "../../language/fold.ts";
import { type Button, MOST_BUTTONS, type Reply } from "../../messaging/reply.ts";
import type { Fact } from "./fact.ts";
import type { FigureQuery } from "./figure-query.ts";
import { upperFirst, WORDING } from "./figures-wording.ts";
import { STANDARD } from "./indicators.ts";
import { latestFact, type Measure } from "./measure.ts";
import type { FigureRequest } from "./parse/figure-request.ts";
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

/** Asks for all notes of the last answer. */
export const DETAILS = "/solieu chi tiet";

/** The same figures as files: a table for a chart, also a page for what a year has. */
export function withFileButtons(reply: Reply, request: FigureRequest): Reply {
  const [period] = request.kind === "summary" ? request.periods : [];
  const files = [
    { label: WORDING.excelButton, payload: period === undefined ? "/xuat" : fold(`/xuat ${period.label}`) },
    ...(period === undefined
      ? []
      : [{ label: WORDING.pdfButton, payload: fold(`/xuat pdf ${period.label}`) }]),
  ];
  const others = (reply.buttons ?? []).slice(0, MOST_BUTTONS - files.length);
  return { ...reply, buttons: [...files, ...others] };
}

/** Likely next questions after a figure of the safety standard. */
export function nextButtons(query: FigureQuery, main: readonly Measure[], hides: boolean): readonly Button[] {
  const [first] = main;
  const more = hides ? [{ label: WORDING.detailsButton, payload: DETAILS }] : [];
  if (first?.indicator !== STANDARD || first.place.area !== HOME.area || first.whole === undefined)
    return more;
  const year = first.facts[0]?.start?.slice(0, 4) ?? "";
  const all = { label: `Cả ${ALL_TYPES}`, payload: fold(`/solieu ${ALL_TYPES} ${year}`) };
  const missing = { label: "Chưa đạt", payload: "còn bao nhiêu chưa đạt" };
  return [
    ...(query.unitTypes.length === 1 && query.operation !== "shortfall" ? [missing] : []),
    ...(query.unitTypes.length === 1 ? [all] : []),
    ...(hides ? more : [{ label: "Nguồn số liệu", payload: "nguồn ở đâu" }]),
  ];
}
