import { UnansweredQuestions } from "../features/curation/unanswered.ts";
import { AuditLog } from "../features/officials/audit.ts";
import { localDay } from "../language/dates.ts";
import { errorCode } from "../platform/errors.ts";
import { logEvent } from "../platform/log.ts";

/** Deletes old unanswered questions. Can be repeated; never throws. */
export async function runCurationCron(ledger: D1Database, now: number): Promise<void> {
  try {
    await new UnansweredQuestions(ledger, new AuditLog(ledger)).expire(localDay(now));
  } catch (error) {
    logEvent("tend_failed", { step: "unanswered", code: errorCode(error) });
  }
}
