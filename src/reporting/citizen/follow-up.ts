import type { Session } from "../../conversation/session.ts";
import type { FeatureResult, TurnContext } from "../../conversation/turn.ts";
import { readReportCode } from "../codes/report-code.ts";
import { verifyReceipt } from "../receipts/receipt.ts";
import type { ReportingServices } from "../services.ts";
import {
  GLAD,
  NO_RECEIPT,
  NO_SUCH_REPORT,
  NOT_CLOSED,
  NOT_VERIFIED,
  ownReports,
  REOPEN_TOO_LATE,
  REOPENED,
  receipt,
  statusReply,
  TOO_MANY_LOOKUPS,
  TYPO,
  verified,
  WHICH_CODE,
} from "./wording.ts";

const HOUR = 3_600_000;
/** Wrong codes from one chat within an hour before looking up pauses. Reporting never does. */
const MISSES_ALLOWED = 10;

type Answer = (
  reporting: ReportingServices,
  context: TurnContext,
  argument: string,
) => Promise<FeatureResult>;

/** What a citizen does with a report that is in. */
export const FOLLOW_UPS: Readonly<Record<string, Answer>> = {
  "/tracuu": lookUp,
  "/tincuatoi": async ({ book }, { inbound }) => ({ replies: [ownReports(await book.reportsOf(inbound))] }),
  "/bienlai": giveReceipt,
  "/xacminh": verify,
  "/chuaxong": reopen,
  "/daon": async () => ({ replies: [GLAD] }),
};

async function lookUp(
  { book }: ReportingServices,
  { session, services }: TurnContext,
  argument: string,
): Promise<FeatureResult> {
  const reading = readReportCode(argument, { bare: true });
  if (reading.kind === "none") return { replies: [WHICH_CODE] };
  if (reading.kind === "typo") return { replies: [TYPO] };
  const now = services.now();
  const misses = missesIn(session, now);
  if (misses.n >= MISSES_ALLOWED) return { replies: [TOO_MANY_LOOKUPS] };
  const status = await book.statusFor(reading.code);
  if (status !== null) return { replies: [statusReply(status)] };
  return { replies: [NO_SUCH_REPORT], session: { lookupMisses: { since: misses.since, n: misses.n + 1 } } };
}

function missesIn({ lookupMisses }: Session, now: number): { since: number; n: number } {
  return lookupMisses === undefined || lookupMisses.since + HOUR <= now ? { since: now, n: 0 } : lookupMisses;
}

/** Only to the chat that reported: for anyone else it is as if there were none. */
async function giveReceipt(
  { book }: ReportingServices,
  { inbound }: TurnContext,
  argument: string,
): Promise<FeatureResult> {
  const reading = readReportCode(argument, { bare: true });
  if (reading.kind === "none") return { replies: [WHICH_CODE] };
  if (reading.kind === "typo") return { replies: [TYPO] };
  if (!(await book.isReporter(reading.code, inbound))) return { replies: [NO_RECEIPT] };
  const words = await book.receiptFor(reading.code);
  return { replies: [words === null ? NO_RECEIPT : receipt(words)] };
}

async function verify(
  { ring }: ReportingServices,
  _context: TurnContext,
  argument: string,
): Promise<FeatureResult> {
  const outcome = await verifyReceipt(ring, argument);
  return { replies: [outcome.kind === "valid" ? verified(outcome.receivedAt) : NOT_VERIFIED] };
}

async function reopen(
  { book, carry }: ReportingServices,
  { inbound, services }: TurnContext,
  argument: string,
): Promise<FeatureResult> {
  const reading = readReportCode(argument, { bare: true });
  if (reading.kind !== "code") return { replies: [reading.kind === "typo" ? TYPO : WHICH_CODE] };
  const outcome = await book.reopen({
    code: reading.code,
    reporter: inbound,
    text: "",
    at: services.now(),
    key: `${inbound.channel}:${inbound.chat}:${inbound.key}`,
  });
  await carry();
  switch (outcome.kind) {
    case "reopened":
      return { replies: [REOPENED] };
    case "not_closed":
      return { replies: [NOT_CLOSED] };
    case "too_late":
      return { replies: [REOPEN_TOO_LATE] };
    case "unknown":
      return { replies: [NO_SUCH_REPORT] };
  }
}
