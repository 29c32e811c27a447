import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { isStopped } from "../serve/process.ts";

/** The longest standstill, in milliseconds: webhooks wait for it, and the platforms allow a few seconds. */
export const STANDSTILL_MS = 2_000;
/** When the runtime goes on by itself if we are killed in the middle, in seconds. */
const RESCUE_AFTER_S = 6;

/**
 * Runs something while a process is stopped. The files on disk are then in the state of a crash at this moment, all at
 * the same instant, and the Worker is made to continue from such a state.
 * @throws Error where the process can't be stopped
 */
export function whileFrozen<T>(pid: number, work: (deadline: number) => T): T {
  const rescue = spawn("sh", ["-c", `sleep ${RESCUE_AFTER_S}; kill -CONT ${pid}`], {
    detached: true,
    stdio: "ignore",
  });
  rescue.unref();
  process.kill(pid, "SIGSTOP");
  try {
    const deadline = Date.now() + STANDSTILL_MS;
    while (!isStopped(pid, readdirSync(`/proc/${pid}/task`))) {
      if (Date.now() > deadline) throw new Error("the runtime didn't stand still");
      Atomics.wait(TICK, 0, 0, 1);
    }
    return work(deadline);
  } finally {
    process.kill(pid, "SIGCONT");
    if (rescue.pid !== undefined) process.kill(-rescue.pid, "SIGKILL");
  }
}

const TICK = new Int32Array(new SharedArrayBuffer(4));
