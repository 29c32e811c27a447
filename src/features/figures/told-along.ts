import { fold } from "../../language/fold.ts";
import { syllables } from "../../language/syllables.ts";
import { type Block, list, text } from "../../messaging/reply.ts";
import { placeName, writeNamed } from "./describe.ts";
import type { Fact } from "./fact.ts";
import { compares, type FigureQuery } from "./figure-query.ts";
import { upperFirst, WORDING } from "./figures-wording.ts";
import { indicatorOf, RECOGNISED, STANDARD } from "./indicators.ts";
import { type Cell, type Measure, measureCells } from "./measure.ts";
import { TODAY } from "./places.ts";
import type { ProvenanceWriter } from "./provenance.ts";

/** Of several indicators ("mô hình") those that both sides have, so that they can be compared. */
export function comparedIndicators(query: FigureQuery, cells: readonly Cell[]): readonly string[] {
  const filled = cells.filter((cell) => cell.measures.length > 0);
  const shared = compares(query.operation) && filled.length > 1 ? commonIndicator(filled) : undefined;
  return shared === undefined ? query.indicators : [shared];
}

/**
 * What a source gives instead: the province's own recognitions, where no type was asked for; the kinds of models where
 * their number isn't told; the counts of both periods where no rise or fall is.
 */
export function recognised(query: FigureQuery, facts: readonly Fact[]): FigureQuery | undefined {
  const { counts } = indicatorOf(query.indicators[0] ?? "");
  if (counts !== undefined && query.periods.length > 1) {
    const compared = { ...query, indicators: [counts], operation: "difference" as const };
    return measureCells(compared, facts).every((cell) => cell.measures.length > 0) ? compared : undefined;
  }
  const plain = query.operation === "figure" || query.operation === "total";
  const own =
    plain && query.indicators.join() === STANDARD && query.unitTypes.length === 0 ? RECOGNISED : undefined;
  const { parts = own } = indicatorOf(query.indicators[0] ?? "");
  if (parts === undefined) return undefined;
  const nearest = { ...query, indicators: [parts] };
  return measureCells(nearest, facts).some((cell) => cell.measures.length > 0) ? nearest : undefined;
}

/** A rise or fall is stored for the later period alone. */
export function latestOfChange(query: FigureQuery): FigureQuery {
  const isChange = query.indicators.some((id) => indicatorOf(id).kind === "change");
  return isChange ? { ...query, periods: query.periods.slice(0, 1) } : query;
}

/** Indicators that are added to the requested one, where they have a figure in the same cell. */
export function withCompanions(query: FigureQuery, facts: readonly Fact[]): FigureQuery {
  if (!["figure", "total", "average"].includes(query.operation)) return query;
  const also = query.indicators
    .flatMap((id) => indicatorOf(id).with ?? [])
    .filter((id) => facts.some((fact) => fact.indicator === id));
  return { ...query, indicators: [...new Set([...query.indicators, ...also])] };
}

/** The indicator for which every cell has a figure. */
export function commonIndicator(cells: readonly Cell[]): string | undefined {
  return cells[0]?.measures
    .map((m) => m.indicator)
    .find((id) => cells.every((cell) => cell.measures.some((m) => m.indicator === id)));
}

/** What is told along, one line for each. */
export function companionBlock(also: readonly Measure[], writer: ProvenanceWriter): Block[] {
  const isOnePlace = new Set(also.map(({ place }) => place.area)).size === 1;
  const named = (m: Measure) =>
    `${isOnePlace ? "" : `${upperFirst(placeName(m.place))}: `}${writeNamed(m, writer)}`;
  return also.length === 0 ? [] : [list(...also.map(named))];
}

/** Says which commune of today the figure is of, where the question names one that was merged into it. */
export function mergedBlocks({ places }: FigureQuery, question: string): Block[] {
  const asked = ` ${syllables(fold(question)).join(" ")} `;
  return [...TODAY].flatMap(([old, { area }]) =>
    places.some((place) => place.area === area) && asked.includes(` ${fold(old)} `)
      ? [text(WORDING.mergedInto(old, area))]
      : [],
  );
}
