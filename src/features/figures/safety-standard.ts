import { z } from "zod";
import { withLaws } from "../../language/laws.ts";
import stored from "./safety-standard.json" with { type: "json" };

/** A citation, written as in `laws.json`. */
const cited = z.string().transform(withLaws);
const days = z.object({ from: z.string(), to: z.string() });

/** The national rule of the safety standard, as answers cite it, and the previous rule. */
const standard = z
  .strictObject({
    rule: cited,
    /** The first year of figures under this rule. */
    firstYear: z.string(),
    /** The assessed year is not the calendar year. */
    assessmentYear: z.strictObject({ residentialArea: days, others: days }),
    notAssessed: z.string(),
    /** Types of which not all units are assessed: the number assessed isn't their total. */
    assessedInPart: z.array(z.string()),
    before: z.strictObject({
      rule: cited,
      /** The article with the rule. */
      article: cited,
      number: z.string(),
      /** The percentage of its residential areas that a commune had to have. */
      share: z.number(),
      replacedOn: z.string(),
    }),
  })
  .parse(stored);

export const { before: OLD_RULE, ...RULE } = standard;
