import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** Starts a command that never outlives us; see the script. */
export const WITH_PARENT = join(import.meta.dirname, "with-parent.sh");

const LOOK_EVERY_MS = 500;

/**
 * From here on whatever is killed takes its children along: every workerd that Miniflare or wrangler starts ends with the
 * process that started it, and a command of npm's ends when npm is gone.
 */
export function endWithParent(): void {
  tieRuntimes();
  followNpm();
}

function tieRuntimes(): void {
  if (process.platform === "win32" || process.env.WORKERD_BINARY !== undefined) return;
  // The very binary that Miniflare would take.
  const { resolve } = createRequire(import.meta.url);
  const workerd: { readonly default: string } = createRequire(resolve("miniflare"))("workerd");
  process.env.WORKERD_BINARY = workerd.default;
  process.env.MINIFLARE_WORKERD_PATH = join(import.meta.dirname, "workerd.sh");
}

/** Who closes a terminal or kills npm means the command; outside of npm it may be meant to go on by itself. */
function followNpm(): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parents = lineage();
  const timer = setInterval(() => {
    if (lineage() === parents) return;
    // Once: a second one would cut an orderly end short.
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, LOOK_EVERY_MS);
  timer.unref();
}

/** Our parent, and where that is the shell that npm starts a script in, npm itself. */
function lineage(): string {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, "utf8");
    const [, name = "", grandparent = ""] = /\((.*)\) \S+ (\d+)/u.exec(stat) ?? [];
    return /^(?:|ba|da|z)sh$/u.test(name) ? `${process.ppid} ${grandparent}` : `${process.ppid}`;
  } catch {
    // No Linux: there the shell becomes the command.
    return `${process.ppid}`;
  }
}
