import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { sandboxSettings } from "./sandbox/settings.ts";

/** The Worker under test gets invented settings; its platforms are a closed port, so nothing it sends arrives. */
const CLOSED_PORT = 9;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["{src,scripts,sandbox,eval,bench}/**/*.test.ts"],
          // Thousands of questions in one test: a slow machine may take its time.
          testTimeout: 60_000,
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: {
              bindings: {
                ...sandboxSettings(CLOSED_PORT),
                LEDGER_MIGRATIONS: await readD1Migrations("migrations/ledger"),
                KNOWLEDGE_MIGRATIONS: await readD1Migrations("migrations/knowledge"),
              },
            },
          })),
        ],
        test: { name: "worker", include: ["test/worker/**/*.test.ts"], testTimeout: 60_000 },
      },
      {
        test: {
          name: "process",
          include: ["test/{process,browser}/**/*.test.ts"],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // After the others: starting and killing whole processes wants the machine to itself.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
