import { z } from "zod";
import { slice } from "../../turn/session.ts";
import { figureQuerySchema } from "./figure-query.ts";

const figureThread = z
  .object({
    query: figureQuerySchema,
    /** The query before that one. */
    prior: figureQuerySchema.optional(),
    /** Unit types of the questions before it on the same thing: "cộng lại" means them too. */
    earlier: z.array(z.string()).optional(),
    /** The unit type that the answer named as highest or lowest: "loại đó" means it. */
    singled: z.string().optional(),
    /** Milliseconds since the epoch. */
    at: z.number(),
  })
  .readonly();

/** What a follow-up question needs: the figure asked for last, and when. */
export type FigureThread = z.infer<typeof figureThread>;
export const FIGURE_THREAD = slice("figures", figureThread);
