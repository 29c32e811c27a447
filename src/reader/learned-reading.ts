import { WEIGHTS_FILE } from "#reader-weights";
import type { Utterance } from "../language/utterance.ts";
import type { Matter } from "./names/labels.ts";
import { dangerBy, type LearnedReading, readBy } from "./read-by.ts";
import { parseWeights } from "./weights.ts";

const WEIGHTS = parseWeights(WEIGHTS_FILE);

type Words = Pick<Utterance, "words" | "folded">;

/**
 * Reads a message by the learned weights. The same message is always read the same; never throws.
 * @param matter what is open in the chat
 * @example
 * readLearned(readUtterance("nhà em cháy rồi")).danger; // 0.99
 */
export const readLearned = (said: Words, matter: Matter = "none"): LearnedReading =>
  readBy(WEIGHTS, said, matter);

/** Names the weights: vectors that others made aren't comparable. */
export const WEIGHTS_NAME = WEIGHTS.header.inputs;

/** Numbers in a vector. */
export const VECTOR_LENGTH = WEIGHTS.header.dims;

/** How much the words alone speak for a danger, 0..1: says where to look (`dangerBy`). */
export const dangerAlone = (said: Words): number => dangerBy(WEIGHTS, said);
