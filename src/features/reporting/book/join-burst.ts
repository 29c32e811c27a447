import type { BookContext } from "./book-context.ts";
import { eventStatement } from "./case-events.ts";
import { countOutcome } from "./case-figures.ts";
import { dispatchStatement } from "./dispatch.ts";
import { type Burst, burstOf } from "./noise.ts";
import type { Submission } from "./report-book.ts";

/** One event makes one case: what it means for the case and for the report that joins it. */
export async function joinStatements(
  context: BookContext,
  burst: Burst,
  code: string,
  at: number,
): Promise<D1PreparedStatement[]> {
  const { head, waiting } = burst;
  const n = (await countReporters(context, burst)) + 1;
  const gathered = await Promise.all(waiting.map((other) => gather(context, head, other, at)));
  return [
    ...gathered.flat(),
    await eventStatement(context, {
      key: `joined:${code}`,
      code,
      at,
      actor: { kind: "system" },
      action: "moved",
      from: "received",
      to: "duplicate",
      text: head,
    }),
    await joinedStatement(context, { head, code, n, at }),
  ];
}

/** The case's own reporter, those who joined it before, and those who wait. */
async function countReporters({ db }: BookContext, { head, waiting }: Burst): Promise<number> {
  const row = await db
    .prepare("SELECT count(*) AS n FROM reports WHERE duplicate_of = ?")
    .bind(head)
    .first<{ n: number }>();
  return (row?.n ?? 0) + waiting.length + 1;
}

interface Joined {
  readonly head: string;
  readonly code: string;
  readonly n: number;
  readonly at: number;
}

const joinedStatement = (context: BookContext, { head, code, n, at }: Joined): Promise<D1PreparedStatement> =>
  dispatchStatement(context, {
    key: `joined:${code}`,
    target: "duty",
    code: head,
    body: { kind: "joined", n },
    at,
  });

/** Of several that came at the same moment none saw the others: now that all are written, each looks once more. */
export async function gatherLate(context: BookContext, submission: Submission, code: string): Promise<void> {
  const burst = await burstOf(context, submission);
  if (burst === null || burst.waiting.length === 0) return;
  const { head, waiting } = burst;
  const { at } = submission;
  const gathered = await Promise.all(waiting.map((other) => gather(context, head, other, at)));
  const n = await countReporters(context, burst);
  await context.db.batch([...gathered.flat(), await joinedStatement(context, { head, code, n, at })]);
}

/** A report that came before the event was seen as one joins its case too, with what is joined to it; unless somebody was faster. */
async function gather(
  context: BookContext,
  head: string,
  { code, version }: Burst["waiting"][number],
  at: number,
): Promise<D1PreparedStatement[]> {
  const { db } = context;
  const key = `gathered:${code}:${version}`;
  const still = "EXISTS (SELECT 1 FROM reports WHERE code = ? AND version = ? AND state = 'received')";
  const actor = { kind: "system" } as const;
  const states = { action: "moved", from: "received", to: "duplicate", text: head } as const;
  const body = { kind: "card_changed", own: true } as const;
  return [
    await eventStatement(context, { key, code, at, actor, ...states }, still, code, version),
    await dispatchStatement(context, { key, target: "duty", code, body, at }, still, code, version),
    countOutcome(context, code, "duplicate", still, code, version),
    db
      .prepare(`UPDATE reports SET duplicate_of = ? WHERE duplicate_of = ? AND ${still}`)
      .bind(head, code, code, version),
    db
      .prepare(
        `UPDATE reports SET state = 'duplicate', duplicate_of = ?, closed_at = ?, changed_at = ?, last_event_at = ?,
           version = version + 1 WHERE code = ? AND version = ? AND state = 'received'`,
      )
      .bind(head, at, at, at, code, version),
  ];
}
