import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { readRetrievalConfig } from "../../src/config.ts";
import { CommandError } from "./command-errors.ts";
import { ingestLocal } from "./ingest.ts";
import { ingestQdrant } from "./ingest-qdrant.ts";
import { ingestSimilarity } from "./ingest-similarity.ts";
import { knowledgeFlags } from "./knowledge-dir.ts";
import { LOCAL_STATE, migrateLocal, openLocal } from "./local.ts";
import { preparedKnowledge } from "./prepared.ts";
import { WITH_PARENT } from "./processes/end-with-parent.ts";
import { lockState } from "./serve/lock.ts";
import { readSettings } from "./settings.ts";
import { WRANGLER } from "./wrangler.ts";

export interface WorkerOptions {
  readonly port: number;
  readonly envFiles: readonly string[];
  /** As wrangler's `--persist-to`; its default where absent. */
  readonly persistTo?: string;
  /** Further flags for `wrangler dev`, passed on as they are. */
  readonly flags?: readonly string[];
  /** Another province's folder in place of `knowledge/`. */
  readonly knowledge?: string | undefined;
  /** Where the Worker's own output goes. */
  readonly output?: "inherit" | "ignore" | "pipe";
  readonly log?: (line: string) => void;
}

export interface RunningWorker {
  readonly url: string;
  readonly process: ChildProcess;
  /** Ends wrangler and its workerd. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

const READY_WITHIN = 90_000;
/** How long wrangler may take to end by itself. */
const STOP_WITHIN = 5_000;
const SWEEP_EVERY = 5 * 60_000;
/** The trigger that only calls for handlers of urgent cases. */
const ALARMS = { every: 60_000, cron: "* * * * *" } as const;

/** Locks the state, migrates, ingests, starts `wrangler dev` on it, and resolves once it answers. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const unlock = lockState(options.persistTo ?? LOCAL_STATE);
  await prepareState(options);
  const url = `http://localhost:${options.port}`;
  const child = spawn(WITH_PARENT, [process.execPath, ...WRANGLER, ...devArguments(options)], {
    stdio: ["ignore", options.output ?? "inherit", options.output ?? "inherit"],
    env: { ...process.env, WRANGLER_SEND_METRICS: "false", CLOUDFLARE_CF_FETCH_ENABLED: "false" },
  });
  const exited = once(child, "exit").then(unlock);
  const stop = async (signal: NodeJS.Signals = "SIGTERM"): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
      child.kill(signal);
      const late = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN);
      await exited;
      clearTimeout(late);
    }
  };
  try {
    await answering(url, child);
  } catch (error) {
    await stop();
    throw error;
  }
  fireCron(url, child);
  return { url, process: child, stop };
}

/** If the embedding model or Qdrant fails, nothing stops: the search in D1 works alone. */
async function prepareState({
  persistTo,
  envFiles,
  knowledge,
  log = () => {},
}: WorkerOptions): Promise<void> {
  const prepared = await preparedKnowledge(knowledge);
  const retrieval = readRetrievalConfig(readSettings(envFiles));
  const local = await openLocal(persistTo === undefined ? {} : { persistTo });
  try {
    await migrateLocal(local);
    await ingestLocal(local.KNOWLEDGE, { log, prepared });
    await ingestSimilarity(local.KNOWLEDGE, prepared, retrieval, { log });
  } finally {
    await local.dispose();
  }
  await ingestQdrant(prepared, retrieval, { log });
}

function devArguments({ port, envFiles, persistTo, knowledge, flags = [] }: WorkerOptions): string[] {
  return [
    "dev",
    ...["--port", String(port), "--show-interactive-dev-session", "false"],
    ...envFiles.flatMap((file) => ["--env-file", file]),
    ...(persistTo === undefined ? [] : ["--persist-to", persistTo]),
    ...knowledgeFlags(knowledge),
    ...flags,
  ];
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_WITHIN;
  while (Date.now() < deadline) {
    if (child.exitCode !== null)
      throw new CommandError("wrangler dev đã dừng trước khi sẵn sàng: xem các dòng ở trên.");
    const response = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    if (response?.ok) return;
    await pause(200);
  }
  throw new CommandError("wrangler dev không trả lời kịp: xem các dòng ở trên.");
}

/** `wrangler dev` fires no cron trigger by itself: we run the sweep at the start and then on schedule. */
function fireCron(url: string, child: ChildProcess): void {
  const fire = (cron?: string) =>
    fetch(
      `${url}/cdn-cgi/handler/scheduled${cron === undefined ? "" : `?${new URLSearchParams({ cron })}`}`,
    ).catch(() => undefined);
  void fire();
  const timers = [
    setInterval(() => void fire(), SWEEP_EVERY),
    setInterval(() => void fire(ALARMS.cron), ALARMS.every),
  ];
  for (const timer of timers) timer.unref();
  child.once("exit", () => timers.forEach(clearInterval));
}
