import { join } from "node:path";
import { Miniflare } from "miniflare";
import { ingestLocal } from "../ingest.ts";
import { migrate } from "../migrations.ts";
import { ROOT } from "../root.ts";
import { databaseOptions } from "./options.ts";
import type { WorkerConfig } from "./worker-config.ts";

/** Brings the databases of a state folder to the newest schema and to what `knowledge/` says. No server may run on it. */
export async function prepareState(
  config: WorkerConfig,
  stateDir: string,
  log: (line: string) => void,
): Promise<void> {
  const runtime = new Miniflare(databaseOptions(config, stateDir));
  try {
    const [ledger, knowledge] = await Promise.all([
      runtime.getD1Database("LEDGER"),
      runtime.getD1Database("KNOWLEDGE"),
    ]);
    await migrate(ledger, join(ROOT, "migrations/ledger"));
    await migrate(knowledge, join(ROOT, "migrations/knowledge"));
    await ingestLocal(knowledge, { log });
  } finally {
    await runtime.dispose();
  }
}
