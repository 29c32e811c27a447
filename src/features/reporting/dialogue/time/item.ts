import type { TypedWord } from "../typed-words.ts";
import type { Range } from "./calendar.ts";
import type { Clock } from "./clock.ts";
import type { PartOfDay } from "./time-words.ts";

/** What a time is; null where there is no such day. @param now milliseconds since the epoch */
export type RangeOf = (now: number) => Range | null;

/** What a time phrase says. */
export type Meaning =
  | { readonly kind: "clock"; readonly clock: Clock }
  | { readonly kind: "part"; readonly part: PartOfDay }
  /**
   * One day, which may have a part and an hour. `again`: so many milliseconds before there was such a day too. `isWritten`:
   * a date with its month.
   */
  | {
      readonly kind: "day";
      readonly of: RangeOf;
      readonly again?: number;
      readonly isWritten?: true;
      /** "Thứ 6 này": which day of the week, where it may be still to come. */
      readonly ahead?: number;
    }
  /** Several days, or minutes. */
  | { readonly kind: "span"; readonly of: RangeOf }
  | { readonly kind: "moment"; readonly of: RangeOf }
  /** A time whose date nobody can tell from the words. */
  | { readonly kind: "vague" | "habit" | "lunar" | "future" }
  | { readonly kind: "now" | "from" | "to" | "tillNow" };

/** A time word or phrase: the typed words `start` to `end` (not included). */
export type TimeItem = Meaning & { readonly start: number; readonly end: number };

/** What was read and how many typed words it takes. */
export type Read = Meaning & { readonly length: number };

/** What begins at a typed word; null where nothing of its sort does. */
export type Reader = (typed: readonly TypedWord[], at: number) => Read | null;
