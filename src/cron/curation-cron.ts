import { CuratedAnswers } from "../features/curation/curated-answers.ts";
import { UnansweredQuestions } from "../features/curation/unanswered.ts";
import { AuditLog } from "../features/officials/audit.ts";
import { localDay } from "../language/dates.ts";
import type { KeyRing } from "../platform/crypto/key-ring.ts";
import { attempt } from "./attempt.ts";

/** Deletes old unanswered questions, and encrypts them and approved answers of an earlier release or key. Can be repeated; never throws. */
export async function runCurationCron(ledger: D1Database, now: number, ring?: KeyRing): Promise<void> {
  const audit = new AuditLog(ledger, ring);
  const questions = new UnansweredQuestions(ledger, audit, ring);
  await attempt("unanswered", async () => {
    await questions.expire(localDay(now));
    await questions.seal();
    await new CuratedAnswers(ledger, audit, ring).seal();
  });
}
