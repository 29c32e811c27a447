import { RULE_WORDS } from "../../language/document-kinds.ts";
import type { PatternClasses } from "../../language/pattern-classes.ts";
import { PROVINCE } from "../../language/province.ts";
import { ANY_YEAR } from "../../language/years.ts";
import type { BoundaryRule } from "./boundary.ts";
import classes from "./lexicon/classes.json" with { type: "json" };
import elsewhere from "./lexicon/elsewhere.json" with { type: "json" };
import integrity from "./lexicon/integrity.json" with { type: "json" };
import opinions from "./lexicon/opinions.json" with { type: "json" };
import policeWork from "./lexicon/police-work.json" with { type: "json" };
import privacy from "./lexicon/privacy.json" with { type: "json" };

/** The word classes that boundary patterns name in angle brackets. */
export const BOUNDARY_CLASSES: PatternClasses = {
  ...classes,
  ANY_YEAR,
  HOME: PROVINCE.name.toLowerCase(),
  RULE_WORDS,
};

/** The boundaries, in the order of checking. `lexicon.test.ts` checks the tables. */
export const BOUNDARIES = [
  ...privacy,
  ...integrity,
  ...policeWork,
  ...opinions,
  ...elsewhere,
] as readonly BoundaryRule[];
