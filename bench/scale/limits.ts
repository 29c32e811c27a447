import { GB, type Prices } from "./cost.ts";
import type { Counts } from "./counted/counts.ts";
import type { Measured } from "./measured.ts";
import { type Assumptions, peak } from "./plan.ts";

/** Buttons that the duty group presses for a report; each is a call of its object, as each message to it is. */
const GROUP_PRESSES = 2;
/** Calls of the sweep for a chat: its own, and of every 20 chats' two to the operator's book. */
const SWEPT_CALLS = 1 + 2 / 20;

/** Where something gives out first, for one deployment. */
export interface Limit {
  readonly what: string;
  /** What there is of it, a second or in all. */
  readonly there: string;
  /** Messages of citizens a day at which it is met. */
  readonly metAt: number;
  /** What would be split, or mended, then. */
  readonly remedy: string;
}

/** The limits in the order in which a growing deployment meets them; rates are those of the second after an event. */
export function limits(measured: Measured, given: Assumptions, prices: Prices): readonly Limit[] {
  const at = (name: string) => prices.limits[name]?.value ?? Number.NaN;
  const { counts, messages, writers, reports, bytes, crons, idleCron, groupMessages } = measured;
  const each = (name: keyof Counts) => (counts[name] - crons * idleCron[name]) / messages;
  const atPeak = peak(given).event;
  const { sqlMs, sweepMinutes, keptDays } = given;
  // Of a day's writers, those who come between two runs of the trigger after an event, each asked by it once.
  const perSweep = (writers / messages) * atPeak * sweepMinutes * 60;
  const found: Limit[] = [
    {
      what: "the duty group: Telegram lets a bot say so much in one group",
      there: `${at("groupMessagesPerMinute")} messages a minute`,
      metAt: at("groupMessagesPerMinute") / 60 / ((groupMessages / messages) * atPeak),
      remedy: "a duty group for each commune or field; until then cases come late, none is lost",
    },
    {
      what: "the operator's book (LEDGER): one call after the other",
      there: `${at("d1MsPerSecond")} ms a second, ${sqlMs.write} ms a call`,
      metAt: at("d1MsPerSecond") / (each("ledgerCalls") * sqlMs.write * atPeak),
      remedy: "counts gathered in the isolate and written once a second; then a book for each province",
    },
    {
      what: "the knowledge (KNOWLEDGE): one search after the other",
      there: `${at("d1MsPerSecond")} ms a second, ${sqlMs.read} ms a call`,
      metAt: at("d1MsPerSecond") / (each("knowledgeCalls") * sqlMs.read * atPeak),
      remedy: "several copies of it, as it is made from files; or D1's read replicas",
    },
    {
      what: "the sweep: chats that one run of the trigger may ask",
      there: `${at("subrequestsPerInvocation")} calls`,
      metAt: at("subrequestsPerInvocation") / (SWEPT_CALLS * perSweep),
      remedy:
        "a run takes up to so many chats and leaves the rest to the next; then several triggers by the id's first letter",
    },
    {
      what: "one object: the duty group's, which all reports share",
      there: `${at("objectRequestsPerSecond")} calls a second`,
      metAt:
        at("objectRequestsPerSecond") / (((groupMessages + GROUP_PRESSES * reports) / messages) * atPeak),
      remedy: "a duty group for each commune or field",
    },
    {
      what: "the size of the operator's book",
      there: `${at("d1Bytes") / GB} GB`,
      metAt:
        at("d1Bytes") /
        ((writers * keptDays.chat * bytes.writerDay + reports * keptDays.report * bytes.report) / messages),
      remedy: "closed reports older than a year in a database of their own; a book for each province",
    },
  ];
  return found.toSorted((a, b) => a.metAt - b.metAt);
}
