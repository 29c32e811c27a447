import { parseArgs } from "node:util";
import { readConfig } from "../src/config.ts";
import { ConfigError } from "../src/platform/errors.ts";
import { readSettings } from "./lib/settings.ts";
import { startWorker } from "./lib/worker.ts";

/** npm run dev -- [--port N] [--persist-to DIR] [--env-file FILE] [any other flag of wrangler dev] */
const known = parseArgs({
  args: process.argv.slice(2),
  options: {
    port: { type: "string", default: "8787" },
    "persist-to": { type: "string" },
    "env-file": { type: "string", multiple: true, default: [] },
  },
  strict: false,
  tokens: true,
});

/** What isn't ours goes to wrangler as it was written. */
function otherFlags(): string[] {
  const args = process.argv.slice(2);
  const ours = new Set<number>();
  for (const token of known.tokens ?? []) {
    if (token.kind === "option" && ["port", "persist-to", "env-file"].includes(token.name)) {
      ours.add(token.index);
      if (token.inlineValue === false) ours.add(token.index + 1);
    }
  }
  return args.filter((_, i) => !ours.has(i));
}

try {
  const envFiles = known.values["env-file"] as string[];
  readConfig(readSettings(envFiles));
  const persistTo = known.values["persist-to"];
  const worker = await startWorker({
    port: Number(known.values.port),
    envFiles,
    ...(typeof persistTo === "string" && { persistTo }),
    flags: otherFlags(),
    log: (line) => console.log(line),
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void worker.stop(signal));
  worker.process.once("exit", (code) => process.exit(code ?? 0));
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exit(1);
}
