import { errorCode } from "../errors.ts";
import { logEvent } from "../log.ts";
import { localDay } from "../vietnamese/dates.ts";
import { UnansweredQuestions } from "./unanswered.ts";

/** What cron does for unanswered questions: forgets what is past its time. Safe to repeat; never throws. */
export async function tendCuration(ledger: D1Database, now: number): Promise<void> {
  try {
    await new UnansweredQuestions(ledger).expire(localDay(now));
  } catch (error) {
    logEvent("tend_failed", { step: "unanswered", code: errorCode(error) });
  }
}
