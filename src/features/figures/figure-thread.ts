import { z } from "zod";
import { slice } from "../../turn/session.ts";
import { figureQuerySchema, periodSchema } from "./figure-query.ts";

const figureThread = z
  .object({
    query: figureQuerySchema,
    /** The last queries before it, oldest first: "cộng cả ba", "trong hai huyện đó" mean them. */
    shown: z.array(figureQuerySchema).default([]),
    /** The unit types that the answer named out of several: "loại đó", "hai loại ấy" mean them. */
    singled: z.array(z.string()).optional(),
    /** True where nothing was told, only asked back. */
    untold: z.literal(true).optional(),
    /** True where the answer was a chart: what is added or left out next is drawn as well. */
    drawn: z.literal(true).optional(),
    /** The one period that the answer was about, where the question named none. */
    told: periodSchema.optional(),
    /** Milliseconds since the epoch. */
    at: z.number(),
  })
  .readonly();

/** What a follow-up question needs: the figure asked for last, and when. */
export type FigureThread = z.infer<typeof figureThread>;
export const FIGURE_THREAD = slice("figures", figureThread);

/** How long a follow-up may refer to the question before it. */
const THREAD_MS = 60 * 60 * 1000;

/** The thread that a message at `now` may still refer to. */
export const fresh = (thread: FigureThread | undefined, now: number): FigureThread | undefined =>
  thread !== undefined && now - thread.at < THREAD_MS ? thread : undefined;

/** The one period that the question before was about. */
export function lastPeriod(thread: FigureThread | undefined): FigureThread["told"] {
  const periods = thread?.query.periods ?? [];
  return periods.length === 0 ? thread?.told : periods.length === 1 ? periods[0] : undefined;
}
