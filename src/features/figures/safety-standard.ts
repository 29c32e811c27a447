import { z } from "zod";
import { withLaws } from "../../language/laws.ts";
import stored from "./safety-standard.json" with { type: "json" };

/** A citation, written as in `laws.json`. */
const cited = z.string().transform(withLaws);
const days = z.object({ from: z.string(), to: z.string() });

/** The national rule of the safety standard, as answers cite it, and the one before it. */
const standard = z
  .strictObject({
    rule: cited,
    /** Figures from this year on follow it. */
    firstYear: z.string(),
    /** The year that is assessed isn't the calendar year. */
    assessmentYear: z.strictObject({ residentialArea: days, others: days }),
    notAssessed: z.string(),
    before: z.strictObject({
      rule: cited,
      /** With the rule. */
      article: cited,
      number: z.string(),
      /** Of its residential areas a commune had to have so many percent. */
      share: z.number(),
      replacedOn: z.string(),
    }),
  })
  .parse(stored);

export const { before: OLD_RULE, ...RULE } = standard;
