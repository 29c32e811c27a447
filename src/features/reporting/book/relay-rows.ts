import type { Actor, CaseAction, OfficialActor, Reporter } from "../case.ts";
import { type BookContext, changesOf, names } from "./book-context.ts";
import { caseOfAct, eventStatement } from "./case-events.ts";
import { dispatchStatement, type NewDispatch } from "./dispatch.ts";
import { isReporter } from "./lookup.ts";
import { endOfPause } from "./pause.ts";
import type { Message, RelayOutcome } from "./report-book.ts";
import { mediaStatements } from "./report-media.ts";
import { readRow } from "./rows.ts";

/** See `ReportBook.relayToReporter`. */
export async function relayToReporter(
  context: BookContext,
  message: Message & { readonly actor: OfficialActor },
): Promise<RelayOutcome> {
  const body = { kind: "duty_said", text: message.text, media: message.media } as const;
  return write(context, message, message.actor, "told_reporter", { target: "reporter", body });
}

/** See `ReportBook.relayToDuty`. */
export async function relayToDuty(
  context: BookContext,
  message: Message & { readonly reporter: Reporter },
): Promise<RelayOutcome> {
  if (!(await isReporter(context, message.code, message.reporter))) return { kind: "unknown" };
  const { text, media, lost = [], as } = message;
  const body = {
    kind: "reporter_said",
    text,
    media,
    ...(lost.length > 0 && { lost }),
    ...(as !== undefined && { as }),
  } as const;
  return write(context, message, { kind: "reporter" }, "told_duty", { target: "duty", body });
}

/** See `ReportBook.note`. */
export async function addNote(
  context: BookContext,
  message: Message & { readonly actor: OfficialActor },
): Promise<RelayOutcome> {
  return write(context, message, message.actor, "noted");
}

async function write(
  context: BookContext,
  { code, text, media, at, key, as, lost }: Message,
  actor: Actor,
  action: CaseAction,
  dispatch?: Pick<NewDispatch, "target" | "body">,
): Promise<RelayOutcome> {
  const row = await readRow(context, code);
  if (row === null) return { kind: "unknown" };
  if ((await caseOfAct(context, key)) !== null) return { kind: "relayed", repeated: true };
  const hash = await context.ring.lookupHash(names.act(key));
  const needsReporter = dispatch?.target === "reporter";
  // The reporter's data may be deleted between this read and the write.
  const condition = needsReporter
    ? "EXISTS (SELECT 1 FROM report_vault WHERE code = ?)"
    : "EXISTS (SELECT 1 FROM reports WHERE code = ? AND erased_at IS NULL)";
  const event = {
    key: hash,
    code,
    at,
    actor,
    action,
    text,
    media,
    ...(as !== undefined && { as }),
    ...(lost !== undefined && { lost }),
  };
  const results = await context.db.batch([
    await eventStatement(
      context,
      event,
      `${condition} AND NOT EXISTS (SELECT 1 FROM report_events WHERE key = ?)`,
      code,
      hash,
    ),
    ...(dispatch === undefined
      ? []
      : [await dispatchStatement(context, { key: hash, code, at, ...dispatch }, condition, code)]),
    context.db
      .prepare(`UPDATE reports SET last_event_at = ? WHERE code = ? AND ${condition}`)
      .bind(at, code, code),
    ...mediaStatements(context.db, code, media),
    // The reporter answered: the deadline goes on.
    ...(action === "told_duty" ? [endOfPause(context.db, row, at)].filter((one) => one !== null) : []),
  ]);
  if (changesOf(results[0]) > 0) return { kind: "relayed", repeated: false };
  return (await caseOfAct(context, key)) === null
    ? { kind: "no_reporter" }
    : { kind: "relayed", repeated: true };
}
