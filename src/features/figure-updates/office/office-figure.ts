import type { Approximation, Fact } from "../../figures/fact.ts";
import type { Place } from "../../figures/figure-query.ts";

/** A period as a table says it; a stored label may have no days. */
export interface SaidPeriod {
  readonly label: string;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

/** One figure as an office's table states it: what the table leaves out is completed from what is stored. */
export interface OfficeFigure {
  /** Where it stands, as people name it: "dòng 7", "trang 2025, dòng 7". */
  readonly where: string;
  readonly line: number;
  readonly place: Place;
  readonly indicator: string;
  readonly period: SaidPeriod;
  readonly unitType?: string | undefined;
  readonly numerator?: string | undefined;
  readonly denominator?: string | undefined;
  readonly value?: string | undefined;
  /** The share that the table tells, for comparing with the computed one. */
  readonly share?: string | undefined;
  readonly unit?: string | undefined;
  readonly approx?: Approximation | undefined;
  readonly asOf?: string | undefined;
  readonly source?: string | undefined;
  readonly url?: string | undefined;
  readonly locator?: string | undefined;
  readonly detail?: string | undefined;
  readonly basis?: string | undefined;
  readonly note?: string | undefined;
  readonly audience?: Fact["audience"] | undefined;
}

/** Why a row was left out; `column` is its heading. */
export interface OfficeRefusal {
  readonly where: string;
  readonly line: number;
  readonly column?: string;
  readonly why: string;
}

/** What tables said and what of it can't be used. */
export interface OfficeReading {
  readonly figures: readonly OfficeFigure[];
  readonly refused: readonly OfficeRefusal[];
  /** Rows of places or types that have no numbers yet. */
  readonly blank: number;
  /** Rows of sums, which are no figures of their own, with what they say and what their rows add up to. */
  readonly sums: readonly {
    readonly where: string;
    readonly title: string;
    readonly said: string;
    readonly added: string;
  }[];
}
