import { displayMoment } from "../../../language/dates.ts";
import { DAY, HOUR, toMinute } from "../../../platform/time.ts";
import type { CaseAction, CaseEvent } from "../case.ts";
import { isClosed } from "../workflow/workflow.ts";
import { type BookContext, changesOf, names } from "./book-context.ts";
import { caseOfAct, eventStatement, readHistory } from "./case-events.ts";
import { dispatchStatement } from "./dispatch.ts";
import { endOfPause, WAITS_AT_MOST } from "./pause.ts";
import type { DeskAct, DeskOutcome, DeskRefusal, DeskRequest } from "./report-book.ts";
import { REPORT_COLUMNS, type ReportRow, readRow, toReport } from "./rows.ts";

/** How long a case may be off the desk at most. */
const LONGEST_SNOOZE = { urgent: HOUR, crime: 30 * DAY, feedback: 30 * DAY } as const;
/** What the history says where a case has lost its owner. */
const NOBODY = "chưa ai giữ, vì người giữ không còn quyền trực";
/** So many cases are taken up again in one run. */
const WOKEN_AT_ONCE = 50;

const ACTIONS: Readonly<Record<DeskAct["kind"], CaseAction>> = {
  assign: "assigned",
  snooze: "snoozed",
  wait: "waiting",
  resume: "resumed",
};

/** See `ReportBook.desk`. */
export async function deskAct(context: BookContext, request: DeskRequest): Promise<DeskOutcome> {
  const { code, act, actor, at } = request;
  const row = await readRow(context, code);
  if (row === null) return { kind: "unknown" };
  const report = await toReport(context, row);
  if ((await caseOfAct(context, request.key)) !== null) return { kind: "done", report, repeated: true };
  const why = await refusalOf(context, row, act, at);
  if (why !== null) return { kind: "refused", report, why };
  const key = await context.ring.lookupHash(names.act(request.key));
  const still = "EXISTS (SELECT 1 FROM reports WHERE code = ? AND version = ? AND closed_at IS NULL)";
  const text = wordsOf(act);
  const results = await context.db.batch([
    await eventStatement(
      context,
      { key, code, at, actor, action: ACTIONS[act.kind], ...(text !== undefined && { text }) },
      still,
      code,
      row.version,
    ),
    await dispatchStatement(
      context,
      { key, target: "duty", code, body: { kind: "card_changed" }, at },
      still,
      code,
      row.version,
    ),
    ...changes(context, row, act, at),
  ]);
  const after = await readRow(context, code);
  if (after === null) return { kind: "unknown" };
  const changed = await toReport(context, after);
  return changesOf(results[0]) > 0
    ? { kind: "done", report: changed, repeated: false }
    : { kind: "refused", report: changed, why: "closed" };
}

async function refusalOf(
  context: BookContext,
  row: ReportRow,
  act: DeskAct,
  at: number,
): Promise<DeskRefusal | null> {
  if (isClosed(row.state)) return "closed";
  if (act.kind === "assign") return null;
  if (act.kind === "resume")
    return row.snoozed_until === null && row.waiting_since === null ? "not_resting" : null;
  if (row.state === "received") return "not_accepted";
  if (act.kind === "snooze")
    return act.until <= at || act.until > at + LONGEST_SNOOZE[row.lane] ? "too_long" : null;
  return (await isAsked(context, row.code)) ? null : "not_asked";
}

/** True where the reporter has the next word: otherwise anybody could stop the deadline. */
async function isAsked(context: BookContext, code: string): Promise<boolean> {
  const spoken = (await readHistory(context, code)).filter(
    ({ action }: CaseEvent) => action === "told_reporter" || action === "told_duty",
  );
  return spoken.at(-1)?.action === "told_reporter";
}

/** What the history says of it besides the act. */
function wordsOf(act: DeskAct): string | undefined {
  if (act.kind === "assign") return act.to.label;
  return act.kind === "snooze" ? displayMoment(act.until) : undefined;
}

