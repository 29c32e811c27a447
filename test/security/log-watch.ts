import { appendFileSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Plugin } from "vitest/config";
import type { Reporter, VitestPluginContext } from "vitest/node";
import { z } from "zod";
import { leakIn } from "./planted.ts";

/** Where the processes of one run put down what they saw; a variable, as the pools' processes inherit those. */
const DIR = "LOG_WATCH_DIR";

const Seen = z.object({
  /** Which project's tests, or "server" for a process that a test started, or "runtime". */
  source: z.string(),
  lines: z.number(),
  leaks: z.array(z.string()),
});
export type Seen = z.infer<typeof Seen>;

/** Searches what was printed and puts down how much it was and what was found; outside a test run it does nothing. */
export function watchLogs(source: string, text: string): void {
  const dir = process.env[DIR];
  if (dir === undefined) return;
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const leaks = lines.flatMap((line) => leakIn(line) ?? []);
  if (lines.length === 0) return;
  const seen: Seen = { source, lines: lines.length, leaks };
  appendFileSync(join(dir, `${process.pid}.jsonl`), `${JSON.stringify(seen)}\n`);
}

/** What all processes of this run have seen so far, one entry a source. */
export function seenSoFar(): readonly Seen[] {
  const dir = process.env[DIR];
  if (dir === undefined) return [];
  const all = new Map<string, Seen>();
  for (const name of readdirSync(dir))
    for (const line of readFileSync(join(dir, name), "utf8").trim().split("\n")) {
      const { source, lines, leaks } = Seen.parse(JSON.parse(line));
      const before = all.get(source) ?? { lines: 0, leaks: [] };
      all.set(source, { source, lines: before.lines + lines, leaks: [...before.leaks, ...leaks] });
    }
  return [...all.values()];
}

/**
 * Hears everything that any test prints, whichever reporters the command line names, and what the runtime itself writes
 * to the terminal. Belongs to the project of the last test (`logs/logs.test.ts`), which gives the verdict: a find is a
 * failed test.
 */
export function logWatch(): Plugin {
  return {
    name: "log-watch",
    configureVitest({ vitest }: VitestPluginContext) {
      process.env[DIR] = mkdtempSync(join(tmpdir(), "tro-ly-138-logs-"));
      const listener: Reporter = {
        onUserConsoleLog({ content, taskId }) {
          const entity = taskId === undefined ? undefined : vitest.state.getReportedEntityById(taskId);
          watchLogs(entity?.project.name ?? "runtime", content);
        },
        onInit: () => watchTerminal(),
      };
      vitest.config.reporters.push(listener);
    },
  };
}

/** A row of the reporter's own: names of tests hold invented numbers. */
const REPORTED = /[✓✗×↓→❯]|stdout \||stderr \|/u;

function watchTerminal(): void {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    stream.write = ((chunk: Uint8Array | string, ...rest: []) => {
      const text = typeof chunk === "string" ? chunk : new TextDecoder().decode(chunk);
      const lines = text.split("\n").filter((line) => !REPORTED.test(line));
      watchLogs("terminal", lines.join("\n"));
      return write(chunk, ...rest);
    }) as typeof stream.write;
  }
}
