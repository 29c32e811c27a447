import { z } from "zod";
import { periodSchema } from "./figure-query.ts";

const id = z.string().regex(/^[a-z0-9_]+$/);
const phrases = z.array(z.string().min(1)).min(1);
/** Names of concepts; "crime|publicOrder" means one of the two. */
const conceptNames = z.array(z.string().regex(/^\w+(\|\w+)*$/)).min(1);
const askedSchema = z.strictObject({ all: conceptNames, not: conceptNames.optional() });

export const indicatorSchema = z.strictObject({
  id,
  title: z.string().min(1),
  /** Absent where the sources count differently. */
  unit: z.string().min(1).optional(),
  /** Phrases that alone name this indicator. */
  words: phrases.optional(),
  /** All of the concepts must be in a question, and none of `not`; several entries are alternatives. */
  asked: z.array(askedSchema).optional(),
  /** Concepts that rule out what `words` say. */
  not: conceptNames.optional(),
  /** The stored indicator that this one is a part of, and the beginning of the part's detail. */
  of: id.optional(),
  detail: z.string().optional(),
  /** Title of several indicators that partly count the same: their counts are never added. */
  group: z.string().optional(),
  /** `rate`: higher is a share in percent; `change`: up or down; `goal`: aimed at, not reached. */
  kind: z.enum(["rate", "change", "goal"]).optional(),
  /** True where the unit types of the question choose among the facts. */
  byUnit: z.literal(true).optional(),
  /** Counted only for the whole country, which is then the default place. */
  nationOnly: z.literal(true).optional(),
  /** Computed, not stored: `from` minus `minus`, where the source gives only those two and the total. */
  difference: z.strictObject({ from: id, minus: id, share: id }).optional(),
  /** The indicator that counts all of which this one is a part: the rest is what "chưa" asks for. */
  outOf: id.optional(),
  /** Of a rise or fall: the indicator whose counts of two periods tell it as well. */
  counts: id.optional(),
  /** Of a target: the indicator that tells what was reached. */
  aims: id.optional(),
  /** The indicator that counts all of which this one is a kind: "chiếm mấy phần trăm" compares with it. */
  partOf: id.optional(),
  /** The indicator whose rows are its kinds, told where a source gives only those. */
  parts: id.optional(),
  /** Who awards it: one of `awarders`. Asked for of another, it isn't the answer. */
  by: z.string().optional(),
  /** Indicators that are always added to the answer. */
  with: z.array(id).optional(),
});

/** The form of `knowledge/figures/indicators.json`; its README says what each field does. */
export const indicatorFileSchema = z.strictObject({
  concepts: z.record(z.string().regex(/^\w+$/), phrases),
  /** Concepts that can be asked for even in words that otherwise exclude a question for a figure. */
  despiteVeto: z.strictObject({
    always: z.array(z.string()),
    inPlace: z.array(z.string()),
    inPeriod: z.array(z.string()),
  }),
  indicators: z.array(indicatorSchema),
  places: z.array(z.strictObject({ province: z.string().min(1), area: z.string().min(1), names: phrases })),
  /** Who may award something, and the words for them. */
  awarders: z.record(z.string().regex(/^\w+$/), z.strictObject({ title: z.string().min(1), words: phrases })),
  /** What figures are asked for, and no source here counts: never answered by the figure of something else. */
  uncounted: phrases,
  /** Periods with a name of their own. */
  periods: z.array(z.strictObject({ words: phrases, period: periodSchema })).default([]),
  /** Names that look the same without marks: the first exists today, the second no longer. */
  lookalikes: z.array(z.tuple([z.string(), z.string()])),
});
export type IndicatorFile = z.infer<typeof indicatorFileSchema>;
