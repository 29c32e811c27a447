import type { Shelf } from "./book-context.ts";
import { eventStatement } from "./case-events.ts";
import { dispatchStatement } from "./dispatch.ts";

/** See `ReportBook.markDelivered`. */
export async function markDelivered({ db }: Shelf, key: string, at: number): Promise<void> {
  await db
    .prepare(
      "UPDATE report_dispatches SET state = 'delivered', delivered_at = ? WHERE key = ? AND state = 'pending'",
    )
    .bind(at, key)
    .run();
}

/** See `ReportBook.markUndeliverable`. */
export async function markUndeliverable(shelf: Shelf, code: string, key: string, at: number): Promise<void> {
  const told = `${key}/undelivered`;
  // What can't reach the duty group is no news to tell it.
  const isNews = `EXISTS (SELECT 1 FROM report_dispatches
    WHERE key = ? AND code = ? AND target = 'reporter' AND state <> 'undeliverable')
    AND NOT EXISTS (SELECT 1 FROM report_events WHERE key = ?)`;
  await shelf.db.batch([
    await dispatchStatement(
      shelf,
      { key: told, target: "duty", code, body: { kind: "undelivered" }, at },
      isNews,
      key,
      code,
      told,
    ),
    await eventStatement(
      shelf,
      { key: told, code, at, actor: { kind: "system" }, action: "undelivered" },
      isNews,
      key,
      code,
      told,
    ),
    shelf.db
      .prepare("UPDATE report_dispatches SET state = 'undeliverable' WHERE key = ? AND code = ?")
      .bind(key, code),
  ]);
}

/** See `ReportBook.markReached`. */
export async function markReached(shelf: Shelf, key: string, at: number): Promise<void> {
  const row = await shelf.db
    .prepare("SELECT code FROM report_dispatches WHERE key = ? AND state = 'undeliverable'")
    .bind(key)
    .first<{ code: string }>();
  if (row === null) return;
  await shelf.db.batch([
    await dispatchStatement(shelf, {
      key: `${key}/reached`,
      target: "duty",
      code: row.code,
      body: { kind: "card_changed" },
      at,
    }),
    shelf.db
      .prepare(
        "UPDATE report_dispatches SET state = 'delivered', delivered_at = ? WHERE key = ? AND state = 'undeliverable'",
      )
      .bind(at, key),
  ]);
}
