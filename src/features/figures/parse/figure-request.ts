import type { FigureQuery, Place } from "../figure-query.ts";

/** A request for figures. */
export type FigureRequest =
  | { readonly kind: "query"; readonly query: FigureQuery }
  /** The safety standard without year or unit type: we ask back. */
  | { readonly kind: "clarify"; readonly query: FigureQuery }
  | {
      readonly kind: "refuse";
      readonly reason: Refusal;
      /** The words that cause the refusal, where it names them. */
      readonly what: string;
      readonly indicators: readonly string[];
      readonly place: Place;
    }
  /** The calculation of the previous circular. */
  | { readonly kind: "oldRule"; readonly total: number; readonly met: number | undefined };

export type Refusal =
  | "fabricate"
  | "forecast"
  | "absurdYear"
  | "absurdShare"
  | "district"
  | "unknownPlace"
  | "rankProvinces"
  | "rankPlaces"
  | "excluded";
