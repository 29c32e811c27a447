import type { FigureQuery } from "./figure-query.ts";

/** What a follow-up question needs: the figure asked for last, and when. Plain JSON. */
export interface FigureThread {
  readonly query: FigureQuery;
  /** The query before that one. */
  readonly prior?: FigureQuery;
  /** Unit types of the questions before it on the same thing: "cộng lại" means them too. */
  readonly earlier?: readonly string[];
  /** The one unit type that the answer named as highest or lowest: "loại đó" means it. */
  readonly singled?: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}
