import { z } from "zod";
import type { KeyRing } from "../../../platform/crypto/key-ring.ts";
import { errorCode } from "../../../platform/errors.ts";
import { logEvent } from "../../../platform/log.ts";
import { CHAIN_NAMES } from "../alarm/alarm-steps.ts";
import { SAID_AS } from "../case.ts";
import { type BookContext, bindings } from "./book-context.ts";
import { LostItem, MediaItem } from "./report-media.ts";

const State = z.enum([
  "received",
  "accepted",
  "in_progress",
  "resolved",
  "rejected",
  "duplicate",
  "forwarded",
]);

/** The message as data; the words are added when it is sent. Stored encrypted. */
export const DispatchBody = z.discriminatedUnion("kind", [
  /** To the duty group: post the card. */
  z.object({ kind: z.literal("new_report") }),
  /** To the duty group: something on the card changed; edit it. */
  z.object({
    kind: z.literal("card_changed"),
    /** Its own card, also where it was joined to another case. */
    own: z.literal(true).exactOptional(),
  }),
  /** To the duty group: the reporter wrote or sent files. */
  z.object({
    kind: z.literal("reporter_said"),
    text: z.string(),
    media: z.array(MediaItem).readonly(),
    lost: z.array(LostItem).readonly().exactOptional(),
    as: z.enum(SAID_AS).exactOptional(),
  }),
  /** To the duty group: the reporter says that the case isn't solved. */
  z.object({ kind: z.literal("reopened"), text: z.string() }),
  /** To the duty group: another person reported the same event, the n-th of them. */
  z.object({ kind: z.literal("joined"), n: z.number() }),
  /** To the duty group: a report that is probably a joke or abuse; the day's list has it. */
  z.object({ kind: z.literal("noise") }),
  /** To the duty group: an urgent case waits so many minutes, to be accepted or begun. */
  z.object({
    kind: z.literal("alarm"),
    chain: z.enum(CHAIN_NAMES),
    minutes: z.number(),
    /** Others of the same chat that wait too, and don't ring by themselves. */
    others: z.array(z.string()).readonly().exactOptional(),
  }),
  /** To the duty group: somebody accepted the case in private. */
  z.object({ kind: z.literal("taken"), by: z.string() }),
  /** To the duty group: a message to the reporter couldn't be delivered yet. */
  z.object({ kind: z.literal("undelivered") }),
  /** To the duty group: a case that rested is back on the desk, or one has lost its owner. */
  z.object({ kind: z.literal("woken"), why: z.enum(["snoozed", "waiting", "freed"]) }),
  /** To the reporter: another report of the same event was merged into theirs. */
  z.object({ kind: z.literal("merged") }),
  /** To the reporter: a new state; `text` is the reason, the result or where the report was forwarded. */
  z.object({
    kind: z.literal("state_changed"),
    to: State,
    text: z.string().exactOptional(),
    media: z.array(MediaItem).readonly().exactOptional(),
    /** Somebody accepted a case of the urgent lane: the danger isn't over with it. */
    urgent: z.literal(true).exactOptional(),
    /** A handler opened it again: what was told before isn't the end of it. */
    again: z.literal(true).exactOptional(),
  }),
  /** To the reporter: nobody has accepted the urgent case yet. */
  z.object({ kind: z.literal("untaken") }),
  /** To the reporter: a handler's message. */
  z.object({ kind: z.literal("duty_said"), text: z.string(), media: z.array(MediaItem).readonly() }),
]);

export type DispatchBody = Readonly<z.infer<typeof DispatchBody>>;

export type DispatchTarget = "duty" | "reporter";

/** A message that must be delivered, stored in the same transaction as the change that it reports. */
export interface Dispatch {
  /** The idempotency key of the delivery. */
  readonly key: string;
  readonly target: DispatchTarget;
  readonly code: string;
  readonly body: DispatchBody;
  readonly createdAt: number;
  readonly attempts: number;
}

export interface NewDispatch {
  readonly key: string;
  readonly target: DispatchTarget;
  readonly code: string;
  readonly body: DispatchBody;
  readonly at: number;
}

interface DispatchRow {
  readonly key: string;
  readonly target: DispatchTarget;
  readonly code: string;
  readonly payload_sealed: string;
  readonly created_at: number;
  readonly attempts: number;
}

/**
 * The statement that adds a dispatch, for a batch. Where the key exists nothing is written.
 * @param condition SQL that must be true in the same transaction
 */
export async function dispatchStatement(
  { db, ring }: BookContext,
  { key, target, code, body, at }: NewDispatch,
  condition = "1",
  ...values: readonly (string | number)[]
): Promise<D1PreparedStatement> {
  const sealed = await ring.seal(JSON.stringify(body), bindings.dispatch(key));
  return db
    .prepare(
      `INSERT OR IGNORE INTO report_dispatches (key, target, code, payload_sealed, state, created_at)
       SELECT ?, ?, ?, ?, 'pending', ? WHERE ${condition}`,
    )
    .bind(key, target, code, sealed, at, ...values);
}

/** After so many failed tries a message is tried after the others. */
const MANY_ATTEMPTS = 10;

/** Undelivered messages: of urgent cases first, then the oldest. One that can't be decrypted is logged and doesn't block the others. */
export async function readPending({ db, ring }: BookContext, limit: number): Promise<readonly Dispatch[]> {
  const { results } = await db
    .prepare(
      `SELECT key, target, code, payload_sealed, created_at, attempts FROM report_dispatches
       WHERE state = 'pending'
       ORDER BY attempts >= ?, code NOT IN (SELECT code FROM reports WHERE lane = 'urgent' AND closed_at IS NULL), id
       LIMIT ?`,
    )
    .bind(MANY_ATTEMPTS, limit)
    .all<DispatchRow>();
  const dispatches: Dispatch[] = [];
  for (const row of results) {
    const body = await openBody(ring, row);
    if (body !== null) dispatches.push(toDispatch(row, body));
    else await countAttempt(db, row.key);
  }
  return dispatches;
}

/** Counts a failed try. */
export async function countAttempt(db: D1Database, key: string): Promise<void> {
  await db.prepare("UPDATE report_dispatches SET attempts = attempts + 1 WHERE key = ?").bind(key).run();
}

async function openBody(ring: KeyRing, row: DispatchRow): Promise<DispatchBody | null> {
  try {
    return DispatchBody.parse(JSON.parse(await ring.open(row.payload_sealed, bindings.dispatch(row.key))));
  } catch (error) {
    logEvent("dispatch_unreadable", { code: errorCode(error) });
    return null;
  }
}

const toDispatch = (row: DispatchRow, body: DispatchBody): Dispatch => ({
  key: row.key,
  target: row.target,
  code: row.code,
  body,
  createdAt: row.created_at,
  attempts: row.attempts,
});
