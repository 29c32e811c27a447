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

/** A place as facts name it: `area` is the province itself unless a district or commune is meant. */
export const placeSchema = z.object({ province: z.string().min(1).max(40), area: z.string().min(1).max(60) });
export type Place = z.infer<typeof placeSchema>;

/** One place in one period, where the question ties them ("Bình Dương 2018, Lạng Sơn 2022"). */
export const figureQuerySchema = z.object({
  operation: z.enum(OPERATIONS),
  indicators: z.array(z.string().min(1).max(80)).max(8),
  unitTypes: z.array(z.string().min(1).max(40)).max(10),
  /** Empty: the latest period that has the figure. */
  periods: z.array(periodSchema).max(8),
  places: z.array(placeSchema).min(1).max(12),
  /** True where the n-th place belongs to the n-th period. */
  paired: z.boolean(),
  /** True where the unit types are to be added up. */
  together: z.boolean(),
  /** True where those that did not reach the standard are compared. */
  notMet: z.boolean(),
  /** Whether a share in percent or a count was asked for, where that is said. */
  wants: z.enum(["rate", "count", "any"]),
  /** The target share in percent, where "cần thêm mấy" names one below 100. */
  goal: z
    .string()
    .regex(/^\d{1,2}(\.\d+)?$/)
    .optional(),
  /** How many more are assumed to reach the standard. */
  suppose: z
    .string()
    .regex(/^\d{1,5}$/)
    .optional(),
  /** Unit types whose sum the others are compared with: "hơn tỷ lệ chung cả bảy loại". */
  versus: z.array(z.string().min(1).max(40)).max(10).optional(),
  /** Numbers that the person asks us to confirm, as decimals. */
  claims: z.array(z.string().regex(/^-?\d+(\.\d+)?$/)).max(6),
});
export type FigureQuery = z.infer<typeof figureQuerySchema>;
