import type { Actor } from "../case.ts";
import type { BookContext } from "./book-context.ts";
import { eventStatement } from "./case-events.ts";
import { type DispatchBody, dispatchStatement } from "./dispatch.ts";
import type { MoveRequest } from "./report-book.ts";
import type { ReportRow } from "./rows.ts";

/** So many merged reports are told of a new state; one event has hardly more. */
const MOST_FOLLOWERS = 200;

interface Merge {
  readonly key: string;
  readonly request: MoveRequest;
  readonly row: ReportRow;
  /** SQL with code and version: true while nobody was faster. */
  readonly still: string;
}

/**
 * What a merge means for the case into which another goes, for a batch: a line of its history, its card, a word to its
 * reporter, who never learns of which report or of how many. Empty where the move merges nothing.
 */
export async function mergeStatements(
  context: BookContext,
  { key, request, row, still }: Merge,
): Promise<D1PreparedStatement[]> {
  const { code, to, duplicateOf, at, actor } = request;
  const holds = [code, row.version] as const;
  const left = row.duplicate_of;
  if (to !== "duplicate" || duplicateOf === undefined)
    return left === null
      ? []
      : [
          await dispatchStatement(
            context,
            { key: `${key}/left`, target: "duty", code: left, body: { kind: "card_changed" }, at },
            still,
            ...holds,
          ),
        ];
  const merged = `${key}/merged`;
  const isOpen = "EXISTS (SELECT 1 FROM reports o WHERE o.code = ? AND o.erased_at IS NULL)";
  // Who reported both is told once, by the report that went.
  const isOthers = `EXISTS (SELECT 1 FROM report_vault v JOIN reports o ON o.code = v.code
      WHERE v.code = ? AND o.closed_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM report_vault a JOIN report_vault b ON a.reporter_hash = b.reporter_hash
      WHERE a.code = ? AND b.code = ?)`;
  return [
    await eventStatement(
      context,
      { key: merged, code: duplicateOf, at, actor, action: "merged", text: code },
      `${still} AND ${isOpen}`,
      ...holds,
      duplicateOf,
    ),
    await dispatchStatement(
      context,
      { key: `${merged}/card`, target: "duty", code: duplicateOf, body: { kind: "card_changed" }, at },
      `${still} AND ${isOpen}`,
      ...holds,
      duplicateOf,
    ),
    await dispatchStatement(
      context,
      { key: merged, target: "reporter", code: duplicateOf, body: { kind: "merged" }, at },
      `${still} AND ${isOthers}`,
      ...holds,
      duplicateOf,
      duplicateOf,
      code,
    ),
    // What was merged into this one goes along: no case is a duplicate of a duplicate.
    context.db
      .prepare(`UPDATE reports SET duplicate_of = ? WHERE duplicate_of = ? AND ${still}`)
      .bind(duplicateOf, code, ...holds),
  ];
}

/** Tells the reporters of merged reports what happens to the one case, each by their own code; for a batch. */
export async function tellFollowers(
  context: BookContext,
  told: {
    readonly key: string;
    readonly row: ReportRow;
    readonly still: string;
    readonly body: DispatchBody;
    readonly actor: Actor;
    readonly at: number;
    /** Codes that it doesn't concern. */
    readonly except: readonly string[];
  },
): Promise<D1PreparedStatement[]> {
  const { key, row, still, body, actor, at, except } = told;
  if (row.merged === 0 || actor.kind === "reporter") return [];
  const { results } = await context.db
    .prepare(
      `SELECT r.code FROM reports r JOIN report_vault v ON v.code = r.code WHERE r.duplicate_of = ? ORDER BY r.code LIMIT ?`,
    )
    .bind(row.code, MOST_FOLLOWERS)
    .all<{ code: string }>();
  return Promise.all(
    results
      .filter(({ code }) => !except.includes(code))
      .map(({ code }) =>
        dispatchStatement(
          context,
          { key: `${key}/${code}`, target: "reporter", code, body, at },
          `${still} AND EXISTS (SELECT 1 FROM report_vault WHERE code = ?)`,
          row.code,
          row.version,
          code,
        ),
      ),
  );
}
