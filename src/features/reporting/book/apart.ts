import { restartStatement } from "../alarm/alarm-book.ts";
import { dueAt } from "../deadlines/due.ts";
import type { Lane } from "../report.ts";
import type { BookContext } from "./book-context.ts";
import { eventStatement } from "./case-events.ts";
import { countOutcome } from "./case-figures.ts";
import { dispatchStatement } from "./dispatch.ts";
import { ARRIVAL, readRow } from "./rows.ts";

/** A report that joined a case as it came: no person has said that they are the same. */
export interface Joined {
  readonly code: string;
  readonly lane: Lane;
}

/** Those of a case, the urgent first, then the oldest. */
export async function joinedOf({ db }: BookContext, head: string): Promise<readonly Joined[]> {
  const { results } = await db
    .prepare(
      `SELECT r.code, r.lane FROM reports r WHERE r.duplicate_of = ? AND r.erased_at IS NULL
         AND (SELECT e.actor FROM report_events e WHERE e.code = r.code AND e.to_state IS NOT NULL
           ORDER BY e.id DESC LIMIT 1) = 'system'
       ORDER BY r.lane <> 'urgent', r.received_at, ${ARRIVAL}`,
    )
    .bind(head)
    .all<Joined>();
  return results;
}

/**
 * What it means for those who joined a case that it isn't handled, for a batch: that one report is worth nothing says nothing
 * of the others. The first of them becomes the case, with a card and clocks of its own, and the others stay joined to it.
 * @param still SQL that must be true in the same transaction, with its values
 */
export async function setApart(
  context: BookContext,
  {
    head,
    joined: [first, ...others],
    key,
    at,
  }: { readonly head: string; readonly joined: readonly Joined[]; readonly key: string; readonly at: number },
  still: string,
  ...values: readonly (string | number)[]
): Promise<D1PreparedStatement[]> {
  if (first === undefined) return [];
  const { code, lane } = first;
  const actor = { kind: "system" } as const;
  const isJoined = `EXISTS (SELECT 1 FROM reports WHERE code = ? AND duplicate_of = ?) AND ${still}`;
  const holds = [code, head, ...values] as const;
  const apart = `${key}/apart`;
  return [
    await eventStatement(
      context,
      { key: apart, code, at, actor, action: "moved", from: "duplicate", to: "received", text: head },
      isJoined,
      ...holds,
    ),
    await dispatchStatement(
      context,
      { key: apart, target: "duty", code, body: { kind: "new_report" }, at },
      isJoined,
      ...holds,
    ),
    countOutcome(context, code, null, isJoined, ...holds),
    restartStatement(context.db, code, isJoined, ...holds),
    context.db
      .prepare(
        `UPDATE reports SET duplicate_of = ? WHERE code IN (SELECT value FROM json_each(?)) AND duplicate_of = ? AND ${still}`,
      )
      .bind(code, JSON.stringify(others.map((one) => one.code)), head, ...values),
    context.db
      .prepare(
        `UPDATE reports SET state = 'received', duplicate_of = NULL, closed_at = NULL, version = version + 1,
           due_at = ?, changed_at = ?, last_event_at = ? WHERE code = ? AND duplicate_of = ? AND ${still}`,
      )
      .bind(dueAt(lane, at), at, at, code, head, ...values),
  ];
}

/** Sets a new report apart from a case that was closed at the moment in which it joined: it must ring. */
export async function apartFromClosed(
  context: BookContext,
  { code, lane, head, at }: Joined & { readonly head: string; readonly at: number },
): Promise<void> {
  if ((await readRow(context, head))?.closed_at === null) return;
  const isClosed = "EXISTS (SELECT 1 FROM reports WHERE code = ? AND closed_at IS NOT NULL)";
  const key = `joined:${code}`;
  await context.db.batch(
    await setApart(context, { head, joined: [{ code, lane }], key, at }, isClosed, head),
  );
}
