import { readdirSync, readFileSync } from "node:fs";

/** What one line of /proc/<pid>/stat says of a process (proc(5)). */
export interface ProcessTime {
  readonly group: number;
  /** User and system time in clock ticks, with those of children that have ended. */
  readonly ticks: number;
}

/** USER_HZ, the unit of /proc on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/** Reads the line; the name, in brackets, may hold anything. Null where it isn't such a line. */
export function readProcessTime(stat: string): ProcessTime | null {
  const fields = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
  const [group, times] = [fields[2], fields.slice(11, 15)];
  if (group === undefined || times.length < 4 || [group, ...times].some(Number.isNaN)) return null;
  return { group, ticks: times.reduce((sum, time) => sum + time, 0) };
}

/** Milliseconds of CPU that a process group has used so far, to 10 ms for each process; null where there is no /proc. */
export function groupCpu(group: number): number | null {
  let pids: string[];
  try {
    pids = readdirSync("/proc").filter((name) => /^\d+$/u.test(name));
  } catch {
    return null;
  }
  const ticks = pids
    .map(timeOf)
    .filter((time) => time?.group === group)
    .reduce((sum, time) => sum + (time?.ticks ?? 0), 0);
  return ticks === 0 ? null : (ticks * 1000) / TICKS_PER_SECOND;
}

/** Null for a process that ended meanwhile. */
function timeOf(pid: string): ProcessTime | null {
  try {
    return readProcessTime(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return null;
  }
}
