import type { CaseSummary } from "../../case.ts";
import type { Lane } from "../../report.ts";

/** Which cases: `open` leaves out those off the desk; `resting` has them and those that wait for their reporter. */
export type CaseGroup = "open" | "new" | "overdue" | "resting" | "closed" | "all";

/** What a handler looks for; all of it must hold. */
export interface CaseQuery {
  readonly group: CaseGroup;
  /** Only those that aren't closed. */
  readonly open?: true;
  /** Whose: a handler's Telegram id, or nobody's. */
  readonly owner?: { readonly id: string } | "nobody";
  readonly lane?: Lane;
  /** Names of `COMMUNES`: in one of them. */
  readonly communes?: readonly string[];
  /** Words of the report, of notes and results. */
  readonly words?: string;
  /** With `words`: cases of these categories are found too. */
  readonly categories?: readonly string[];
  /** The present, for what is overdue. */
  readonly now: number;
  readonly offset?: number;
  readonly limit: number;
}

export interface Found {
  readonly cases: readonly CaseSummary[];
  /** How many there are in all, and how many of them are overdue. */
  readonly total: number;
  readonly overdue: number;
  /** More were possible than were opened and compared: more words find better. */
  readonly isCut: boolean;
}
