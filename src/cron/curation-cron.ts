import { UnansweredQuestions } from "../features/curation/unanswered.ts";
import { AuditLog } from "../features/officials/audit.ts";
import { localDay } from "../language/dates.ts";
import type { KeyRing } from "../platform/crypto/key-ring.ts";
import { errorCode } from "../platform/errors.ts";
import { logEvent } from "../platform/log.ts";

/** Deletes old unanswered questions and encrypts those of an earlier release. Can be repeated; never throws. */
export async function runCurationCron(
  ledger: D1Database,
  now: number,
  ring?: KeyRing | undefined,
): Promise<void> {
  const questions = new UnansweredQuestions(ledger, new AuditLog(ledger, ring), ring);
  try {
    await questions.expire(localDay(now));
    await questions.seal();
  } catch (error) {
    logEvent("tend_failed", { step: "unanswered", code: errorCode(error) });
  }
}
