import { z } from "zod";

const id = z.string().regex(/^[a-z0-9_]+$/);
const phrases = z.array(z.string().min(1)).min(1);
/** Names of concepts; "crime|publicOrder" is either. */
const conceptNames = z.array(z.string().regex(/^\w+(\|\w+)*$/)).min(1);
const askedSchema = z.strictObject({ all: conceptNames, not: conceptNames.optional() });

export const indicatorSchema = z.strictObject({
  id,
  title: z.string().min(1),
  /** Absent where the sources count differently. */
  unit: z.string().min(1).optional(),
  /** Phrases that name this indicator by themselves. */
  words: phrases.optional(),
  /** Concepts of which all must be in a question, and none of `not`; several entries are alternatives. */
  asked: z.array(askedSchema).optional(),
  /** Concepts that rule out what `words` say. */
  not: conceptNames.optional(),
  /** The stored indicator, where this one is a part of it, and how the detail of that part begins. */
  of: id.optional(),
  detail: z.string().optional(),
  /** Title of several indicators that count in part the same: their counts are never added. */
  group: z.string().optional(),
  /** `rate`: higher is a share in percent; `change`: up or down; `goal`: aimed at, not reached. */
  kind: z.enum(["rate", "change", "goal"]).optional(),
  /** True where the unit types of the question choose among the facts. */
  byUnit: z.literal(true).optional(),
  /** Counted for the whole country only: that is meant where no place is named. */
  nationOnly: z.literal(true).optional(),
  /** Not stored: `from` less `minus`, where the source gives only those two and the share above. */
  difference: z.strictObject({ from: id, minus: id, share: id }).optional(),
  /** Indicators always told along. */
  with: z.array(id).optional(),
});

/** The form of `knowledge/figures/indicators.json`; its README says what each field does. */
export const indicatorFileSchema = z.strictObject({
  concepts: z.record(z.string().regex(/^\w+$/), phrases),
  /** Concepts asked for even in words that are otherwise no question for a figure. */
  despiteVeto: z.strictObject({
    always: z.array(z.string()),
    inPlace: z.array(z.string()),
    inPeriod: z.array(z.string()),
  }),
  indicators: z.array(indicatorSchema),
  places: z.array(z.strictObject({ province: z.string().min(1), area: z.string().min(1), names: phrases })),
  /** Names that are one when typed without marks: the first is of today, the second is gone. */
  lookalikes: z.array(z.tuple([z.string(), z.string()])),
});
export type IndicatorFile = z.infer<typeof indicatorFileSchema>;
