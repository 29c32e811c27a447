import { z } from "zod";
import { LostItem, MediaItem } from "../book/report-media.ts";

/** `agreed`: the citizen hands it over, though it may tell of its maker. */
const Media = MediaItem.extend({ agreed: z.literal(true).exactOptional() });

/** What the bot can ask for, in the order of asking. */
export const STEPS = ["what", "where", "when", "details", "summary"] as const;
export type Step = (typeof STEPS)[number];

/** An open report. Stored encrypted in the chat's session. */
export const Draft = z.object({
  /** The last question: the next words answer it. */
  step: z.enum(STEPS),
  /** Already asked or skipped: nothing is asked twice. */
  done: z.array(z.enum(STEPS)),
  category: z.string(),
  /** True where the words reported a present danger. */
  danger: z.boolean(),
  what: z.string().optional(),
  where: z
    .object({
      words: z.string().optional(),
      lat: z.number().optional(),
      lng: z.number().optional(),
      unknown: z.literal(true).optional(),
    })
    .optional(),
  when: z.object({ words: z.string(), from: z.number().optional(), to: z.number().optional() }).optional(),
  details: z.record(z.string(), z.string()),
  media: z.array(Media),
  lostMedia: z.array(LostItem),
  ongoing: z.boolean().optional(),
  /** What the citizen chose for what may point to them, by the id of the finding. */
  choices: z.record(z.string(), z.enum(["hide", "pass"])).optional(),
  /** The album whose photos are arriving: they get one answer together. */
  album: z.string().optional(),
});

export type Draft = Readonly<z.infer<typeof Draft>>;

export const EMPTY_DRAFT: Draft = {
  step: "what",
  done: [],
  category: "other",
  danger: false,
  details: {},
  media: [],
  lostMedia: [],
};
