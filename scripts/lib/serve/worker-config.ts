import { join } from "node:path";
import { ROOT } from "../root.ts";

/** The part of wrangler.toml that your own server needs. */
export interface WorkerConfig {
  readonly name: string;
  readonly compatibilityDate: string;
  readonly compatibilityFlags: readonly string[];
  readonly vars: Readonly<Record<string, string>>;
  readonly crons: readonly string[];
  readonly objectClasses: readonly string[];
  readonly objects: readonly { readonly binding: string; readonly className: string }[];
  readonly databases: readonly { readonly binding: string; readonly id: string }[];
  readonly buckets: readonly { readonly binding: string; readonly name: string }[];
}

/** As wrangler returns it, with defaults filled in. */
interface ReadConfig {
  readonly name?: string;
  readonly compatibility_date?: string;
  readonly compatibility_flags: readonly string[];
  readonly vars: Readonly<Record<string, unknown>>;
  readonly triggers: { readonly crons?: readonly string[] };
  readonly migrations: readonly { readonly new_sqlite_classes?: readonly string[] }[];
  readonly durable_objects: { readonly bindings: readonly { name: string; class_name: string }[] };
  readonly d1_databases: readonly { binding: string; database_id: string }[];
  readonly r2_buckets: readonly { binding: string; bucket_name: string }[];
}

/**
 * Reads wrangler.toml with wrangler's own reader. Loading that takes longer than starting the runtime, so the result is
 * stored with the build.
 */
export async function readWorkerConfig(): Promise<WorkerConfig> {
  const { unstable_readConfig } = await import("wrangler");
  const config: ReadConfig = unstable_readConfig(
    { config: join(ROOT, "wrangler.toml") },
    { hideWarnings: true },
  );
  if (config.name === undefined || config.compatibility_date === undefined)
    throw new Error("wrangler.toml names no Worker or no compatibility date");
  return {
    name: config.name,
    compatibilityDate: config.compatibility_date,
    compatibilityFlags: config.compatibility_flags,
    vars: Object.fromEntries(
      Object.entries(config.vars).flatMap(([name, value]) =>
        typeof value === "string" ? [[name, value]] : [],
      ),
    ),
    crons: config.triggers.crons ?? [],
    objectClasses: config.migrations.flatMap(({ new_sqlite_classes }) => new_sqlite_classes ?? []),
    objects: config.durable_objects.bindings.map(({ name, class_name }) => ({
      binding: name,
      className: class_name,
    })),
    databases: config.d1_databases.map(({ binding, database_id }) => ({ binding, id: database_id })),
    buckets: config.r2_buckets.map(({ binding, bucket_name }) => ({ binding, name: bucket_name })),
  };
}
