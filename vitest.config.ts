import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig, type TestProjectConfiguration } from "vitest/config";
import { sandboxSettings } from "./sandbox/settings.ts";
import { isLong } from "./test/long-form.ts";
import { logWatch } from "./test/security/log-watch.ts";

/** The Worker under test gets invented settings; its platforms are a closed port, so nothing it sends arrives. */
const CLOSED_PORT = 9;

/** Only what hangs comes to these: a slow machine, or one with other work, may take its time. */
const CEILINGS = { testTimeout: 300_000, hookTimeout: 300_000, expect: { poll: { timeout: 120_000 } } };
/** Vitest leaves one core free by default, which is every second one of a small machine. */
const BOTH_CORES = 2;

const LONG_CEILINGS = { ...CEILINGS, testTimeout: 3_600_000 };

/** Projects run one after another, in this order. Not 0: where there is one worker only, Vitest takes order 0 last. */
const ORDER = { unit: 1, worker: 2, process: 3, logs: 4 };

const unit: TestProjectConfiguration = {
  test: {
    ...(process.env.FUZZ === undefined ? CEILINGS : LONG_CEILINGS),
    name: "unit",
    include: [
      "{src,scripts,sandbox,eval,bench}/**/*.test.ts",
      "test/{security,fuzz}/unit/**/*.test.ts",
      "test/*.test.ts",
    ],
    sequence: { groupOrder: ORDER.unit },
    // One process loads each module once, not once a file: half the time. So no file may leave anything behind.
    isolate: false,
    maxWorkers: BOTH_CORES,
    restoreMocks: true,
    unstubGlobals: true,
    unstubEnvs: true,
  },
};

const worker: TestProjectConfiguration = {
  plugins: [
    cloudflareTest(async () => ({
      wrangler: { configPath: "./wrangler.toml" },
      miniflare: {
        bindings: {
          ...sandboxSettings(CLOSED_PORT),
          FUZZ: process.env.FUZZ ?? "",
          LEDGER_MIGRATIONS: await readD1Migrations("migrations/ledger"),
          KNOWLEDGE_MIGRATIONS: await readD1Migrations("migrations/knowledge"),
        },
      },
    })),
  ],
  test: {
    ...(process.env.FUZZ === undefined ? CEILINGS : LONG_CEILINGS),
    name: "worker",
    include: ["test/worker/**/*.test.ts", "test/{security,fuzz}/worker/**/*.test.ts"],
    sequence: { groupOrder: ORDER.worker },
    globalSetup: ["test/worker/stand-ins.ts"],
    // One runtime a core for all files, as it takes seconds to start and to load; the setup file empties its storage after
    // each.
    isolate: false,
    maxWorkers: BOTH_CORES,
    setupFiles: ["test/worker/clean-slate.ts"],
    // Intercepted, a line that a chat prints after its test waits to be sent together with a later message of the runner;
    // behind the last one there is none, and the file never ends. So the runtime prints to the terminal itself.
    disableConsoleIntercept: true,
    // With the cache, Vitest offers a file's whole module graph at once, and the plugin sends it as one WebSocket message,
    // each module twice (under its URL and its id). workerd takes 32 MiB a message and ends beyond that.
    fsModuleCache: false,
    // Packages travel as one module each, not as hundreds.
    deps: {
      optimizer: {
        ssr: {
          enabled: true,
          include: ["openai", "@qdrant/js-client-rest", "zod", "grammy", "fast-check", "echarts"],
        },
      },
    },
  },
};

const processes: TestProjectConfiguration = {
  test: {
    ...CEILINGS,
    name: "process",
    include: ["test/{process,browser,faults}/**/*.test.ts"],
    sequence: { groupOrder: ORDER.process },
    globalSetup: ["test/process/build.ts"],
    // Each file has servers of its own, which wait more than they work.
    maxWorkers: 3,
  },
};

const logs: TestProjectConfiguration = {
  plugins: [logWatch()],
  test: {
    name: "logs",
    include: ["test/security/logs/**/*.test.ts"],
    // Last: it judges what all the others have printed.
    sequence: { groupOrder: ORDER.logs },
  },
};

/** Tests with a long form (`test/long-form.ts`), in that form. */
const long: TestProjectConfiguration = {
  test: {
    ...LONG_CEILINGS,
    name: "long",
    include: [
      "eval/{lying,attacks}.test.ts",
      "src/features/answering/grounding/grounding-guard.test.ts",
      "test/process/{crash-points,durability,report-kills,model-attacks}.test.ts",
      "test/faults/storm.test.ts",
      "test/long/**/*.test.ts",
    ],
    globalSetup: ["test/process/build.ts"],
    // A storm wants the machine to itself.
    fileParallelism: false,
  },
};

export default defineConfig({
  test: { projects: isLong ? [long] : [unit, worker, processes, logs] },
});
