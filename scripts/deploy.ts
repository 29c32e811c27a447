import { spawnSync } from "node:child_process";
import { runCommand } from "./lib/command-line/command.ts";
import { knowledgeFolder } from "./lib/command-line/flags.ts";
import { knowledgeFlags } from "./lib/knowledge-dir.ts";
import { WRANGLER } from "./lib/wrangler.ts";

/** Deploys the Worker to Cloudflare, with the province of the given folder. */
await runCommand({
  name: "npm run deploy",
  does: "Đưa Worker lên Cloudflare bằng wrangler deploy.",
  flags: { knowledge: knowledgeFolder() },
  passesOnTo: "wrangler deploy",
  async run({ flags, others }) {
    const args = [...WRANGLER, "deploy", ...knowledgeFlags(flags.knowledge), ...others];
    return spawnSync(process.execPath, args, { stdio: "inherit" }).status ?? 1;
  },
});
