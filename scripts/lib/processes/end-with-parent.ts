import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** The script that starts a command which never outlives us. */
export const WITH_PARENT = join(import.meta.dirname, "with-parent.sh");

const LOOK_EVERY_MS = 500;

/**
 * From this call on, a killed process takes its children along: every workerd of Miniflare or wrangler ends with the
 * process that started it, and a command of npm's ends with npm.
 */
export function endWithParent(): void {
  tieRuntimes();
  followNpm();
}

function tieRuntimes(): void {
  if (process.platform === "win32" || process.env.WORKERD_BINARY !== undefined) return;
  // The same binary that Miniflare would start.
  const { resolve } = createRequire(import.meta.url);
  const workerd: { readonly default: string } = createRequire(resolve("miniflare"))("workerd");
  process.env.WORKERD_BINARY = workerd.default;
  process.env.MINIFLARE_WORKERD_PATH = join(import.meta.dirname, "workerd.sh");
}

/** Closing the terminal or killing npm means ending the command; outside npm it may be meant to go on. */
function followNpm(): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parents = lineage();
  const timer = setInterval(() => {
    if (lineage() === parents) return;
    // Only once: a second signal would interrupt an orderly end.
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, LOOK_EVERY_MS);
  timer.unref();
}

/** Our parent process; where that is the shell of an npm script, npm itself. */
function lineage(): string {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, "utf8");
    const [, name = "", grandparent = ""] = /\((.*)\) \S+ (\d+)/u.exec(stat) ?? [];
    return /^(?:|ba|da|z)sh$/u.test(name) ? `${process.ppid} ${grandparent}` : `${process.ppid}`;
  } catch {
    // Not Linux: there the shell process becomes the command.
    return `${process.ppid}`;
  }
}
