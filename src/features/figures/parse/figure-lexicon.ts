import { CRIME_WORDS } from "./lexicon/crime-phrases.ts";
import { CUE_WORDS } from "./lexicon/cues.ts";
import { MOVEMENT_WORDS } from "./lexicon/movement-phrases.ts";
import { OPERATION_WORDS } from "./lexicon/operations.ts";
import { PLACE_AND_OUTREACH_WORDS } from "./lexicon/outreach-phrases.ts";
import { STANDARD_WORDS } from "./lexicon/standard-phrases.ts";
import { UNIT_WORDS } from "./lexicon/unit-phrases.ts";
import { VETO_WORDS } from "./lexicon/vetoes.ts";
import type { Words } from "./lexicon/words.ts";

/**
 * The words of figure questions, by what they mean. Written with full marks; typed without marks they match too.
 * A trailing "!" asks for the marks as written, where the bare letters would mean something else.
 * `unit:` what is counted, `is:` what is said of it, `op:` what is to be done with it, `cue:` that a number is
 * asked for, `no:` expressions that only look like one of the others.
 */
export const LEXICON: Words = {
  ...UNIT_WORDS,
  ...STANDARD_WORDS,
  ...MOVEMENT_WORDS,
  ...CRIME_WORDS,
  ...OPERATION_WORDS,
  ...CUE_WORDS,
  ...VETO_WORDS,
  ...PLACE_AND_OUTREACH_WORDS,
};
