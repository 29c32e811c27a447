import { z } from "zod";

/** What the model is asked for: sentences, each with the passages that support it. */
export const Draft = z.object({
  sentences: z.array(z.object({ text: z.string(), cites: z.array(z.string()) })),
});

export type Draft = z.infer<typeof Draft>;

/** A follow-up made into a question of its own. */
export const Standalone = z.object({ question: z.string() });
