import { Hono } from "hono";
import type { Config } from "../config.ts";
import { localDay } from "../language/dates.ts";
import { ChatNames } from "../ledger/chat-names.ts";
import { DayBook, type LedgerTotal, totalOf } from "../ledger/day-book.ts";
import { Ledger } from "../ledger/ledger.ts";
import { CRON_MISSED_AFTER, OperationsState, readStuck } from "../ledger/operations-state.ts";
import { type DiskWatch, freeShareOf, LOW_DISK } from "../platform/disk.ts";
import { metricsRoutes } from "./metrics.ts";

/** Longest wait for the databases, in milliseconds: the status must answer even when they don't. */
const PATIENCE = 1_500;
/** A status up to this age, in milliseconds, is sent again: frequent requests must not cause load. */
const FRESH = 1_000;
/** A successful write counts for so long, in milliseconds; a failed one isn't cached. */
const WRITTEN_FRESH = 10_000;

interface HealthBindings {
  readonly LEDGER: D1Database;
  readonly KNOWLEDGE: D1Database;
  readonly DISK?: DiskWatch;
}

/**
 * GET /healthz: what runs and what is stuck, as counts. No setting's value, no identity. `ledger` has the counts of the
 * last cron run; `cron` is null where none ran yet. GET /metrics is the same for machines and needs a token.
 */
export function healthRoutes(env: HealthBindings, config: Config): Hono {
  const ledger = new Ledger(env.LEDGER);
  let last: { readonly at: number; readonly status: object } | undefined;
  let writtenAt = Number.NEGATIVE_INFINITY;
  const app = new Hono().get("/healthz", async (c) => {
    const now = Date.now();
    if (last === undefined || now - last.at >= FRESH || now < last.at)
      last = { at: now, status: await status(now) };
    return c.json(last.status);
  });

  async function status(now: number): Promise<object> {
    const day = localDay(now);
    const [knowledge, parked, today, counts, operations, isNamed, isWritable, freeShare] = await Promise.all([
      within(knowledgeStatus(env.KNOWLEDGE)),
      within(ledger.parkedCount()),
      within(ledger.countsOf(day)),
      within(ledgerOf(env.LEDGER, day)),
      within(operationsOf(env.LEDGER, now)),
      canFindChats(),
      canWrite(now),
      env.DISK === undefined ? undefined : freeShareOf(env.DISK),
    ]);
    const isDegraded =
      knowledge === null ||
      parked === null ||
      operations === null ||
      operations.isLate ||
      operations.stuck > 0 ||
      !isNamed ||
      !isWritable ||
      (typeof freeShare === "number" && freeShare < LOW_DISK);
    return {
      status: isDegraded ? "degraded" : "ok",
      channels: { zalo: config.zalo !== undefined, telegram: config.telegram !== undefined },
      knowledge,
      parked,
      today,
      ledger: counts,
      cron: operations?.ageSeconds === undefined ? null : { ageSeconds: operations.ageSeconds },
      stuck: operations?.stuck ?? null,
      storage: { writable: isWritable, ...(freeShare !== undefined && { freeShare }) },
    };
  }

  /** False where the key of the chats' names is lost, or no key of the ring opens it: no message can be stored. */
  async function canFindChats(): Promise<boolean> {
    const ring = config.reports?.keyRing;
    return ring === undefined || (await within(new ChatNames(env.LEDGER, ring).isLost())) === false;
  }

  /** Writes and reads back: reading also works on a full disk. */
  async function canWrite(now: number): Promise<boolean> {
    if (now - writtenAt < WRITTEN_FRESH && now >= writtenAt) return true;
    const state = new OperationsState(env.LEDGER);
    const read = await within(state.set("health", "", now).then(() => state.get("health")));
    if (read === null || read.at < now) return false;
    writtenAt = now;
    return true;
  }
  return app.route("/", metricsRoutes(env, config.metricsToken));
}

/** Today's loss ledger of all channels: received = answered + ignored + refused + pending + parked. */
async function ledgerOf(db: D1Database, day: string): Promise<LedgerTotal> {
  return totalOf(await new DayBook(db).linesOf(day));
}

async function operationsOf(
  db: D1Database,
  now: number,
): Promise<{ readonly ageSeconds?: number; readonly isLate: boolean; readonly stuck: number }> {
  const state = new OperationsState(db);
  const [cron, stuck] = await Promise.all([state.get("cron"), state.get("stuck")]);
  const { n } = readStuck(stuck?.value);
  if (cron === null) return { isLate: false, stuck: n };
  const age = now - cron.at;
  return { ageSeconds: Math.max(0, Math.round(age / 1_000)), isLate: age > CRON_MISSED_AFTER, stuck: n };
}

async function knowledgeStatus(db: D1Database): Promise<{ version: string; passages: number }> {
  const row = await db
    .prepare(
      "SELECT version, (SELECT count(*) FROM passages p WHERE p.version = a.version) AS passages FROM active a",
    )
    .first<{ version: string; passages: number }>();
  return row ?? { version: "", passages: 0 };
}

/** The result, or null where it failed or took too long. */
async function within<T>(work: Promise<T>): Promise<T | null> {
  return Promise.race([work.catch(() => null), scheduler.wait(PATIENCE).then(() => null)]);
}
