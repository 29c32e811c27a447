import type { BookContext } from "./book-context.ts";
import { eventStatement } from "./case-events.ts";
import { dispatchStatement } from "./dispatch.ts";

/** See `ReportBook.markDelivered`. */
export async function markDelivered({ db }: BookContext, key: string, at: number): Promise<void> {
  await db
    .prepare(
      "UPDATE report_dispatches SET state = 'delivered', delivered_at = ? WHERE key = ? AND state = 'pending'",
    )
    .bind(at, key)
    .run();
}

/** See `ReportBook.markUndeliverable`. */
export async function markUndeliverable(
  context: BookContext,
  code: string,
  key: string,
  at: number,
): Promise<void> {
  const told = `${key}/undelivered`;
  // The duty group can't be told that it can't be reached.
  const isNews = `EXISTS (SELECT 1 FROM report_dispatches
    WHERE key = ? AND code = ? AND target = 'reporter' AND state <> 'undeliverable')
    AND NOT EXISTS (SELECT 1 FROM report_events WHERE key = ?)`;
  await context.db.batch([
    await dispatchStatement(
      context,
      { key: told, target: "duty", code, body: { kind: "undelivered" }, at },
      isNews,
      key,
      code,
      told,
    ),
    await eventStatement(
      context,
      { key: told, code, at, actor: { kind: "system" }, action: "undelivered" },
      isNews,
      key,
      code,
      told,
    ),
    context.db
      .prepare("UPDATE report_dispatches SET state = 'undeliverable' WHERE key = ? AND code = ?")
      .bind(key, code),
  ]);
}

/** See `ReportBook.markReached`. */
export async function markReached(context: BookContext, key: string, at: number): Promise<void> {
  const row = await context.db
    .prepare("SELECT code FROM report_dispatches WHERE key = ? AND state = 'undeliverable'")
    .bind(key)
    .first<{ code: string }>();
  if (row === null) return;
  await context.db.batch([
    await dispatchStatement(context, {
      key: `${key}/reached`,
      target: "duty",
      code: row.code,
      body: { kind: "card_changed" },
      at,
    }),
    context.db
      .prepare(
        "UPDATE report_dispatches SET state = 'delivered', delivered_at = ? WHERE key = ? AND state = 'undeliverable'",
      )
      .bind(at, key),
  ]);
}
