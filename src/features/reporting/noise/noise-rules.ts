import { z } from "zod";
import { ACTS } from "../../../reader/names/act.ts";
import { BOUNDARY_IDS } from "../../../reader/names/boundary.ts";
import RULES from "./noise.json" with { type: "json" };

const Acts = z.array(z.enum(ACTS)).readonly();

/** When a report is asked about once, when it is the same as before, when several are one event, and when cards give way to lists: what to read first. */
export const NOISE = z
  .object({
    about: z.string(),
    /** Below this chance nothing is told. */
    meant: z.object({ acts: Acts, below: z.number() }),
    /** From this chance on it is no more than abuse. */
    abuse: z.object({ boundaries: z.array(z.enum(BOUNDARY_IDS)).readonly(), from: z.number() }),
    /** Words of a joke, as patterns, and signs of one. Without any of these nobody is doubted. */
    jokes: z.array(z.string()).readonly(),
    smileys: z.array(z.string()).readonly(),
    /** What can't be stolen or hit but in a joke: with a smile beside it, whatever wrong its words name. */
    nobodysLoss: z.array(z.string()).readonly(),
    /** From this chance on it is no more than a joke, abuse or talk. */
    idle: z.object({ acts: Acts, from: z.number() }),
    /** The share of the words of the shorter one that both have, in minutes after the first. */
    same: z.object({
      urgentWithin: z.int(),
      within: z.int(),
      shared: z.number(),
      fewestWords: z.int(),
    }),
    /** Of so many minutes' reports the first ones have cards, fewer where the minutes before had too many; the others stand on lists. */
    rush: z.object({
      minutes: z.int().positive(),
      cards: z.int(),
      cardsAfter: z.int(),
      onList: z.int().positive(),
    }),
    /** From so many different reporters of one place within so many minutes on, it is one event. */
    burst: z.object({
      within: z.int(),
      from: z.int().min(2),
      /** The numbers of reporters at which the group hears it; in between its card counts in silence. */
      soundsAt: z.array(z.int()).readonly(),
      /** What many people see at once. Of all else each has a victim of its own, who must not be lost in another's case. */
      categories: z.array(z.string()).readonly(),
    }),
  })
  .parse(RULES);
