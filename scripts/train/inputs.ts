import { createHash } from "node:crypto";
import type { Labelled } from "./examples.ts";
import { SETTINGS, type Wordings } from "./learn.ts";

/** Changes with every message, label, wording and setting: whether weights were trained from what there is now. */
export const inputsOf = (examples: readonly Labelled[], wordings: Wordings): string =>
  createHash("sha256")
    .update(JSON.stringify([SETTINGS, examples, wordings]))
    .digest("hex");
