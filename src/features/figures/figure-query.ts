import { z } from "zod";

/** The operation on the measures that the rest of the query selects. */
export const OPERATIONS = [
  "figure",
  "total",
  "shortfall",
  "needed",
  "sum",
  "difference",
  "times",
  "lowest",
  "highest",
  "ranking",
  "series",
  "names",
  "average",
  "source",
] as const;
export type Operation = (typeof OPERATIONS)[number];

/** Compares two things. */
export const compares = (operation: Operation) => operation === "difference" || operation === "times";
/** Sorts many. */
export const ranks = (operation: Operation) =>
  operation === "lowest" || operation === "highest" || operation === "ranking";

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A period as the person named it; both ends are included. */
export const periodSchema = z.object({ start: date, end: date, label: z.string().min(1).max(60) });
export type Period = z.infer<typeof periodSchema>;

/** The periods of these figures, each once; a figure without its days has none. */
export function periodsOf(
  facts: readonly {
    readonly start?: string | undefined;
    readonly end?: string | undefined;
    readonly period: string;
  }[],
): Period[] {
  const all = facts.flatMap(({ start, end, period }): [string, Period][] =>
    start === undefined || end === undefined ? [] : [[period, { start, end, label: period.slice(0, 60) }]],
  );
  return [...new Map(all.toReversed()).values()].toReversed();
}

/** A place as facts name it: `area` is the province itself unless a district or commune is meant. */
export const placeSchema = z.object({ province: z.string().min(1).max(40), area: z.string().min(1).max(60) });
export type Place = z.infer<typeof placeSchema>;

const type = z.string().min(1).max(40);
const indicator = z.string().min(1).max(80);

/** A number that the person asks us to confirm, and what they say it is. */
export const claimSchema = z.object({
  /** A decimal; how many decimals it has says how it was rounded. */
  value: z.string().regex(/^-?\d{1,15}(\.\d{1,15})?$/),
  of: z.enum(["count", "share"]),
  /** True where what is counted stands right after it: "43 cuộc" is no 43 %. */
  counts: z.boolean().optional(),
  /** "nghìn", "triệu", "tỷ" after it, as a power of ten. */
  tens: z.number().int().min(3).max(9).optional(),
  /** "khoảng", "gần", "hơn" or "dưới" before it. */
  hedge: z.enum(["exact", "about", "nearly", "above", "below"]),
  /** `all`: the total was said without "được xét", which isn't the same for every type. */
  role: z.enum(["met", "notMet", "assessed", "all"]),
  /** Empty lists: those of the query. */
  unitTypes: z.array(type).max(10),
  indicators: z.array(indicator).max(8),
  periods: z.array(periodSchema).max(8),
  places: z.array(placeSchema).max(12),
});
export type Claim = z.infer<typeof claimSchema>;

const boundSchema = z.object({ value: z.string().regex(/^\d{1,9}(\.\d{1,9})?$/), orEqual: z.boolean() });
export type Bound = z.infer<typeof boundSchema>;

/** Which of several are wanted, and in which order. */
const choiceSchema = z.object({
  order: z.enum(["lowest", "highest", "ranking"]),
  /** Only so many, from the beginning of the order. */
  top: z.number().int().min(0).max(99).optional(),
  /** Only the n-th. */
  nth: z.number().int().min(0).max(99).optional(),
  /** True where these are left out, and the others wanted: "bỏ cái 100% ra". */
  out: z.boolean().optional(),
  /** Where the named type stands among all. */
  rank: z.boolean().optional(),
  /** Only those above or below: of shares in percent, or of counts. */
  of: z.enum(["share", "count"]).optional(),
  above: boundSchema.optional(),
  /** Only those above or below the share of all together. */
  than: z.enum(["above", "below"]).optional(),
  /** How many there are, as the person puts it to be confirmed. */
  said: z.number().int().min(0).max(99).optional(),
  below: boundSchema.optional(),
});
export type Choice = z.infer<typeof choiceSchema>;

/** One place in one period, where the question ties them ("Bình Dương 2018, Lạng Sơn 2022"). */
export const figureQuerySchema = z.object({
  operation: z.enum(OPERATIONS),
  indicators: z.array(indicator).max(8),
  unitTypes: z.array(type).max(10),
  /** Empty: the latest period that has the figure. */
  periods: z.array(periodSchema).max(8),
  places: z.array(placeSchema).min(1).max(12),
  /** Every commune of the home province that has a figure, instead of `places`. */
  each: z.literal("commune").optional(),
  /** True where the n-th place belongs to the n-th period. */
  paired: z.boolean(),
  /** True where the types are those that others were left out of: "còn lại" then means them. */
  rest: z.boolean().optional(),
  /** True where the first indicator is asked for as a share of all of them together. */
  ofSum: z.boolean().optional(),
  /** True where the unit types are to be added up. */
  together: z.boolean(),
  /** True where those that did not reach the standard are compared. */
  notMet: z.boolean(),
  /** True where types are put in order by how many were assessed. */
  ofAssessed: z.boolean().optional(),
  /** True where those that did not reach the standard are wanted beside those that did. */
  missingToo: z.boolean().optional(),
  /** Whether a share in percent or a count was asked for, where that is said. */
  wants: z.enum(["rate", "count", "any"]),
  /** The target share in percent, where "cần thêm mấy" names one below 100. */
  goal: z
    .string()
    .regex(/^\d{1,2}(\.\d+)?$/)
    .optional(),
  /** The number that is to be reached, where "còn thiếu mấy" names one: "mới đủ 200". */
  goalCount: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
  /** True where the first side is put forward as more than the other, to be confirmed; false for less. */
  firstIsMore: z.boolean().optional(),
  /** How many more are assumed to reach the standard. */
  suppose: z
    .string()
    .regex(/^\d{1,5}$/)
    .optional(),
  /** The types of which all are assumed to reach the standard: "nếu cơ quan đạt nốt". */
  supposeAll: z.array(type).max(10).optional(),
  /** Unit types whose sum the others are compared with: "hơn tỷ lệ chung cả bảy loại". */
  versus: z.array(type).max(10).optional(),
  /** True where every note is to be told: asked for by the button under the answer. */
  details: z.boolean().optional(),
  choice: choiceSchema.optional(),
  /** The average for each such part of the period is wanted: "bình quân mỗi tháng". */
  per: z.enum(["year", "quarter", "month", "week", "day"]).optional(),
  /** How many decimals a share is wanted with. */
  round: z.number().int().min(0).max(4).optional(),
  /** Numbers that the person asks us to confirm. */
  claims: z.array(claimSchema).max(16),
});
export type FigureQuery = z.infer<typeof figureQuerySchema>;
