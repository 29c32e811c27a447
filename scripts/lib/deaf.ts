import { setTimeout as pause } from "node:timers/promises";
import { runtimesOf } from "./serve/process.ts";

const LOOK_EVERY_MS = 500;
/** How long a restarted runtime may take to answer, in milliseconds. */
const PATIENCE_MS = 60_000;

/**
 * `wrangler dev` has two runtimes, the one on the public port and the Worker's, and restarts each one that dies. After that
 * it mostly answers, but may also accept requests and never answer. A runtime that only stands at a breakpoint isn't
 * mistaken for that.
 * @param wrangler the process id of `wrangler dev`
 * @returns a promise that resolves when nothing will be answered any more; never where the system isn't Linux
 */
export async function untilDeaf(wrangler: number, url: string): Promise<"deaf"> {
  const listed = () => runtimesOf(wrangler).join();
  for (let known = listed(); ; await pause(LOOK_EVERY_MS)) {
    const now = listed();
    if (now === known) continue;
    known = now;
    if (!(await answers(url))) return "deaf";
  }
}

/** Until the restart nothing listens there, and then it answers that it can't: neither is the last word. */
async function answers(url: string): Promise<boolean> {
  const late = AbortSignal.timeout(PATIENCE_MS);
  while (!late.aborted) {
    const response = await fetch(`${url}/healthz`, { signal: late }).catch(() => null);
    if (response?.ok) return true;
    await pause(LOOK_EVERY_MS);
  }
  return false;
}
