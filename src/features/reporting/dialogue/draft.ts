import { z } from "zod";
import { LostItem, MediaItem } from "../book/report-media.ts";

/** `agreed`: the citizen hands it over, though it may tell of its maker. */
const Media = MediaItem.extend({ agreed: z.literal(true).exactOptional() });

/** What the bot can ask for, in the order of asking. */
export const STEPS = ["what", "where", "when", "details", "summary"] as const;
export type Step = (typeof STEPS)[number];

const Said = z.object({
  /** The messenger's id of the message, where it gives one. */
  id: z.string().optional(),
  text: z.string(),
  /** What was asked when it was said. */
  at: z.enum(STEPS),
});

/** An open report. Stored encrypted in the chat's session. */
export const Draft = z.object({
  /** The last question: the next words answer it. */
  step: z.enum(STEPS),
  /** Answered or skipped: nothing of it is asked again. */
  done: z.array(z.enum(STEPS)),
  /** Asked twice already: whoever tells something else is asked once more, and then no longer. */
  again: z.array(z.enum(STEPS)).optional(),
  /** The citizen is putting right what `step` names: the next answer takes the place of the old one, which stays until then. */
  fixing: z.literal(true).optional(),
  category: z.string(),
  /** True where the words reported a present danger. */
  danger: z.boolean(),
  what: z.string().optional(),
  where: z
    .object({
      words: z.string().exactOptional(),
      lat: z.number().exactOptional(),
      lng: z.number().exactOptional(),
      unknown: z.literal(true).exactOptional(),
    })
    .optional(),
  when: z
    .object({ words: z.string(), from: z.number().exactOptional(), to: z.number().exactOptional() })
    .optional(),
  /** What is said to come, as it was said: "hẹn thứ 6 này". */
  ahead: z.string().optional(),
  details: z.record(z.string(), z.string()),
  media: z.array(Media),
  lostMedia: z.array(LostItem),
  ongoing: z.boolean().optional(),
  /** What the citizen chose for what may point to them, by the id of the finding. */
  choices: z.record(z.string(), z.enum(["hide", "pass"])).optional(),
  /** The last messages as they were told, so that an edit of one can take its place. */
  said: z.array(Said).optional(),
  /** Told of another wrong: kept until the citizen says whether it belongs here. Asked once in a report. */
  pending: z.string().optional(),
  hasAskedWhose: z.literal(true).optional(),
  /** What doesn't belong here: a report of its own is offered when this one is done. */
  later: z.string().optional(),
  /** An urgent report was left unsent, and the citizen was asked whether to send it now. */
  nudged: z.literal(true).optional(),
  /** It sounds like a joke, and the citizen was asked whether it is meant. Asked once. */
  isMeant: z.literal(true).optional(),
  /** Its summary was shown: nothing goes before that. */
  shown: z.literal(true).optional(),
  /** The offer stood below an answer of the knowledge: the advice on what was told is still to come. */
  unadvised: z.literal(true).optional(),
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
