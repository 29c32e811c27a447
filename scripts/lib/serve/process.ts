import { readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** The runtime of a state folder: for backups, and for the next start. */
const RECORD = "runtime.pid";

/**
 * The process id of the `workerd` that this process started, from Linux's own list; Miniflare doesn't give it.
 * @returns undefined where there is none, or the system isn't Linux
 */
export function runtimePid(): number | undefined {
  return runtimesOf(process.pid)[0];
}

/** Every `workerd` that a process started; none where the system isn't Linux. */
export function runtimesOf(parent: number): readonly number[] {
  try {
    const children = readFileSync(`/proc/${parent}/task/${parent}/children`, "utf8").match(/\d+/gu) ?? [];
    return children.map(Number).filter(isRuntime);
  } catch {
    return [];
  }
}

/** Stores the id of this process's runtime, so that others find it. */
export function recordRuntime(stateDir: string): void {
  const pid = runtimePid();
  writeFileSync(join(stateDir, RECORD), pid === undefined ? "" : `${pid} ${startedAt(pid)}\n`);
}

/** The runtime of the folder, if it is still alive. */
export function recordedRuntime(stateDir: string): number | undefined {
  try {
    const [pid, started] = readFileSync(join(stateDir, RECORD), "utf8").trim().split(" ");
    const found = Number(pid);
    return isRuntime(found) && startedAt(found) === started ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Ends a runtime that outlived its server; call it while you have the folder's lock. */
export async function endOrphan(stateDir: string): Promise<void> {
  const pid = recordedRuntime(stateDir);
  if (pid === undefined) return;
  process.kill(pid, "SIGKILL");
  while (recordedRuntime(stateDir) !== undefined) await pause(10);
}

/** True where all threads of a process are stopped after SIGSTOP. */
export function isStopped(pid: number, threads: readonly string[]): boolean {
  return threads.every((thread) => statOf(`/proc/${pid}/task/${thread}/stat`)[0] === "T");
}

function isRuntime(pid: number): boolean {
  try {
    return basename(readlinkSync(`/proc/${pid}/exe`)) === "workerd";
  } catch {
    return false;
  }
}

/** The start time in clock ticks since boot: distinguishes a process from a later one with the same id. */
function startedAt(pid: number): string | undefined {
  return statOf(`/proc/${pid}/stat`)[19];
}

/** The fields after the name, which may contain anything (proc(5)). */
function statOf(path: string): string[] {
  const stat = readFileSync(path, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}
