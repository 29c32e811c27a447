import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readRetrievalConfig } from "../src/config.ts";
import { toLiteralSql } from "../src/knowledge/index-sql.ts";
import { ConfigError } from "../src/platform/errors.ts";
import { describeIngest, ingestLocal, type Prepared, prepareKnowledge } from "./lib/ingest.ts";
import { ingestQdrant } from "./lib/ingest-qdrant.ts";
import { migrateLocal, openLocal } from "./lib/local.ts";
import { readSettings } from "./lib/settings.ts";

/**
 * npm run ingest -- [--persist-to DIR | --remote] [--env-file FILE] [--rebuild] [--strict]
 * Fills D1 and then, where QDRANT_URL is set, Qdrant. What is refused is said and does not hold back the rest; with
 * --strict it makes the exit code 1. So does a Qdrant that could not be filled: D1 is ready all the same.
 */
const { values } = parseArgs({
  options: {
    "persist-to": { type: "string" },
    "env-file": { type: "string", multiple: true, default: [] },
    remote: { type: "boolean", default: false },
    rebuild: { type: "boolean", default: false },
    strict: { type: "boolean", default: false },
  },
});
const log = (line: string) => console.log(line);

try {
  const settings = readRetrievalConfig({ ...readSettings(values["env-file"]), ...process.env });
  const prepared = await prepareKnowledge();
  if (values.remote) ingestRemote(prepared);
  else await ingestHere(prepared, values["persist-to"]);
  const isFilled = await ingestQdrant(prepared, settings, { rebuild: values.rebuild, log });
  if (!isFilled || (values.strict && prepared.summary.refused.length > 0)) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function ingestHere(prepared: Prepared, persistTo: string | undefined): Promise<void> {
  const local = await openLocal(persistTo === undefined ? {} : { persistTo });
  try {
    await migrateLocal(local);
    await ingestLocal(local.KNOWLEDGE, { log, prepared, rebuild: values.rebuild });
  } finally {
    await local.dispose();
  }
}

/** Hands the build to Cloudflare as one file, which D1 runs as a whole or not at all. */
function ingestRemote({ build, summary }: Prepared): void {
  const folder = mkdtempSync(join(tmpdir(), "tro-ly-138-"));
  try {
    const file = join(folder, "knowledge.sql");
    writeFileSync(file, build.statements.map((statement) => `${toLiteralSql(statement)}\n`).join(""));
    const { status } = spawnSync(
      "wrangler",
      ["d1", "execute", "KNOWLEDGE", "--remote", "--yes", "--file", file],
      { stdio: "inherit" },
    );
    if (status !== 0) throw new Error("wrangler d1 execute đã thất bại: dữ liệu cũ vẫn đang được dùng");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  for (const line of describeIngest({ ...summary, changed: true })) log(line);
}
