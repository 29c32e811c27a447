import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

const LOOK_EVERY_MS = 50;

interface Member {
  readonly pid: number;
  /** Since the machine's start, in clock ticks: tells a process from a later one of the same number. */
  readonly started: string;
}

/** A process and all that descend from it, from Linux's own list (proc(5)). */
export function familyOf(pid: number): readonly Member[] {
  const parents = new Map(
    readdirSync("/proc").flatMap((name) => {
      const stat = /^\d+$/u.test(name) ? statOf(Number(name)) : undefined;
      return stat === undefined ? [] : [[Number(name), Number(stat[1])] as const];
    }),
  );
  const isOfIt = (one: number): boolean => {
    for (let at: number | undefined = one; at !== undefined && at > 0; at = parents.get(at))
      if (at === pid) return true;
    return false;
  };
  return [...parents.keys()].filter(isOfIt).flatMap((one) => {
    const started = statOf(one)?.[19];
    return started === undefined ? [] : [{ pid: one, started }];
  });
}

/** The program that a process runs and what it was given; empty where it is gone. */
export function spawnArguments(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  } catch {
    return [];
  }
}

/** Resolves once none of them lives any more, wherever it hangs by then. */
export async function allGone(family: readonly Member[]): Promise<void> {
  while (family.some(isAlive)) await pause(LOOK_EVERY_MS);
}

/** One that nobody has waited for yet (Z) is no process any more. */
function isAlive({ pid, started }: Member): boolean {
  const stat = statOf(pid);
  return stat !== undefined && stat[19] === started && stat[0] !== "Z";
}

/** The fields after the name, which may hold anything; undefined where there is no such process. */
function statOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}
