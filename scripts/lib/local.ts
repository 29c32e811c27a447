import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "./migrations.ts";
import { ROOT } from "./root.ts";
import { checkDatabases } from "./writable-folder.ts";

export interface LocalDatabases {
  readonly LEDGER: D1Database;
  readonly KNOWLEDGE: D1Database;
}

export interface Local extends LocalDatabases {
  /** Closes the databases; the process can't end before that. */
  dispose(): Promise<void>;
}

interface DatabaseSetting {
  readonly binding: string;
  readonly database_name?: string;
  readonly database_id?: string;
}

/** Where `wrangler dev` stores its state unless `--persist-to` says otherwise. */
export const LOCAL_STATE = join(ROOT, ".wrangler/state");

/** The part of wrangler.toml that is needed here. */
interface WorkerSettings {
  readonly name?: string;
  readonly compatibility_date?: string;
  readonly d1_databases: readonly DatabaseSetting[];
}

/**
 * Opens the databases that `wrangler dev` uses, without a server. Only one process may write to them at a time.
 * @param options.persistTo as wrangler's `--persist-to`: the state lives in its folder `v3`
 * @throws the system's error where it can't be written
 */
export async function openLocal({ persistTo = LOCAL_STATE }: { persistTo?: string } = {}): Promise<Local> {
  checkDatabases(persistTo);
  // Imported late: loading wrangler takes long, and a mistyped flag must be reported before.
  const { getPlatformProxy, unstable_readConfig } = await import("wrangler");
  const wanted = unstable_readConfig({ config: join(ROOT, "wrangler.toml") }, { hideWarnings: true });
  const folder = mkdtempSync(join(tmpdir(), "tro-ly-138-"));
  const configPath = join(folder, "wrangler.json");
  writeFileSync(configPath, JSON.stringify(databasesOnly(wanted)));
  // Opening a file must not use the network.
  process.env.CLOUDFLARE_CF_FETCH_ENABLED ??= "false";
  process.env.WRANGLER_SEND_METRICS ??= "false";
  const proxy = await getPlatformProxy<LocalDatabases>({
    configPath,
    envFiles: [],
    persist: { path: join(persistTo, "v3") },
    remoteBindings: false,
  });
  return {
    LEDGER: proxy.env.LEDGER,
    KNOWLEDGE: proxy.env.KNOWLEDGE,
    dispose: async () => {
      await proxy.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Migrates both databases to the newest schema. */
export async function migrateLocal({ LEDGER, KNOWLEDGE }: LocalDatabases): Promise<void> {
  await migrate(LEDGER, join(ROOT, "migrations/ledger"));
  await migrate(KNOWLEDGE, join(ROOT, "migrations/knowledge"));
}

/** The Worker's configuration without its code and its Durable Objects: the proxy needs the databases alone. */
function databasesOnly(config: WorkerSettings) {
  return {
    name: config.name,
    compatibility_date: config.compatibility_date,
    d1_databases: config.d1_databases.map(({ binding, database_name, database_id }) => ({
      binding,
      database_name,
      database_id,
    })),
  };
}
