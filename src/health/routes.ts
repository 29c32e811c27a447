import { Hono } from "hono";
import type { Config } from "../config.ts";
import { Ledger } from "../ledger/ledger.ts";
import { localDay } from "../vietnamese/dates.ts";

/** Longest wait for the databases, in milliseconds: the status must come even when they don't. */
const PATIENCE = 1_500;

/** GET /healthz: what runs and what is stuck, as counts. No setting's value, no identity. */
export function healthRoutes(env: { LEDGER: D1Database; KNOWLEDGE: D1Database }, config: Config): Hono {
  const ledger = new Ledger(env.LEDGER);
  return new Hono().get("/healthz", async (c) => {
    const [knowledge, parked, today] = await Promise.all([
      within(knowledgeStatus(env.KNOWLEDGE)),
      within(ledger.parkedCount()),
      within(ledger.countsOf(localDay(Date.now()))),
    ]);
    return c.json({
      status: knowledge === null || parked === null ? "degraded" : "ok",
      channels: { zalo: config.zalo !== undefined, telegram: config.telegram !== undefined },
      knowledge,
      parked,
      today,
    });
  });
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
