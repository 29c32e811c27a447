import { doneStatement } from "../alarm/alarm-book.ts";
import type { Call, ChainName } from "../alarm/alarm-steps.ts";
import { calledInWords } from "../alarm/called.ts";
import type { CaseSummary } from "../case.ts";
import type { BookContext } from "./book-context.ts";
import { eventStatement } from "./case-events.ts";
import { dispatchStatement } from "./dispatch.ts";
import { ARRIVAL, REPORT_COLUMNS, type ReportRow, toSummary } from "./rows.ts";

/** So many reporters of one event are told at most. */
const MOST_TOLD = 200;

/** One step of a case's alarm. */
export interface AlarmStep {
  readonly code: string;
  /** The case as it was when the step was found due: nothing is written over a newer one. */
  readonly version: number;
  readonly chain: ChainName;
  readonly n: number;
  readonly calls: readonly Call[];
  /** How long the clock has run. */
  readonly minutes: number;
  readonly at: number;
  /** Others of the same chat that it is for, too: their clocks go on with it, in silence. */
  readonly others?: readonly string[];
}

/** A case that is opened again has another version: its clocks begin anew, and are heard. */
export const alarmKey = ({
  code,
  version,
  chain,
  n,
}: Pick<AlarmStep, "code" | "version" | "chain" | "n">): string => `alarm:${code}:${version}:${chain}:${n}`;

/** An urgent case that waits. */
export interface WaitingCase extends CaseSummary {
  /** Equal for those of one chat in one list, and nothing else is known of it; null where nobody can be told any more. */
  readonly sender: number | null;
}

/** See `ReportBook.urgentWaiting`. */
export async function urgentWaiting({ db }: BookContext): Promise<readonly WaitingCase[]> {
  const { results } = await db
    .prepare(
      `SELECT ${REPORT_COLUMNS}, v.reporter_hash FROM reports r LEFT JOIN report_vault v ON v.code = r.code
       WHERE r.lane = 'urgent' AND r.closed_at IS NULL AND r.state IN ('received', 'accepted')
       ORDER BY r.received_at, ${ARRIVAL}`,
    )
    .all<ReportRow & { readonly reporter_hash: string | null }>();
  const chats = [...new Set(results.map((row) => row.reporter_hash))];
  return results.map((row) => ({
    ...toSummary(row),
    sender: row.reporter_hash === null ? null : chats.indexOf(row.reporter_hash),
  }));
}

/** So many are told of in one run; the next run takes the others. */
const MOST_OVERDUE = 200;

/** See `ReportBook.newlyOverdue`. */
export async function newlyOverdue({ db }: BookContext, now: number): Promise<readonly CaseSummary[]> {
  const { results } = await db
    .prepare(
      `SELECT ${REPORT_COLUMNS} FROM reports r
       LEFT JOIN report_alarms a ON a.code = r.code AND a.chain = 'overdue'
       WHERE r.closed_at IS NULL AND r.due_at < ? AND coalesce(a.done, 0) < r.due_at AND r.noise = 0
         AND r.waiting_since IS NULL
         AND NOT (r.lane = 'urgent' AND r.state IN ('received', 'accepted'))
       ORDER BY r.due_at, r.code LIMIT ?`,
    )
    .bind(now, MOST_OVERDUE)
    .all<ReportRow>();
  return results.map(toSummary);
}

/** See `ReportBook.alarm`. One batch: the group's message, the citizen's, the line of the history and how far it has come. */
export async function alarmCase(context: BookContext, step: AlarmStep): Promise<void> {
  const { code, version, chain, n, calls, minutes, at, others = [] } = step;
  const key = alarmKey(step);
  const still = "EXISTS (SELECT 1 FROM reports WHERE code = ? AND version = ? AND closed_at IS NULL)";
  const isNew = `${still} AND NOT EXISTS (SELECT 1 FROM report_events WHERE key = ?)`;
  const toGroup = { kind: "alarm", chain, minutes, ...(others.length > 0 && { others }) } as const;
  await context.db.batch([
    ...(calls.includes("group")
      ? [
          await dispatchStatement(
            context,
            { key, target: "duty", code, body: toGroup, at },
            isNew,
            ...[code, version, key],
          ),
        ]
      : []),
    ...(calls.includes("reporter") ? await toReporters(context, step, key, isNew) : []),
    await eventStatement(
      context,
      {
        key,
        code,
        at,
        actor: { kind: "system" },
        action: "alarmed",
        text: `lần ${n}: ${calledInWords(calls)}`,
      },
      isNew,
      ...[code, version, key],
    ),
    doneStatement(context.db, code, chain, n),
  ]);
}

/** Each reporter of the event hears it, by their own code. */
async function toReporters(
  context: BookContext,
  { code, version, at }: AlarmStep,
  key: string,
  isNew: string,
): Promise<D1PreparedStatement[]> {
  const { results } = await context.db
    .prepare(
      `SELECT r.code FROM reports r JOIN report_vault v ON v.code = r.code
       WHERE r.code = ?1 OR r.duplicate_of = ?1 ORDER BY r.code LIMIT ?2`,
    )
    .bind(code, MOST_TOLD)
    .all<{ code: string }>();
  return Promise.all(
    results.map((own) =>
      dispatchStatement(
        context,
        {
          key: own.code === code ? `${key}/reporter` : `${key}/${own.code}`,
          target: "reporter",
          code: own.code,
          body: { kind: "untaken" },
          at,
        },
        `${isNew} AND EXISTS (SELECT 1 FROM report_vault WHERE code = ?)`,
        ...[code, version, key, own.code],
      ),
    ),
  );
}

/** See `ReportBook.ownerOf`. Of a report that was joined to another: who has the other. */
export async function ownerOf({ db }: BookContext, code: string): Promise<string | null> {
  const row = await db
    .prepare(
      `SELECT coalesce(h.owner, r.owner) AS owner FROM reports r LEFT JOIN reports h ON h.code = r.duplicate_of
       WHERE r.code = ?`,
    )
    .bind(code)
    .first<{ owner: string | null }>();
  return row?.owner ?? null;
}
