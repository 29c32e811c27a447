import { applyD1Migrations, type D1Migration } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { SandboxSettings } from "../../sandbox/settings.ts";
import type { Bindings } from "../../src/env.ts";

interface TestBindings extends Bindings, SandboxSettings {
  readonly LEDGER_MIGRATIONS: D1Migration[];
  readonly KNOWLEDGE_MIGRATIONS: D1Migration[];
}

/** The Worker's bindings, with the invented settings that vitest.config.ts gives it. */
export const bindings = env as unknown as TestBindings;

/** Brings both databases to the newest schema. */
export async function migrate(): Promise<void> {
  await applyD1Migrations(bindings.LEDGER, bindings.LEDGER_MIGRATIONS);
  await applyD1Migrations(bindings.KNOWLEDGE, bindings.KNOWLEDGE_MIGRATIONS);
}
