import type { FigureQuery } from "../figure-query.ts";

/** What a message asks of the figures. */
export type FigureRequest =
  | { readonly kind: "query"; readonly query: FigureQuery }
  /** The safety standard without year or unit type: to be asked back. */
  | { readonly kind: "clarify"; readonly query: FigureQuery }
  | { readonly kind: "refuse"; readonly reason: Refusal; readonly what: string }
  /** The arithmetic of the circular that ended on 10/02/2022. */
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
