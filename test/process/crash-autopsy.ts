import { readdirSync, readFileSync } from "node:fs";

/** The fields of `/proc/PID/stat` after the name in brackets, counted from the state. See proc(5). */
const STATE = 0;
const GROUP = 2;
const USER_TICKS = 11;

/**
 * What the processes of a group are doing, a line each: state, processor time in ticks, and what the main thread waits
 * for in the kernel. `R` with many ticks is a thread that turns on the spot; `futex` in a Node process is one that
 * waits for another thread. Empty where there is no `/proc`.
 */
export function stateOfGroup(group: number | undefined): string {
  const pids = group === undefined ? [] : procEntries().filter((name) => /^\d+$/u.test(name));
  return pids
    .flatMap((pid) => {
      const [, name = "", rest = ""] = /^\d+ \((.*)\) (.*)$/su.exec(read(`/proc/${pid}/stat`)) ?? [];
      const fields = rest.split(" ");
      if (Number(fields[GROUP]) !== group) return [];
      return [`${pid} ${name} ${fields[STATE]} ${fields[USER_TICKS]} ${read(`/proc/${pid}/wchan`)}`];
    })
    .join("\n");
}

function procEntries(): readonly string[] {
  try {
    return readdirSync("/proc");
  } catch {
    return [];
  }
}

/** A process may end between being listed and being read. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
