import { newReportCode, type RandomBytes } from "../../../language/report-code.ts";
import { crashPoint } from "../../../platform/crash-points.ts";
import { dueAt } from "../deadlines/due.ts";
import { apartFromClosed } from "./apart.ts";
import { type BookContext, bindings, marks, names } from "./book-context.ts";
import { eventStatement } from "./case-events.ts";
import { countOutcome } from "./case-figures.ts";
import { dispatchStatement } from "./dispatch.ts";
import { indexStatements } from "./find/index-case.ts";
import { gatherLate, joinStatements } from "./join-burst.ts";
import { type Burst, burstOf } from "./noise.ts";
import type { Submission, Submitted } from "./report-book.ts";
import { mediaStatements } from "./report-media.ts";
import { sealContent } from "./sealed-content.ts";

/** Tries for a free code. There are 2³⁵ codes, so even a second try is rare. */
const CODE_TRIES = 5;

/** See `ReportBook.submit`. */
export async function submitReport(
  context: BookContext,
  submission: Submission,
  random?: RandomBytes,
): Promise<Submitted> {
  let failure: unknown;
  for (let attempt = 0; attempt < CODE_TRIES; attempt += 1) {
    const before = await findSubmission(context, submission.submissionKey);
    if (before !== null) return before;
    const code = newReportCode(random);
    try {
      const burst = submission.noise === true ? null : await burstOf(context, submission);
      const head = burst?.head ?? null;
      const statements = await submissionStatements(context, submission, code, burst);
      crashPoint("before_vault");
      await context.db.batch(statements);
      crashPoint("vault_written");
      const { lane, at } = submission;
      if (head !== null) await apartFromClosed(context, { code, lane, head, at });
      else if (submission.noise !== true) await gatherLate(context, submission, code);
      const due = dueAt(submission.lane, submission.at);
      return { code, receivedAt: submission.at, dueAt: due, repeated: false };
    } catch (error) {
      // The code was taken, or the same submission came at the same moment: nothing was written, so read again.
      if (!isTaken(error)) throw error;
      failure = error;
    }
  }
  throw failure;
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && /UNIQUE constraint/i.test(error.message);

async function findSubmission({ db, ring }: BookContext, key: string): Promise<Submitted | null> {
  const hashes = await ring.lookupHashes(names.submission(key));
  const row = await db
    .prepare(`SELECT code, received_at, lane FROM reports WHERE submission_hash IN (${marks(hashes)})`)
    .bind(...hashes)
    .first<{ code: string; received_at: number; lane: Submission["lane"] }>();
  if (row === null) return null;
  return {
    code: row.code,
    receivedAt: row.received_at,
    dueAt: dueAt(row.lane, row.received_at),
    repeated: true,
  };
}

async function submissionStatements(
  context: BookContext,
  submission: Submission,
  code: string,
  burst: Burst | null,
): Promise<D1PreparedStatement[]> {
  const { db, ring } = context;
  const head = burst?.head ?? null;
  const { lane, category, content, at, likelySpam, reporter, noise } = submission;
  const { sealed, hash } = await sealContent(context, code, content);
  const submissionHash = await ring.lookupHash(names.submission(submission.submissionKey));
  const identity = JSON.stringify({ channel: reporter.channel, chat: reporter.chat });
  return [
    db
      .prepare(
        `INSERT INTO reports (code, submission_hash, lane, category, state, content_sealed, content_hash, likely_spam,
           version, received_at, due_at, changed_at, last_event_at, noise, duplicate_of, closed_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1, ?9, ?10, ?9, ?9, ?11, ?12, ?13)`,
      )
      .bind(
        ...[code, submissionHash, lane, category],
        head === null ? "received" : "duplicate",
        ...[sealed, hash, likelySpam || noise === true ? 1 : 0, at, dueAt(lane, at)],
        ...[noise === true ? 1 : 0, head, head === null ? null : at],
      ),
    await eventStatement(context, {
      key: `received:${code}`,
      code,
      at,
      actor: { kind: "reporter" },
      action: "received",
      to: "received",
    }),
    db
      .prepare(
        "INSERT INTO report_vault (code, reporter_hash, identity_sealed, submitted_at) VALUES (?, ?, ?, ?)",
      )
      .bind(
        code,
        await ring.lookupHash(names.reporter(reporter)),
        await ring.seal(identity, bindings.identity(code)),
        at,
      ),
    ...(burst === null
      ? [
          await dispatchStatement(context, {
            key: `new:${code}`,
            target: "duty",
            code,
            body: { kind: noise === true ? "noise" : "new_report" },
            at,
          }),
        ]
      : await joinStatements(context, burst, code, at)),
    ...mediaStatements(db, code, content.media),
    ...(await indexStatements(context, { code, receivedAt: at, content, hash })),
    ...(head === null ? [] : [countOutcome(context, code, "duplicate")]),
  ];
}
