import { describe, expect, it } from "vitest";
import { FACTS } from "../../../test/figures/fixtures.ts";
import type { Fact } from "./fact.ts";
import type { FigureQuery } from "./figure-query.ts";
import { STANDARD } from "./indicators.ts";
import { addUp, latestFact, measureCells } from "./measure.ts";
import { yearPeriod } from "./parse/periods.ts";
import { HOME } from "./places.ts";

const fact = (changes: Partial<Fact>): Fact => {
  const [first] = FACTS.filter(({ id }) => id === "LS2022-models-new");
  if (first === undefined) throw new Error("no such figure");
  return { ...first, ...changes };
};
const query = (year: number): FigureQuery => ({
  operation: "figure",
  indicators: ["models_new"],
  unitTypes: [],
  periods: [yearPeriod(year)],
  places: [HOME],
  paired: false,
  together: false,
  notMet: false,
  wants: "any",
  claims: [],
});
const told = (year: number, ...facts: readonly Fact[]) =>
  measureCells(query(year), facts).flatMap(({ measures }) =>
    measures.map(({ facts: [one], fit }) => [one?.id, fit]),
  );

describe("measures", () => {
  const year = fact({ id: "year" });
  const month = fact({ id: "month", start: "2022-04-01", end: "2022-04-30" });
  const years = fact({ id: "years", start: "2021-01-01", end: "2022-12-31" });

  it("takes the figure that fits the period best, and says how it fits", () => {
    expect(told(2022, month, years, year)).toEqual([["year", "exact"]]);
    expect(told(2022, years, month)).toEqual([["month", "inside"]]);
    expect(told(2022, years)).toEqual([["years", "covers"]]);
    expect(told(2023, year, month, years)).toEqual([]);
  });

  it("finds the latest figure of a place, not one without a number or of elsewhere", () => {
    const later = fact({ end: "2024-12-31", area: "xã Na Sầm" });
    const unsaid = fact({ end: "2025-12-31", approx: "?" });
    expect(latestFact([month, year, later, unsaid], ["models_new"], HOME)?.id).toBe("year");
    expect(latestFact([year], [STANDARD], HOME)).toBeUndefined();
  });

  it("adds up what is alike and counted exactly, nothing else", () => {
    const [a, b] = measureCells(
      { ...query(2022), indicators: [STANDARD], unitTypes: ["commune", "ward"] },
      FACTS,
    ).flatMap(({ measures }) => measures);
    if (a === undefined || b === undefined) throw new Error("no figures");
    expect(addUp([a, b])).toMatchObject({ count: { num: 177n }, whole: { num: 186n } });
    expect(addUp([a, a])).toBeUndefined();
    expect(addUp([a, { ...b, period: "năm 2023" }])).toBeUndefined();
    expect(addUp([a, { ...b, approx: "~" }])).toBeUndefined();
  });
});
