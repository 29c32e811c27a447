import { parseArgs } from "node:util";
import { readRetrievalConfig } from "../src/config.ts";
import { ConfigError } from "../src/platform/errors.ts";
import { describe, fault } from "./doctor/finding.ts";
import { checkQdrant } from "./lib/qdrant-check.ts";
import { readSettings } from "./lib/settings.ts";

/** npm run check:qdrant -- [--env-file FILE]: every call to Qdrant once, in a collection of its own; exit 1 on a fault. */
const { values } = parseArgs({
  options: { "env-file": { type: "string", multiple: true, default: [] } },
});

try {
  const { qdrant, embeddings } = readRetrievalConfig({
    ...readSettings(values["env-file"]),
    ...process.env,
  });
  if (qdrant === undefined) throw new ConfigError("Thiếu cài đặt QDRANT_URL.");
  const findings = await checkQdrant({ qdrant, ...(embeddings !== undefined && { embeddings }) });
  console.log(describe(`Qdrant ${new URL(qdrant.url).host}`, findings).join("\n"));
  const isSound = findings.every(({ level }) => level !== "fault");
  console.log(
    isSound ? "\nQdrant dùng được." : "\nQdrant chưa dùng được: bot vẫn trả lời bằng tìm kiếm sẵn có.",
  );
  if (!isSound) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.log(describe("Cài đặt", [fault(error.message)]).join("\n"));
  process.exitCode = 1;
}
