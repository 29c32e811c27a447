import { Hono } from "hono";
import type { Config } from "../config.ts";
import { localDay } from "../language/dates.ts";
import { ChatNames } from "../ledger/chat-names.ts";
import { DayBook, type LedgerTotal, totalOf } from "../ledger/day-book.ts";
import { Ledger } from "../ledger/ledger.ts";
import {
  CRON_MISSED_AFTER,
  OperationsState,
  readDutyLate,
  readOutgoing,
  readStuck,
  type Waiting,
} from "../ledger/operations-state.ts";
import type { Tally } from "../ledger/tally.ts";
import { hasToken } from "../platform/bearer.ts";
import { type DiskWatch, freeShareOf, LOW_DISK } from "../platform/disk.ts";
import { MINUTE } from "../platform/time.ts";
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

/** For everybody. `starting`: cron hasn't run through yet, as in the first minutes of a new installation. */
interface Status {
  readonly status: "ok" | "degraded" | "starting";
}

/**
 * GET /healthz: one word for everybody, so that nobody sees by a count when somebody reports. Who has the token is told
 * what runs and what is stuck, as counts; no setting's value, no identity. `ledger` has the counts of the last cron run;
 * `cron` is null where none ran yet. GET /metrics is the same for machines and needs the same token.
 * @param tally is written first, so that the counts are of now
 */
export function healthRoutes(env: HealthBindings, config: Config, tally?: Pick<Tally, "write">): Hono {
  const ledger = new Ledger(env.LEDGER);
  let last: { readonly at: number; readonly status: Status } | undefined;
  let writtenAt = Number.NEGATIVE_INFINITY;
  const app = new Hono().get("/healthz", async (c) => {
    const now = Date.now();
    c.header("cache-control", "no-store");
    const isTold = hasToken(c.req.header("authorization"), config.metricsToken);
    if (isTold && tally !== undefined) await within(tally.write());
    if (last === undefined || now - last.at >= FRESH || now < last.at)
      last = { at: now, status: await status(now) };
    return c.json(isTold ? last.status : { status: last.status.status });
  });

  async function status(now: number): Promise<Status & Readonly<Record<string, unknown>>> {
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
      operations.dutyLate.n > 0 ||
      !isNamed ||
      !isWritable ||
      (typeof freeShare === "number" && freeShare < LOW_DISK);
    return {
      status: isDegraded ? "degraded" : operations.ageSeconds === undefined ? "starting" : "ok",
      channels: { zalo: config.zalo !== undefined, telegram: config.telegram !== undefined },
      knowledge,
      parked,
      today,
      ledger: counts,
      cron: operations?.ageSeconds === undefined ? null : { ageSeconds: operations.ageSeconds },
      stuck: operations?.stuck ?? null,
      outgoing: operations === null ? null : shown(operations.outgoing, now),
      dutyLate: operations === null ? null : shown(operations.dutyLate, now),
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

async function operationsOf(db: D1Database, now: number): Promise<Operations> {
  const state = new OperationsState(db);
  const [cron, stuck, outgoing, duty] = await Promise.all(
    ["cron", "stuck", "outgoing", "duty_late"].map((name) => state.get(name)),
  );
  const waits = {
    stuck: readStuck(stuck?.value).n,
    outgoing: readOutgoing(outgoing?.value),
    dutyLate: readDutyLate(duty?.value),
  };
  if (cron === null || cron === undefined) return { isLate: false, ...waits };
  const age = now - cron.at;
  return { ageSeconds: Math.max(0, Math.round(age / 1_000)), isLate: age > CRON_MISSED_AFTER, ...waits };
}

interface Operations {
  readonly ageSeconds?: number;
  readonly isLate: boolean;
  readonly stuck: number;
  readonly outgoing: Waiting;
  readonly dutyLate: Waiting;
}

const shown = ({ n, since }: Waiting, now: number): object => ({
  n,
  oldestMinutes: since === null ? 0 : Math.max(0, Math.floor((now - since) / MINUTE)),
});

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
