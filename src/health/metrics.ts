import { Hono } from "hono";
import { localDay } from "../language/dates.ts";
import { DayBook } from "../ledger/day-book.ts";
import { Ledger } from "../ledger/ledger.ts";
import { OperationsState, readStuck } from "../ledger/operations-state.ts";
import { hasToken } from "../platform/bearer.ts";
import { type Metric, prometheusText } from "./prometheus.ts";

const OUTCOMES = ["answered", "ignored", "refused", "pending", "parked"] as const;

/**
 * GET /metrics: counts in Prometheus' text format, for requests with the token. Without a token in the settings there
 * is no such page. Labels are channels, outcomes and codes of ours, never an id.
 */
export function metricsRoutes({ LEDGER }: { LEDGER: D1Database }, token: string | undefined): Hono {
  const app = new Hono();
  if (token === undefined) return app;
  return app.get("/metrics", async (c) => {
    if (!hasToken(c.req.header("authorization"), token)) {
      c.header("www-authenticate", "Bearer");
      return c.json({ error: "unauthorized" }, 401);
    }
    c.header("cache-control", "no-store");
    return c.text(prometheusText(await metricsOf(LEDGER, Date.now())), 200, {
      "content-type": "text/plain; version=0.0.4; charset=utf-8",
    });
  });
}

async function metricsOf(db: D1Database, now: number): Promise<readonly Metric[]> {
  const day = localDay(now);
  const state = new OperationsState(db);
  const ledger = new Ledger(db);
  const [lines, counts, parked, cron, stuckState, usage] = await Promise.all([
    new DayBook(db).linesOf(day),
    ledger.countsOf(day),
    ledger.parkedCount(),
    state.get("cron"),
    state.get("stuck"),
    modelUsage(db, day),
  ]);
  const stuck = readStuck(stuckState?.value);
  const deferred = Object.entries(counts).flatMap(([key, n]) => {
    const [, channel = "", reason = ""] = /^([a-z]+)\.deferred\.(.*)$/.exec(key) ?? [];
    return channel === "" ? [] : [{ labels: { channel, reason }, value: n }];
  });
  return [
    {
      name: "tl138_messages_received_today",
      help: "Messages received today, as the conversations counted them last.",
      samples: lines.map(({ channel, received }) => ({ labels: { channel }, value: received })),
    },
    {
      name: "tl138_messages_today",
      help: "What became of them. received = the sum of these.",
      samples: lines.flatMap((line) =>
        OUTCOMES.map((outcome) => ({ labels: { channel: line.channel, outcome }, value: line[outcome] })),
      ),
    },
    {
      name: "tl138_unsigned_calls_today",
      help: "Calls of a webhook without a valid signature or secret.",
      samples: lines.map(({ channel, unsigned }) => ({ labels: { channel }, value: unsigned })),
    },
    {
      name: "tl138_ledger_gap_today",
      help: "Received without a known end; anything but 0 is a fault.",
      samples: lines.map(({ channel, gap }) => ({ labels: { channel }, value: gap })),
    },
    { name: "tl138_parked", help: "Messages that wait for an operator.", samples: [{ value: parked }] },
    {
      name: "tl138_stuck",
      help: "Messages and replies that wait longer than 15 minutes.",
      samples: [{ value: stuck.n }],
    },
    {
      name: "tl138_oldest_pending_age_seconds",
      help: "Age of the oldest message or reply that waits; 0 where none did at the last cron.",
      samples: [{ value: stuck.oldest === null ? 0 : seconds(now - stuck.oldest) }],
    },
    { name: "tl138_sends_deferred_today", help: "Sends put off, by the reason given.", samples: deferred },
    {
      name: "tl138_zalo_token_refresh_failed_today",
      help: "Cron runs that got no Zalo access token.",
      samples: [{ value: counts["zalo.token_refresh_failed"] ?? 0 }],
    },
    {
      name: "tl138_last_cron_age_seconds",
      help: "Since cron last ran through; absent where it never did.",
      samples: cron === null ? [] : [{ value: seconds(now - cron.at) }],
    },
    ...MODEL_FIGURES.map(([field, help]) => ({
      name: `tl138_model_${field}_today`,
      help,
      samples: usage.map((row) => ({ labels: { outcome: row.outcome }, value: row[field] })),
    })),
  ];
}

const MODEL_FIGURES = [
  ["calls", "Calls of the language model, by how they ended."],
  ["prompt_tokens", "Tokens sent to it."],
  ["completion_tokens", "Tokens that came back."],
  ["ms", "Milliseconds that it took."],
] as const;

type Usage = { outcome: string; calls: number; prompt_tokens: number; completion_tokens: number; ms: number };

async function modelUsage(db: D1Database, day: string): Promise<readonly Usage[]> {
  const { results } = await db
    .prepare("SELECT outcome, calls, prompt_tokens, completion_tokens, ms FROM model_usage WHERE day = ?")
    .bind(day)
    .all<Usage>();
  return results;
}

const seconds = (ms: number): number => Math.max(0, Math.round(ms / 1_000));
