import { setTimeout as pause } from "node:timers/promises";
import { runtimeOnPort } from "./serve/process.ts";

const LOOK_EVERY_MS = 500;
/** How long a restarted runtime may take to answer, in milliseconds. */
const PATIENCE_MS = 10_000;

/**
 * `wrangler dev` has two runtimes and restarts each one that dies. After a restart of the one on the public port it
 * accepts requests and never answers. A runtime that only stands at a breakpoint isn't mistaken for that.
 * @param wrangler the process id of `wrangler dev`
 * @returns a promise that resolves when nothing will be answered any more; never where the system isn't Linux
 */
export async function untilDeaf(wrangler: number, port: number, url: string): Promise<"deaf"> {
  for (;;) {
    const runtime = runtimeOnPort(wrangler, port);
    if (runtime === undefined) return new Promise(() => {});
    while (isRunning(runtime)) await pause(LOOK_EVERY_MS);
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

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
