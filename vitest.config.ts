import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { sandboxSettings } from "./sandbox/settings.ts";
import { logWatch } from "./test/security/log-watch.ts";

/** The Worker under test gets invented settings; its platforms are a closed port, so nothing it sends arrives. */
const CLOSED_PORT = 9;

/** `FUZZ=100000` asks for the long form of the property tests, which takes its time. */
const FUZZ_TIMEOUT = process.env.FUZZ === undefined ? 60_000 : 3_600_000;

/** Not 0: where there is one worker only, Vitest takes the files of order 0 after all the others. */
const EARLY = 1;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: [
            "{src,scripts,sandbox,eval,bench}/**/*.test.ts",
            "test/{security,fuzz}/unit/**/*.test.ts",
            "test/*.test.ts",
          ],
          sequence: { groupOrder: EARLY },
          // Thousands of questions in one test: a slow machine may take its time.
          testTimeout: FUZZ_TIMEOUT,
        },
      },
      {
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
          name: "worker",
          sequence: { groupOrder: EARLY },
          globalSetup: ["test/worker/stand-ins.ts"],
          setupFiles: ["test/worker/clean-slate.ts"],
          isolate: false,
          fsModuleCache: false,
          include: ["test/worker/**/*.test.ts", "test/{security,fuzz}/worker/**/*.test.ts"],
          testTimeout: FUZZ_TIMEOUT,
          // Hundreds of small modules, each reported on with every file, are more than workerd takes in one message.
          deps: {
            optimizer: {
              ssr: {
                enabled: true,
                include: ["openai", "@qdrant/js-client-rest", "zod", "grammy", "fast-check", "echarts"],
              },
            },
          },
        },
      },
      {
        test: {
          name: "process",
          include: ["test/{process,browser,faults}/**/*.test.ts"],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // After the others: starting and killing whole processes wants the machine to itself.
          sequence: { groupOrder: EARLY + 1 },
        },
      },
      {
        plugins: [logWatch()],
        test: {
          name: "logs",
          include: ["test/security/logs/**/*.test.ts"],
          // Last: it judges what all the others have printed.
          sequence: { groupOrder: EARLY + 2 },
        },
      },
    ],
  },
});
