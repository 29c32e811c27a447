import { readConfig } from "../src/config.ts";
import { checkPort } from "./lib/check-port.ts";
import { runCommand } from "./lib/command-line/command.ts";
import { knowledgeFolder, port, settingsFiles, text } from "./lib/command-line/flags.ts";
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
    worker.process.once("exit", (code) => process.exit(code ?? 0));
  },
});
