import type { PatternClasses } from "../../language/pattern-classes.ts";
import { PROVINCE } from "../../language/province.ts";
import { DANGER_KINDS, type DangerRule } from "../../reader/names/danger.ts";
import classes from "./lexicon/classes.json" with { type: "json" };
import crime from "./lexicon/crime.json" with { type: "json" };
import despair from "./lexicon/despair.json" with { type: "json" };
import medical from "./lexicon/medical.json" with { type: "json" };
import people from "./lexicon/people.json" with { type: "json" };
import rescue from "./lexicon/rescue.json" with { type: "json" };

/** The word classes that danger patterns name in angle brackets. */
export const DANGER_CLASSES: PatternClasses = {
  ...classes,
  MOUNTAINS: PROVINCE.mountains.join("/"),
};

/** The kinds of danger with their patterns. `lexicon.test.ts` checks the tables. */
export const DANGERS: readonly DangerRule[] = (
  [...rescue, ...medical, ...crime, ...people, ...despair] as DangerRule[]
).sort((a, b) => DANGER_KINDS.indexOf(a.kind) - DANGER_KINDS.indexOf(b.kind));