function changes({ db }: BookContext, row: ReportRow, act: DeskAct, at: number): D1PreparedStatement[] {
  const set = (sql: string, ...values: readonly (string | number)[]) =>
    db
      .prepare(
        `UPDATE reports SET ${sql}, last_event_at = ? WHERE code = ? AND version = ? AND closed_at IS NULL`,
      )
      .bind(...values, at, row.code, row.version);
  switch (act.kind) {
    case "assign":
      return [set("owner = ?, owner_label = ?", act.to.id, act.to.label)];
    case "snooze":
      return [set("snoozed_until = ?", toMinute(act.until))];
    case "wait":
      return [set("waiting_since = coalesce(waiting_since, ?)", at)];
    case "resume": {
      const ended = endOfPause(db, row, at);
      return [set("snoozed_until = NULL"), ...(ended === null ? [] : [ended])];
    }
  }
}

/** See `ReportBook.wake`. */
export async function wakeCases(context: BookContext, now: number): Promise<number> {
  const { results } = await context.db
    .prepare(
      `SELECT ${REPORT_COLUMNS} FROM reports r WHERE r.closed_at IS NULL
         AND (r.snoozed_until <= ?1 OR r.waiting_since <= ?2) LIMIT ?3`,
    )
    .bind(now, now - WAITS_AT_MOST, WOKEN_AT_ONCE)
    .all<ReportRow>();
  for (const row of results) await wake(context, row, now);
  return results.length + (await freedCases(context, now));
}

/**
 * Cases under way whose owner has lost the role: the database took them away with it, and the group hears of it here. What
 * nobody ever had, because it is older than owners are, isn't meant.
 */
async function freedCases(context: BookContext, now: number): Promise<number> {
  const { results } = await context.db
    .prepare(
      `SELECT ${REPORT_COLUMNS} FROM reports r
       WHERE r.closed_at IS NULL AND r.state IN ('accepted', 'in_progress') AND r.owner IS NULL
         AND EXISTS (SELECT 1 FROM report_events e WHERE e.code = r.code AND (e.action = 'assigned'
           OR (e.to_state IN ('accepted', 'in_progress') AND e.actor NOT IN ('reporter', 'system')
             AND e.actor NOT IN (SELECT telegram_id FROM officials))))
         AND NOT EXISTS (SELECT 1 FROM report_events e WHERE e.key = 'freed:' || r.code || ':' || r.version)
       LIMIT ?`,
    )
    .bind(WOKEN_AT_ONCE)
    .all<ReportRow>();
  for (const { code, version } of results) {
    const key = `freed:${code}:${version}`;
    const isNews = "NOT EXISTS (SELECT 1 FROM report_events WHERE key = ?)";
    const body = { kind: "woken", why: "freed" } as const;
    const freed = { action: "assigned", text: NOBODY } as const;
    await context.db.batch([
      await dispatchStatement(context, { key, target: "duty", code, body, at: now }, isNews, key),
      await eventStatement(context, { key, code, at: now, actor: { kind: "system" }, ...freed }, isNews, key),
    ]);
  }
  return results.length;
}

async function wake(context: BookContext, row: ReportRow, now: number): Promise<void> {
  const { code, snoozed_until: until, waiting_since: since } = row;
  const why = until !== null && until <= now ? "snoozed" : "waiting";
  const key = `woken:${code}:${why === "snoozed" ? until : since}`;
  const isNews = "NOT EXISTS (SELECT 1 FROM report_events WHERE key = ?)";
  const ended = why === "waiting" ? endOfPause(context.db, row, now) : null;
  await context.db.batch([
    await dispatchStatement(
      context,
      { key, target: "duty", code, body: { kind: "woken", why }, at: now },
      isNews,
      key,
    ),
    await eventStatement(
      context,
      { key, code, at: now, actor: { kind: "system" }, action: "resumed" },
      isNews,
      key,
    ),
    ...(ended === null
      ? [
          context.db
            .prepare("UPDATE reports SET snoozed_until = NULL WHERE code = ? AND snoozed_until = ?")
            .bind(code, until),
        ]
      : [ended]),
  ]);
}
