import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Miniflare } from "miniflare";
import { runtimeOptions } from "../../../scripts/lib/serve/options.ts";

/** node bench/speed/floor/serve.ts PORT STATE_DIR BUILD_DIR: the floor on the very runtime that `npm run serve` starts. */
const [port = "0", stateDir = "", build = ""] = process.argv.slice(2);
const MAIN = "worker.js";
const runtime = new Miniflare(
  runtimeOptions({
    bundle: {
      mainModule: MAIN,
      modules: { [MAIN]: { type: "esm", contents: readFileSync(join(build, MAIN), "utf8") } },
      config: {
        name: "floor",
        compatibilityDate: "2026-09-01",
        compatibilityFlags: ["nodejs_compat"],
        vars: {},
        crons: [],
        objectClasses: ["Floor"],
        objects: [{ binding: "FLOOR", className: "Floor" }],
        databases: [],
        buckets: [],
      },
    },
    host: "127.0.0.1",
    port: Number(port),
    stateDir,
    settings: {},
    onLog: ({ message }) => console.error(message),
    onRestart: () => {},
  }),
);
await runtime.ready;
console.log("ready");
