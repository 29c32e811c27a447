import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Config, readRetrievalConfig } from "../src/config.ts";
import { toLiteralSql } from "../src/knowledge/index-sql.ts";
import { CommandError } from "./lib/command-errors.ts";
import { runCommand } from "./lib/command-line/command.ts";
import { knowledgeFolder, settingsFiles, text, yes } from "./lib/command-line/flags.ts";
import { describeIngest, ingestLocal, type Prepared, prepareKnowledge } from "./lib/ingest.ts";
import { ingestQdrant } from "./lib/ingest-qdrant.ts";
import { ingestSimilarity, similarityStatements } from "./lib/ingest-similarity.ts";
import { migrateLocal, openLocal } from "./lib/local.ts";
import { settingsGiven, warnOfSlips } from "./lib/settings.ts";
import { WRANGLER } from "./lib/wrangler.ts";

const log = (line: string) => console.log(line);

/**
 * Fills D1 and then, where QDRANT_URL is set, Qdrant. Refused and doubtful parts are listed and don't stop the rest; with
 * --strict they make the exit code 1. So does a Qdrant that couldn't be filled, though D1 is ready.
 */
await runCommand({
  name: "npm run ingest",
  does: "Nạp knowledge/ vào cơ sở dữ liệu (và Qdrant, nếu có QDRANT_URL), nói rõ chỗ bị từ chối.",
  flags: {
    "persist-to": text("THƯ_MỤC", "nơi giữ dữ liệu (.wrangler/state)"),
    remote: yes("nạp vào D1 trên Cloudflare"),
    rebuild: yes("ghi lại dù đã có đúng phiên bản này"),
    strict: yes("mã thoát 1 nếu có chỗ bị từ chối hay đáng ngờ"),
    "env-file": settingsFiles(),
    knowledge: knowledgeFolder(),
  },
  async run({ flags: { "persist-to": persistTo, "env-file": files, remote, rebuild, strict, knowledge } }) {
    warnOfSlips(files);
    const settings = readRetrievalConfig(settingsGiven(files));
    const prepared = await prepareKnowledge(knowledge);
    const isEmbedded = remote
      ? await ingestRemote(prepared, settings)
      : await ingestHere(prepared, settings, persistTo, rebuild);
    const isFilled = await ingestQdrant(prepared, settings, { rebuild, log });
    const { refused, doubtful } = prepared.summary;
    return !isEmbedded || !isFilled || (strict && refused.length + doubtful.length > 0) ? 1 : 0;
  },
});

async function ingestHere(
  prepared: Prepared,
  settings: Pick<Config, "embeddings">,
  persistTo: string | undefined,
  rebuild: boolean,
): Promise<boolean> {
  const local = await openLocal(persistTo === undefined ? {} : { persistTo });
  try {
    await migrateLocal(local);
    await ingestLocal(local.KNOWLEDGE, { log, prepared, rebuild });
    return await ingestSimilarity(local.KNOWLEDGE, prepared, settings, { log });
  } finally {
    await local.dispose();
  }
}

/** Sends the build to Cloudflare as one file, which D1 runs completely or not at all. */
async function ingestRemote(prepared: Prepared, settings: Pick<Config, "embeddings">): Promise<boolean> {
  const { build, summary } = prepared;
  const similar = await similarityStatements(prepared, settings, { log });
  const statements = [...build.statements, ...(similar ?? [])];
  const folder = mkdtempSync(join(tmpdir(), "tro-ly-138-"));
  try {
    const file = join(folder, "knowledge.sql");
    writeFileSync(file, statements.map((statement) => `${toLiteralSql(statement)}\n`).join(""));
    const { status } = spawnSync(
      process.execPath,
      [...WRANGLER, "d1", "execute", "KNOWLEDGE", "--remote", "--yes", "--file", file],
      { stdio: "inherit" },
    );
    if (status !== 0)
      throw new CommandError("wrangler d1 execute đã thất bại: dữ liệu cũ vẫn đang được dùng.");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  for (const line of describeIngest({ ...summary, changed: true })) log(line);
  return similar !== null;
}
