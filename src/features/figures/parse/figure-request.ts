import type { FigureQuery, Place } from "../figure-query.ts";

/** What a message asks of the figures. */
export type FigureRequest =
  | { readonly kind: "query"; readonly query: FigureQuery }
  /** The safety standard without year or unit type: to be asked back. */
  | { readonly kind: "clarify"; readonly query: FigureQuery }
  | {
      readonly kind: "refuse";
      readonly reason: Refusal;
      /** The words that are at fault, where the refusal names them. */
      readonly what: string;
      readonly indicators: readonly string[];
      readonly place: Place;
    }
  /** The arithmetic of the circular that went before today's. */
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
