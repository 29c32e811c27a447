import type { FigureQuery } from "./query.ts";

/** What a follow-up question needs: the figure asked for last, and when. Plain JSON. */
export interface FigureThread {
  readonly query: FigureQuery;
  /** Milliseconds since the epoch. */
  readonly at: number;
}
