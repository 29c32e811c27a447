import type { Reporter } from "../case.ts";
import { type BookContext, changesOf, names } from "./book-context.ts";
import { caseOfAct, eventStatement } from "./case-events.ts";
import { dispatchStatement } from "./dispatch.ts";
import { isReporter } from "./lookup.ts";

/** See `ReportBook.satisfied`. */
export async function noteSatisfied(
  context: BookContext,
  {
    code,
    reporter,
    at,
    key,
  }: { readonly code: string; readonly reporter: Reporter; readonly at: number; readonly key: string },
): Promise<boolean> {
  if (!(await isReporter(context, code, reporter))) return false;
  const act = await context.ring.lookupHash(names.act(key));
  // Said once for each time that it was solved.
  const isNews = `EXISTS (SELECT 1 FROM reports WHERE code = ? AND state = 'resolved' AND erased_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM report_events e WHERE e.code = ? AND e.action = 'satisfied'
      AND e.id > (SELECT max(m.id) FROM report_events m WHERE m.code = ? AND m.to_state = 'resolved'))`;
  const results = await context.db.batch([
    await dispatchStatement(
      context,
      { key: act, target: "duty", code, body: { kind: "card_changed" }, at },
      isNews,
      ...[code, code, code],
    ),
    await eventStatement(
      context,
      { key: act, code, at, actor: { kind: "reporter" }, action: "satisfied" },
      isNews,
      ...[code, code, code],
    ),
  ]);
  return changesOf(results[1]) > 0 || (await caseOfAct(context, key)) !== null;
}
