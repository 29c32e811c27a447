import { askForToken } from "../channels/zalo/tokens.ts";
import type { Config, ZaloSettings } from "../config.ts";
import type { Bindings } from "../env.ts";
import { Officials } from "../features/officials/directory.ts";
import { AlarmBoard, step } from "../features/operations/alarm-board.ts";
import {
  BURST,
  DEFAULT_SILENCE_HOURS,
  findingsOf,
  type Observations,
} from "../features/operations/alarm-rules.ts";
import { alarmReply } from "../features/operations/alarm-wording.ts";
import { usedShare } from "../features/reporting/media/day-use.ts";
import { localDay } from "../language/dates.ts";
import { chatFinder } from "../ledger/chat-finder.ts";
import { DayBook } from "../ledger/day-book.ts";
import { Ledger } from "../ledger/ledger.ts";
import { OperationsState } from "../ledger/operations-state.ts";
import { ParkedBook } from "../ledger/parked-book.ts";
import { moveChats, sweep } from "../ledger/sweep.ts";
import { tellOfficials } from "../messaging/chats.ts";
import { freeShareOf } from "../platform/disk.ts";
import { errorCode } from "../platform/errors.ts";
import { logEvent } from "../platform/log.ts";
import { DAY, HOUR } from "../platform/time.ts";
import { attempt } from "./attempt.ts";

/**
 * Renews the Zalo token early, runs the sweep with the loss ledger, then the alarms. Can be repeated; no step stops
 * another. A run counts as done only where the sweep finished.
 */
export async function runOperationsCron(env: Bindings, config: Config, now: number): Promise<void> {
  const state = new OperationsState(env.LEDGER);
  const cronBefore = await attempt("cron_state", async () => (await state.get("cron"))?.at ?? null);
  const tokenFails = config.zalo === undefined ? false : await tokenFailsFor(env, config.zalo, now);
  if (config.reports !== undefined) await attempt("change_over", () => moveChats(env));
  const swept = await attempt("sweep", async () => {
    const report = await sweep(env, now);
    const { woken, unfinished, unreachable, stuck, oldest } = report;
    logEvent("sweep", { woken, unfinished, unreachable, stuck });
    await state.set("stuck", JSON.stringify({ n: stuck, oldest }), now);
    await state.set("outgoing", JSON.stringify(report.outgoing), now);
    await state.set("cron", "", now);
    return report;
  });
  await attempt("alarms", async () => {
    const seen = await observe(env, config, now, { cronBefore, tokenFails });
    const stuck = swept === null ? null : { n: swept.stuck, since: swept.stuckSince };
    await tellAlarms(env, config, { ...seen, stuck });
  });
}

async function observe(
  { LEDGER, DISK }: Bindings,
  { zalo, alarmSilenceHours, reports }: Config,
  now: number,
  before: { readonly cronBefore: number | null; readonly tokenFails: boolean | null },
): Promise<Observations> {
  const days = new DayBook(LEDGER);
  const gaps = await days.gapsSince(localDay(now - DAY));
  for (const { gap } of gaps) logEvent("ledger_gap", { gap });
  return {
    now,
    cronBefore: before.cronBefore,
    ...(zalo !== undefined && {
      zalo: {
        lastAt: await days.lastOf("zalo"),
        silenceHours: alarmSilenceHours ?? DEFAULT_SILENCE_HOURS,
        tokenFails: before.tokenFails,
      },
    }),
    newlyParked: await new ParkedBook(LEDGER).newSince(now - HOUR),
    newReports: await openReportsSince(LEDGER, now - BURST.within),
    stuck: null,
    gaps,
    ...(reports !== undefined && {
      files: { usedShare: await usedShare(LEDGER, now).catch(() => null) },
    }),
    ...(DISK !== undefined && { disk: { freeShare: await freeShareOf(DISK) } }),
  };
}

/** Counts by the index of open reports. */
async function openReportsSince(db: D1Database, at: number): Promise<number> {
  const row = await db
    .prepare("SELECT count(*) AS n FROM reports WHERE closed_at IS NULL AND received_at >= ?")
    .bind(at)
    .first<{ n: number }>();
  return row?.n ?? 0;
}

/** Sends the alarms, then stores that they were sent: after a crash they are sent again under the same key. */
async function tellAlarms(env: Bindings, config: Config, seen: Observations): Promise<void> {
  const board = new AlarmBoard(env.LEDGER);
  const states = await board.read();
  const officials = new Officials(env.LEDGER, config.telegram?.adminIds);
  for (const finding of findingsOf(seen)) {
    const before = states.get(finding.name) ?? null;
    const { state, telling } = step(before, finding, seen.now);
    if (telling !== null) {
      logEvent("alarm", { name: telling.name, kind: telling.kind });
      if (config.telegram !== undefined)
        await tellOfficials(
          chatFinder(env, config.reports?.keyRing),
          await officials.supervisors(),
          telling.key,
          alarmReply(telling, seen),
        );
    }
    if (telling !== null || before === null || before.isOn !== state.isOn)
      await board.write(finding.name, state);
  }
}

/** Asking for the token makes the keeper renew it when half of its life is over. */
async function tokenFailsFor(env: Bindings, settings: ZaloSettings, now: number): Promise<boolean> {
  try {
    await askForToken(env.ZALO_TOKENS, settings);
    const keeper = env.ZALO_TOKENS.get(env.ZALO_TOKENS.idFromName(settings.oaId));
    return (await keeper.status()).state === "broken";
  } catch (error) {
    logEvent("zalo_token_refresh_failed", { code: errorCode(error) });
    await new Ledger(env.LEDGER).count(localDay(now), "zalo", "token_refresh_failed");
    return true;
  }
}
