import type { FigureQuery, Period, Place } from "../figure-query.ts";

/** A request for figures. */
export type FigureRequest =
  | {
      readonly kind: "query";
      readonly query: FigureQuery;
      /** What the message names and the query doesn't use, in the person's words. */
      readonly leftOut?: readonly string[];
    }
  /** The ends of different orders, asked for in one message. */
  | { readonly kind: "several"; readonly queries: readonly FigureQuery[] }
  /** Something that decides whose number it is can't be used: we ask back. */
  | { readonly kind: "unclear"; readonly words: readonly string[] }
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
  /** Everything of one or several periods, to be read out. */
  | {
      readonly kind: "summary";
      readonly periods: readonly Period[];
      readonly place: Place;
      /** How many words say something else. */
      readonly unread: number;
      /** Everything is wanted, however long it is. */
      readonly isWhole: boolean;
      /** What is to be told; undefined for everything of the periods. */
      readonly asked?: readonly FigureQuery[];
      /** How long it should be; undefined for what fits on two screens of a phone. */
      readonly sentences: number | undefined;
    }
  /** Of which period the figures of a source are, which is named by its day. */
  | { readonly kind: "periodOf" }
  /** What has that number in these periods. */
  | {
      readonly kind: "numberOf";
      readonly value: string;
      readonly periods: readonly Period[];
      readonly place: Place;
    }
  /** Two numbers of the person's own, and how far apart they are. */
  | { readonly kind: "ownNumbers"; readonly from: string; readonly to: string }
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
  | "whichProvinces"
  | "rankPlaces"
  | "awarder"
  | "notCounted"
  | "excluded"
  | "why";
