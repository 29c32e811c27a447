import { z } from "zod";
import { slice } from "../../turn/session.ts";

/** What a chat stores about approved answers, until the next list or preview replaces it: ids, no words. */
export const CURATION = slice(
  "curation",
  z
    .object({
      /** The id of each group's first question, in the order in which `/cauhoi` last numbered the groups. */
      listed: z.array(z.string()).readonly().optional(),
      /** The id of the preview that waits for a word. */
      draft: z.string().optional(),
    })
    .readonly(),
);
export type CurationSession = NonNullable<ReturnType<typeof CURATION.of>>;

/** Ids of unanswered questions, so that one person's question counts once a day: not their words. */
export const UNANSWERED = slice(
  "unanswered",
  z.object({ day: z.string(), questions: z.array(z.string()).readonly() }).readonly(),
);
export type AskedInVain = NonNullable<ReturnType<typeof UNANSWERED.of>>;
