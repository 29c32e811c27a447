import { readRetrievalConfig } from "../src/config.ts";
import { ConfigError } from "../src/platform/errors.ts";
import { describe } from "./doctor/finding.ts";
import { runCommand } from "./lib/command-line/command.ts";
import { settingsFiles } from "./lib/command-line/flags.ts";
import { checkQdrant } from "./lib/qdrant-check.ts";
import { settingsGiven, warnOfSlips } from "./lib/settings.ts";

/** Makes every call to Qdrant once, in its own collection; exit code 1 on a fault. */
await runCommand({
  name: "npm run check:qdrant",
  does: "Thử mọi lệnh gọi tới Qdrant trong một collection riêng rồi xoá nó đi.",
  flags: { "env-file": settingsFiles() },
  async run({ flags }) {
    warnOfSlips(flags["env-file"]);
    const { qdrant, embeddings } = readRetrievalConfig(settingsGiven(flags["env-file"]));
    if (qdrant === undefined) throw new ConfigError("Thiếu cài đặt QDRANT_URL.");
    const findings = await checkQdrant({ qdrant, ...(embeddings !== undefined && { embeddings }) });
    console.log(describe(`Qdrant ${new URL(qdrant.url).host}`, findings).join("\n"));
    const isSound = findings.every(({ level }) => level !== "fault");
    console.log(
      isSound ? "\nQdrant dùng được." : "\nQdrant chưa dùng được: bot vẫn trả lời bằng tìm kiếm sẵn có.",
    );
    return isSound ? 0 : 1;
  },
});
