import { join } from "node:path";
import { Miniflare } from "miniflare";
import { readRetrievalConfig } from "../../../src/config.ts";
import { ingestLocal, prepareKnowledge } from "../ingest.ts";
import { ingestQdrant } from "../ingest-qdrant.ts";
import { migrate } from "../migrations.ts";
import { ROOT } from "../root.ts";
import { checkDatabases } from "../writable-folder.ts";
import { databaseOptions } from "./options.ts";
import type { WorkerConfig } from "./worker-config.ts";

export interface StateOptions {
  readonly stateDir: string;
  readonly settings: Readonly<Record<string, string | undefined>>;
  readonly log: (line: string) => void;
  /** Another province's folder in place of `knowledge/`. */
  readonly knowledge?: string | undefined;
}

/** Updates the databases of a state folder, and Qdrant where it is set, to `knowledge/`. No server may run on it. */
export async function prepareState(
  config: WorkerConfig,
  { stateDir, settings, log, knowledge }: StateOptions,
): Promise<void> {
  const prepared = await prepareKnowledge(knowledge);
  checkDatabases(stateDir);
  const runtime = new Miniflare(databaseOptions(config, stateDir));
  try {
    const [ledger, knowledge] = await Promise.all([
      runtime.getD1Database("LEDGER"),
      runtime.getD1Database("KNOWLEDGE"),
    ]);
    await migrate(ledger, join(ROOT, "migrations/ledger"));
    await migrate(knowledge, join(ROOT, "migrations/knowledge"));
    await ingestLocal(knowledge, { log, prepared });
  } finally {
    await runtime.dispose();
  }
  // If it can't be filled, nothing stops: the search in D1 works alone.
  await ingestQdrant(prepared, readRetrievalConfig(settings), { log });
}
