import { join } from "node:path";
import { Miniflare, type Request, type Response } from "miniflare";
import { readKeyRing, readRetrievalConfig } from "../../../src/config.ts";
import { type ErasureList, erasureListOf } from "../erasures/erasure-list.ts";
import { keepErasures } from "../erasures/keep-erasures.ts";
import { catchUp } from "../erasures/replay.ts";
import { ingestLocal } from "../ingest.ts";
import { ingestQdrant } from "../ingest-qdrant.ts";
import { ingestSimilarity } from "../ingest-similarity.ts";
import { migrate } from "../migrations.ts";
import { preparedKnowledge } from "../prepared.ts";
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
  /** The file of the list of erasures; absent = beside the state folder. */
  readonly erasures?: string | undefined;
}

/**
 * Updates the databases of a state folder, and Qdrant where it is set, to `knowledge/`. What was erased after a backup
 * that was restored is erased again here, before anyone is served. No server may run on it.
 * @returns takes what will be erased from now on; undefined where there are no keys
 * @throws ErasureListRefused
 */
export async function prepareState(
  config: WorkerConfig,
  { stateDir, settings, log, knowledge, erasures }: StateOptions,
): Promise<((request: Request) => Promise<Response>) | undefined> {
  const ring = readKeyRing(settings);
  const retrieval = readRetrievalConfig(settings);
  const path = erasures ?? erasureListOf(stateDir);
  const prepared = await preparedKnowledge(knowledge);
  checkDatabases(stateDir);
  const runtime = new Miniflare(databaseOptions(config, stateDir));
  let list: ErasureList | undefined;
  try {
    const [ledger, knowledge] = await Promise.all([
      runtime.getD1Database("LEDGER"),
      runtime.getD1Database("KNOWLEDGE"),
    ]);
    await migrate(ledger, join(ROOT, "migrations/ledger"));
    await migrate(knowledge, join(ROOT, "migrations/knowledge"));
    await ingestLocal(knowledge, { log, prepared });
    await ingestSimilarity(knowledge, prepared, retrieval, { log });
    if (ring !== undefined) {
      const media = (await runtime.getR2Bucket("MEDIA")) as unknown as R2Bucket;
      list = await catchUp({ stateDir, path, ring, ledger, media, log });
    }
  } finally {
    await runtime.dispose();
  }
  // If it can't be filled, nothing stops: the search in D1 works alone.
  await ingestQdrant(prepared, retrieval, { log });
  if (ring === undefined || list === undefined) return undefined;
  const kept = list;
  return (request) => keepErasures(kept, ring, request);
}
