import { once } from "node:events";
import { readConfig } from "../src/config.ts";
import { checkPort } from "./lib/check-port.ts";
import { CommandError } from "./lib/command-errors.ts";
import { runCommand } from "./lib/command-line/command.ts";
import { knowledgeFolder, port, settingsFiles, text } from "./lib/command-line/flags.ts";
import { untilDeaf } from "./lib/deaf.ts";
import { readSettings, warnOfSlips } from "./lib/settings.ts";
import { startWorker } from "./lib/worker.ts";

/** The production Worker under `wrangler dev`, after migration and ingest on the same state. */
await runCommand({
  name: "npm run dev",
  does: "Chạy Worker thật trên máy này bằng wrangler dev, sau khi chuẩn bị cơ sở dữ liệu và nạp knowledge/.",
  flags: {
    port: port(8787),
    "persist-to": text("THƯ_MỤC", "nơi giữ dữ liệu (.wrangler/state)"),
    "env-file": settingsFiles(),
    knowledge: knowledgeFolder(),
  },
  passesOnTo: "wrangler dev",
  async run({ flags, others }) {
    const envFiles = flags["env-file"];
    const persistTo = flags["persist-to"];
    // First: a mistyped name explains why another setting is missing.
    warnOfSlips(envFiles);
    readConfig(readSettings(envFiles));
    await checkPort(flags.port);
    const worker = await startWorker({
      port: flags.port,
      envFiles,
      ...(persistTo !== undefined && { persistTo }),
      knowledge: flags.knowledge,
      flags: others,
      log: (line) => console.log(line),
    });
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      process.once(signal, () => void worker.stop());
    const outcome = await Promise.race([
      once(worker.process, "exit"),
      untilDeaf(worker.process.pid ?? 0, worker.url),
    ]);
    if (outcome === "deaf") {
      await worker.stop();
      throw new CommandError("Chương trình dừng đột ngột và không trả lời nữa: hãy chạy lại npm run dev.");
    }
    process.exit(outcome[0] ?? 0);
  },
});
