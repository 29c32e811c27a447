import { z } from "zod";
import limits from "./day-limits.json" with { type: "json" };

const Limit = z.object({ files: z.int().positive(), megabytes: z.int().positive() });

/** Who sends a file: the reporter's chat, or the handlers' group. */
export type Sender = "citizen" | "handlers";

/**
 * What is taken in on one day: from one citizen's chat, from the handlers' group, and from everyone together, so that nobody
 * can fill the store.
 */
export const DAY_LIMITS = z
  .object({ citizen: Limit, handlers: Limit, everyone: Limit })
  .parse(limits) satisfies Record<Sender | "everyone", unknown>;

export const MEGABYTE = 1024 * 1024;
