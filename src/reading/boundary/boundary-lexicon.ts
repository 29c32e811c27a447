import type { BoundaryRule } from "./boundary.ts";
import { ELSEWHERE_RULES } from "./lexicon/elsewhere.ts";
import { INTEGRITY_RULES } from "./lexicon/integrity.ts";
import { OPINION_RULES } from "./lexicon/opinions.ts";
import { POLICE_WORK_RULES } from "./lexicon/police-work.ts";
import { PRIVACY_RULES } from "./lexicon/privacy.ts";

/** What is declined, in the order in which it is looked for. */
export const BOUNDARIES: readonly BoundaryRule[] = [
  ...PRIVACY_RULES,
  ...INTEGRITY_RULES,
  ...POLICE_WORK_RULES,
  ...OPINION_RULES,
  ...ELSEWHERE_RULES,
];
