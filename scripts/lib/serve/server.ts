import { setTimeout as pause } from "node:timers/promises";
import { Miniflare, type WorkerdStructuredLog } from "miniflare";
import type { Bundle } from "./bundle.ts";
import { type Hold, hold } from "./holder.ts";
import { openFiles } from "./open-files.ts";
import { HOLDER, runtimeOptions } from "./options.ts";
import { endOrphan, recordRuntime, runtimePid } from "./process.ts";
import { prepareState } from "./state.ts";
import { fireTriggers } from "./triggers.ts";
import { watchRuntime } from "./watch.ts";

export interface ServerOptions {
  readonly bundle: Bundle;
  readonly host: string;
  readonly port: number;
  readonly stateDir: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
  /** Another province's folder in place of `knowledge/`. */
  readonly knowledge?: string | undefined;
  /** The file of the list of erasures; absent = beside the state folder. */
  readonly erasures?: string | undefined;
  /** Where the Worker's own lines go; to the terminal by default. */
  readonly onLog?: (line: WorkerdStructuredLog) => void;
  /** How long running turns may continue at a stop, in milliseconds. */
  readonly graceMs?: number;
}

export interface RunningServer {
  /** Where the Worker itself listens. */
  readonly url: string;
  /** Resolves with a sentence when the runtime can't be restarted any more; else never. */
  readonly broken: Promise<string>;
  /** Accepts no more requests, lets turns finish for a few seconds, and ends the runtime. */
  stop(): Promise<void>;
}

/** The path of Miniflare's own loopback entry for cron triggers. */
const SCHEDULED = "/cdn-cgi/local/scheduled";
/** For turns at a stop. Unfinished ones continue at the next start, because they are stored. */
const GRACE_MS = 3_000;

/**
 * A small nursery for new objects, in megabytes: it fills sooner, so what files leave behind is collected sooner. A hundred
 * megabytes less while ten films come in, twenty less at rest (docs/speed.md).
 */
const V8_FLAGS = "--max-semi-space-size=1";

/**
 * Starts the Worker on its own runtime and fires its cron triggers. First it migrates the state folder and fills it
 * with the knowledge. The caller has the folder's lock.
 * @throws Error where the port is taken
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { bundle } = options;
  await endOrphan(options.stateDir);
  const keepErasures = await prepareState(bundle.config, options);
  const files = openFiles();
  if (files?.advice !== undefined) options.log(files.advice);
  const settings = {
    ...(files !== null && { CHATS_AT_ONCE: String(files.chatsAtOnce) }),
    ...options.settings,
  };
  process.env.MINIFLARE_WORKERD_V8_FLAGS ??= V8_FLAGS;
  let onRestart = () => {};
  const runtime = new Miniflare(
    runtimeOptions({
      ...options,
      settings,
      keepErasures,
      onLog: options.onLog ?? printLog,
      onRestart: () => onRestart(),
    }),
  );
  await runtime.ready;
  const url = (await runtime.unsafeGetDirectURL()).origin;
  const watch = watchRuntime(url);
  const hung = watch.broken.then((why) => {
    throw new Error(why);
  });
  let attached = await Promise.race([attach(runtime, bundle.config.crons, options), hung]);
  hung.catch(() => {});
  onRestart = () => {
    watch.restarted();
    attached.end();
    attach(runtime, bundle.config.crons, options).then(
      (again) => {
        attached = again;
      },
      () => options.log("Chương trình lại dừng đột ngột."),
    );
  };
  return {
    url,
    broken: watch.broken,
    async stop() {
      watch.end();
      attached.end();
      await letTurnsEnd(options.graceMs ?? GRACE_MS);
      attached.hold.release();
      await runtime.dispose();
    },
  };
}

interface Attached {
  readonly hold: Hold;
  /** Ends the triggers. */
  end(): void;
}

/** To be done after each start of the runtime: record it, hold it open, start its triggers. */
async function attach(
  runtime: Miniflare,
  crons: readonly string[],
  { stateDir, log }: ServerOptions,
): Promise<Attached> {
  recordRuntime(stateDir);
  const run = async (cron: string, scheduledTime: Date): Promise<void> => {
    try {
      // Not `getWorker().scheduled()`: that blocks this process until the runtime answers, and a runtime may hang.
      const query = new URLSearchParams({ cron, time: String(scheduledTime.getTime()) });
      const response = await runtime.dispatchFetch(`http://localhost${SCHEDULED}?${query}`);
      const outcome = await response.text();
      if (!response.ok) throw new Error(outcome);
    } catch {
      // The runtime just died: its restart fires the trigger again.
      log(`Lịch chạy ${cron} chưa thực hiện được.`);
    }
  };
  const held = await hold(await runtime.unsafeGetDirectURL(HOLDER));
  return { hold: held, end: fireTriggers(crons, run) };
}

/** Prints the Worker's own lines unchanged, and marks the runtime's complaints. */
function printLog({ level, message }: WorkerdStructuredLog): void {
  const stream = level === "error" || level === "warn" ? process.stderr : process.stdout;
  stream.write(`${message}\n`);
}

/**
 * Ends the runtime in order: ports closed, running turns finished. A signal to the whole process group has already told
 * it; a second one does no harm.
 */
async function letTurnsEnd(graceMs: number): Promise<void> {
  const pid = runtimePid();
  if (pid === undefined || graceMs === 0) return;
  process.kill(pid, "SIGTERM");
  await pause(graceMs);
}
