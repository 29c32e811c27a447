import { z } from "zod";
import { type Actor, type CaseAction, type CaseEvent, SAID_AS, type SaidAs } from "../case.ts";
import type { LostMedia, ReportMedia, ReportState } from "../report.ts";
import { type BookContext, bindings, marks, names } from "./book-context.ts";
import { LostItem, MediaItem } from "./report-media.ts";

const Detail = z.object({
  text: z.string().exactOptional(),
  media: z.array(MediaItem).exactOptional(),
  as: z.enum(SAID_AS).exactOptional(),
  lost: z.array(LostItem).exactOptional(),
});

/** A new line of a case's history. */
export interface NewEvent {
  readonly key: string;
  readonly code: string;
  readonly at: number;
  readonly actor: Actor;
  readonly action: CaseAction;
  readonly from?: ReportState;
  readonly to?: ReportState;
  readonly text?: string;
  readonly media?: readonly ReportMedia[];
  readonly as?: SaidAs;
  readonly lost?: readonly LostMedia[];
}

interface EventRow {
  readonly key: string;
  readonly code: string;
  readonly at: number;
  readonly actor: string;
  readonly actor_label: string | null;
  readonly action: CaseAction;
  readonly from_state: ReportState | null;
  readonly to_state: ReportState | null;
  readonly detail_sealed: string | null;
}

/**
 * The statement that adds an event, for a batch.
 * @param condition SQL that must be true in the same transaction, e.g. that the case still has a version
 */
export async function eventStatement(
  { db, ring }: BookContext,
  event: NewEvent,
  condition = "1",
  ...values: readonly (string | number)[]
): Promise<D1PreparedStatement> {
  const { text, media, as, lost = [] } = event;
  const detail = {
    ...(text !== undefined && text !== "" && { text }),
    ...(media !== undefined && media.length > 0 && { media }),
    ...(as !== undefined && { as }),
    ...(lost.length > 0 && { lost }),
  };
  const sealed =
    Object.keys(detail).length === 0
      ? null
      : await ring.seal(JSON.stringify(detail), bindings.event(event.key));
  return db
    .prepare(
      `INSERT INTO report_events (key, code, at, actor, actor_label, action, from_state, to_state, detail_sealed)
       SELECT ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE ${condition}`,
    )
    .bind(
      event.key,
      event.code,
      event.at,
      event.actor.kind === "official" ? event.actor.id : event.actor.kind,
      event.actor.kind === "official" ? event.actor.label : null,
      event.action,
      event.from ?? null,
      event.to ?? null,
      sealed,
      ...values,
    );
}

/** The code of the case that has this act; null where none has it. Found after a rotation of keys too. */
export async function caseOfAct({ db, ring }: BookContext, key: string): Promise<string | null> {
  const hashes = await ring.lookupHashes(names.act(key));
  const row = await db
    .prepare(`SELECT code FROM report_events WHERE key IN (${marks(hashes)})`)
    .bind(...hashes)
    .first<{ code: string }>();
  return row?.code ?? null;
}

/** A case's history, oldest first. */
export async function readHistory(context: BookContext, code: string): Promise<readonly CaseEvent[]> {
  const { results } = await context.db
    .prepare("SELECT * FROM report_events WHERE code = ? ORDER BY id")
    .bind(code)
    .all<EventRow>();
  return openEvents(context, results);
}

/** A line of a history as it is stored. */
export type SealedEvent = EventRow;

/** The histories of several cases in one call, each oldest first. */
export async function readHistories(
  { db }: BookContext,
  codes: readonly string[],
): Promise<ReadonlyMap<string, readonly SealedEvent[]>> {
  const { results } = await db
    .prepare("SELECT * FROM report_events WHERE code IN (SELECT value FROM json_each(?)) ORDER BY code, id")
    .bind(JSON.stringify(codes))
    .all<EventRow>();
  return Map.groupBy(results, ({ code }) => code);
}

/** @throws SealError */
export const openEvents = (
  context: BookContext,
  events: readonly SealedEvent[],
): Promise<readonly CaseEvent[]> => Promise.all(events.map((row) => readEvent(context, row)));

/** The last change of a case's state: shown to an official whose press came second. */
export async function lastChange(context: BookContext, code: string): Promise<CaseEvent | null> {
  const row = await context.db
    .prepare("SELECT * FROM report_events WHERE code = ? AND to_state IS NOT NULL ORDER BY id DESC LIMIT 1")
    .bind(code)
    .first<EventRow>();
  return row === null ? null : readEvent(context, row);
}

async function readEvent({ ring }: BookContext, row: EventRow): Promise<CaseEvent> {
  const detail =
    row.detail_sealed === null
      ? {}
      : Detail.parse(JSON.parse(await ring.open(row.detail_sealed, bindings.event(row.key))));
  return {
    at: row.at,
    actor:
      row.actor === "reporter" || row.actor === "system"
        ? row.actor
        : { id: row.actor, label: row.actor_label ?? "" },
    action: row.action,
    ...(row.from_state !== null && { from: row.from_state }),
    ...(row.to_state !== null && { to: row.to_state }),
    ...detail,
  };
}
