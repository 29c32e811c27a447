import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Miniflare } from "miniflare";
import { readBundle } from "../../../scripts/lib/serve/bundle.ts";
import { runtimeOptions } from "../../../scripts/lib/serve/options.ts";
import { prepareState } from "../../../scripts/lib/serve/state.ts";

/**
 * node bench/scale/counted/serve.ts PORT STATE_DIR BUILD_DIR SETTINGS: the counted Worker on the very runtime that
 * `npm run serve` starts, its databases migrated and filled. What isn't its own code (fonts, prompts) is the real bundle's.
 */
const [port = "0", stateDir = "", build = "", settings = "{}"] = process.argv.slice(2);
const MAIN = "worker.js";
const real = await readBundle();
const values = JSON.parse(settings) as Record<string, string>;
await prepareState(real.config, { stateDir, settings: values, log: () => {} });
const runtime = new Miniflare(
  runtimeOptions({
    bundle: {
      mainModule: MAIN,
      modules: {
        ...Object.fromEntries(Object.entries(real.modules).filter(([name]) => name !== real.mainModule)),
        [MAIN]: { type: "esm", contents: readFileSync(join(build, MAIN), "utf8") },
      },
      config: real.config,
    },
    host: "127.0.0.1",
    port: Number(port),
    stateDir,
    settings: values,
    onLog: ({ message }) => console.error(message),
    onRestart: () => {},
  }),
);
await runtime.ready;
console.log("ready");
