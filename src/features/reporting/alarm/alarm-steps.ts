import { z } from "zod";
import { MINUTE } from "../../../platform/time.ts";
import TABLE from "./alarm-steps.json" with { type: "json" };

/**
 * Whom a step calls. `onDuty`: who has the shift, or acted last; `next`: the one after; `owner`: who accepted the case;
 * `reporter`: the citizen, told to call 113.
 */
const Call = z.enum(["group", "onDuty", "next", "supervisors", "owner", "reporter"]);
export type Call = z.infer<typeof Call>;

const Chain = z.object({
  /** `after`: minutes since the clock began, later with each step. */
  steps: z.array(z.object({ after: z.int().positive(), calls: z.array(Call).min(1).readonly() })).min(1),
  /** The last step comes again after each so many minutes, until somebody acts. */
  thenEvery: z.int().positive(),
});

/** The clocks of an urgent case: until somebody accepts it, and from there until the work begins. */
export const CHAIN_NAMES = ["accept", "begin"] as const;
export type ChainName = (typeof CHAIN_NAMES)[number];

const { flood, ...chains } = TABLE;

/** What to read first: who is called, and when. The card itself is the call at minute 0. */
export const CHAINS = z.record(z.enum(CHAIN_NAMES), Chain).parse(chains);

/** From so many untaken urgent cases of one chat within so many minutes on, one ring is for them all. */
export const FLOOD = z.object({ from: z.int().min(2), within: z.int().positive() }).parse(flood);

export interface DueStep {
  /** Counted from 1; the repetitions of the last step count on. */
  readonly n: number;
  readonly calls: readonly Call[];
}

/**
 * The steps whose time has come. Of repetitions that were missed only the newest is left: after a stop nobody is called
 * five times at once.
 * @param since when the clock began, `now`: milliseconds since the epoch
 * @param done how many steps were called before
 * @example stepsDue("accept", t, 0, t + 6 * MINUTE).map(({ n }) => n) // [1, 2]
 */
export function stepsDue(name: ChainName, since: number, done: number, now: number): readonly DueStep[] {
  const { steps, thenEvery } = CHAINS[name];
  const passed = Math.floor((now - since) / MINUTE);
  const due = steps.flatMap(({ after, calls }, i) =>
    i >= done && after <= passed ? [{ n: i + 1, calls }] : [],
  );
  const last = steps.at(-1);
  if (last === undefined || passed < last.after) return due;
  const again = Math.floor((passed - last.after) / thenEvery);
  const n = steps.length + again;
  return again > 0 && n > done ? [...due, { n, calls: last.calls }] : due;
}
