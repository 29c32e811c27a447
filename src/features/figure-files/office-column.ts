import type { Fact } from "../figures/fact.ts";

/** What a column of an office's table says: a field of a figure, or what is computed from others. */
export type OfficeColumn =
  | Exclude<keyof Fact, "id" | "level" | "territory" | "coverage">
  | "share"
  | "notMet"
  /** The number of the row in the table: it says nothing. */
  | "count";
