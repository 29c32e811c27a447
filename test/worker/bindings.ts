import { applyD1Migrations, type D1Migration } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { SandboxSettings } from "../../sandbox/settings.ts";
import { readConfig } from "../../src/config.ts";
import type { Bindings } from "../../src/env.ts";
import { nameKeyPlace } from "../../src/ledger/chat-names.ts";

interface TestBindings extends Bindings, SandboxSettings {
  readonly LEDGER_MIGRATIONS: D1Migration[];
  readonly KNOWLEDGE_MIGRATIONS: D1Migration[];
}

/** The Worker's bindings, with the invented settings that vitest.config.ts gives it. */
export const bindings = env as unknown as TestBindings;

/** Every file's ledger has the same one, as the runtime of all files remembers it. */
const NAME_KEY = "bmFtZS1rZXktb2YtdGhlLXRlc3RzLTAxMjM0NTY3ODk";

/** Brings both databases to the newest schema, with the key of the chats' names. */
export async function migrate(): Promise<void> {
  await applyD1Migrations(bindings.LEDGER, bindings.LEDGER_MIGRATIONS);
  await applyD1Migrations(bindings.KNOWLEDGE, bindings.KNOWLEDGE_MIGRATIONS);
  const ring = readConfig({ ...bindings }).reports?.keyRing;
  await bindings.LEDGER.prepare("INSERT OR IGNORE INTO name_keys (name, key_sealed) VALUES ('chats', ?)")
    .bind(ring?.sealNow(NAME_KEY, nameKeyPlace("chats")))
    .run();
}
