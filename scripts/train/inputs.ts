import { createHash } from "node:crypto";
import type { Labelled } from "./examples.ts";
import { SETTINGS, type Wordings } from "./learn.ts";
import { readOpenings } from "./openings.ts";

/** Changes with every message, label, opening and setting: whether weights were trained from what there is now. */
export const inputsOf = (examples: readonly Labelled[]): string =>
  hashOf([SETTINGS, examples, readOpenings()]);

/** A short mark of each section's wordings: which of them the weights were trained with. */
export const sectionsOf = (wordings: Wordings): string[] => wordings.map((some) => hashOf(some).slice(0, 8));

const hashOf = (value: unknown): string => createHash("sha256").update(JSON.stringify(value)).digest("hex");
