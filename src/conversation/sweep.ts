import type { Bindings } from "../env.ts";
import { errorCode } from "../errors.ts";
import { Ledger } from "../ledger/ledger.ts";
import { logEvent } from "../log.ts";
import { localDay } from "../vietnamese/dates.ts";

const DAY = 86_400_000;
const AT_ONCE = 20;

/** The longest that a reply is retried, and a day more: older conversations have nothing unfinished. */
const LOOK_BACK = 2 * DAY;

/**
 * Wakes every conversation that was active lately, so that one whose alarm was lost goes on. Alarms do the work;
 * this is the net under them.
 * @returns how many were woken and how many of those still have something unfinished
 */
export async function sweep(env: Bindings, now: number): Promise<{ woken: number; unfinished: number }> {
  const ledger = new Ledger(env.LEDGER);
  const since = localDay(now - LOOK_BACK);
  const ids = await ledger.activeSince(since);
  let unfinished = 0;
  for (let i = 0; i < ids.length; i += AT_ONCE) {
    const counts = await Promise.all(ids.slice(i, i + AT_ONCE).map((id) => wake(env, id)));
    unfinished += counts.filter((stillBusy) => stillBusy).length;
  }
  await ledger.forgetActivityBefore(since);
  return { woken: ids.length, unfinished };
}

async function wake(env: Bindings, id: string): Promise<boolean> {
  try {
    const counts = await env.CONVERSATION.get(env.CONVERSATION.idFromString(id)).wake();
    return counts.waiting + counts.outgoing > 0;
  } catch (error) {
    logEvent("sweep_failed", { code: errorCode(error) });
    return true;
  }
}
