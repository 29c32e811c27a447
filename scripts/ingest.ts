import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { toLiteralSql } from "../src/knowledge/sql.ts";
import { describeIngest, ingestLocal, prepareKnowledge } from "./lib/ingest.ts";
import { migrateLocal, openLocal } from "./lib/local.ts";

/**
 * npm run ingest -- [--persist-to DIR | --remote] [--strict]
 * What is refused is said and does not hold back the rest; with --strict it makes the exit code 1.
 */
const { values } = parseArgs({
  options: {
    "persist-to": { type: "string" },
    remote: { type: "boolean", default: false },
    strict: { type: "boolean", default: false },
  },
});

const { refused } = values.remote ? await ingestRemote() : await ingestHere(values["persist-to"]);
if (values.strict && refused.length > 0) process.exitCode = 1;

async function ingestHere(persistTo: string | undefined) {
  const local = await openLocal(persistTo === undefined ? {} : { persistTo });
  try {
    await migrateLocal(local);
    return await ingestLocal(local.KNOWLEDGE, { log: (line) => console.log(line) });
  } finally {
    await local.dispose();
  }
}

/** Hands the build to Cloudflare as one file, which D1 runs as a whole or not at all. */
async function ingestRemote() {
  const { build, summary } = await prepareKnowledge();
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
  for (const line of describeIngest({ ...summary, changed: true })) console.log(line);
  return summary;
}
