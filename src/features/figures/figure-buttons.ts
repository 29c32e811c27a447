import type { Button } from "../../messaging/reply.ts";
import type { FigureQuery } from "./figure-query.ts";
import { STANDARD } from "./indicators.ts";
import type { Measure } from "./measure.ts";

const YEAR_WITH_FIGURES = 2022;

/** The likely choices when neither year nor unit type was said. */
export function clarifyButtons(): readonly Button[] {
  return [
    { label: "Cả 7 loại, 2022", payload: `/solieu 7 loai ${YEAR_WITH_FIGURES}` },
    { label: "Khu dân cư, 2022", payload: `/solieu khu dan cu ${YEAR_WITH_FIGURES}` },
    { label: "Xã, 2022", payload: `/solieu xa dat ${YEAR_WITH_FIGURES}` },
    { label: "Phường, 2022", payload: `/solieu phuong dat ${YEAR_WITH_FIGURES}` },
    { label: "Doanh nghiệp, 2022", payload: `/solieu doanh nghiep ${YEAR_WITH_FIGURES}` },
  ];
}

/** What people ask next after a figure of the safety standard. */
export function nextButtons(query: FigureQuery, main: readonly Measure[]): readonly Button[] {
  const [first] = main;
  if (first?.indicator !== STANDARD || first.place.area !== "Lạng Sơn" || first.whole === undefined)
    return [];
  const year = first.facts[0]?.start?.slice(0, 4) ?? "";
  const all = { label: "Cả 7 loại", payload: `/solieu 7 loai ${year}` };
  const missing = { label: "Chưa đạt", payload: "còn bao nhiêu chưa đạt" };
  return [
    ...(query.unitTypes.length === 1 && query.operation !== "shortfall" ? [missing] : []),
    ...(query.unitTypes.length === 1 ? [all] : []),
    { label: "Nguồn số liệu", payload: "nguồn ở đâu" },
  ];
}
