import { join } from "node:path";
import {
  Log,
  LogLevel,
  type MiniflareOptions,
  type Request,
  type Response,
  type WorkerdStructuredLog,
} from "miniflare";
import { ROOT } from "../root.ts";
import type { Bundle } from "./bundle.ts";
import { diskReport } from "./disk.ts";
import { HOLDER_SCRIPT } from "./holder.ts";
import type { WorkerConfig } from "./worker-config.ts";

export interface RuntimeInput {
  readonly bundle: Bundle;
  /** Address and port for the messages of citizens. */
  readonly host: string;
  readonly port: number;
  /** The folder, as for `wrangler dev --persist-to`. */
  readonly stateDir: string;
  /** The settings, passed to the Worker as its `env`. */
  readonly settings: Readonly<Record<string, string>>;
  /** Takes what the Worker erased; absent where there are no keys to seal a list with. */
  readonly keepErasures?: ((request: Request) => Promise<Response>) | undefined;
  readonly onLog: (log: WorkerdStructuredLog) => void;
  /** Called when the runtime has restarted after it died. */
  readonly onRestart: () => void;
}

/** The second Worker of the process, see holder.ts. */
export const HOLDER = "holder";

/**
 * The Worker of wrangler.toml for Miniflare. The public port belongs to the Worker itself (a direct socket);
 * Miniflare's own entry, with its `/cdn-cgi/` endpoints, is on a loopback port that changes with each start.
 */
export function runtimeOptions(input: RuntimeInput): MiniflareOptions {
  const { mainModule, modules, config } = input.bundle;
  return {
    ...shared(input.stateDir),
    // The loopback entry takes the cron triggers.
    unsafeTriggerHandlers: true,
    handleStructuredLogs: input.onLog,
    unsafeHandleRuntimeRestart: input.onRestart,
    workers: [
      {
        config: {
          ...named(config),
          manifest: { mainModule, modules: { ...modules }, modulesRoot: ROOT },
          env: {
            ...bindings(config),
            ...texts({ ...config.vars, ...input.settings }),
            DISK: { type: "fetcher", handler: () => diskReport(input.stateDir) },
            ...(input.keepErasures !== undefined && {
              ERASURES: { type: "fetcher" as const, handler: input.keepErasures },
            }),
          },
          exports: Object.fromEntries(
            config.objectClasses.map((name) => [name, { type: "durable-object", storage: "sqlite" }]),
          ),
        },
        dev: {
          unsafeDirectSockets: [{ host: input.host, port: input.port }],
          // Else outgoing calls would go through one more Worker, for a header that nobody sets here.
          stripCfConnectingIp: false,
        },
      },
      {
        config: { ...named(config), name: HOLDER, manifest: single(HOLDER_SCRIPT) },
        dev: { unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }] },
      },
    ],
  };
}

/** A runtime with only the databases and files, to migrate and fill them before the Worker starts. */
export function databaseOptions(config: WorkerConfig, stateDir: string): MiniflareOptions {
  return {
    ...shared(stateDir),
    workers: [{ config: { ...named(config), manifest: single("export default {};"), env: stores(config) } }],
  };
}

/** No network access, no contact with other runtimes of the machine, no request log. */
function shared(stateDir: string) {
  return {
    host: "127.0.0.1",
    port: 0,
    cf: false,
    enableDevRegistry: false,
    logRequests: false,
    log: new Log(LogLevel.WARN),
    resourcePersistencePath: join(stateDir, "v3"),
  };
}

function named({ name, compatibilityDate, compatibilityFlags }: WorkerConfig) {
  return { name, compatibilityDate, compatibilityFlags: [...compatibilityFlags] };
}

function single(contents: string) {
  const module = { type: "esm" as const, contents };
  return { mainModule: "main.js", modulesRoot: ROOT, modules: { "main.js": module } };
}

function databases({ databases }: WorkerConfig) {
  return Object.fromEntries(databases.map(({ binding, id }) => [binding, { type: "d1" as const, id }]));
}

function stores(config: WorkerConfig) {
  const buckets = config.buckets.map(({ binding, name }) => [binding, { type: "r2" as const, name }]);
  return { ...databases(config), ...Object.fromEntries(buckets) };
}

function bindings(config: WorkerConfig) {
  return {
    ...stores(config),
    ...Object.fromEntries(
      config.objects.map(({ binding, className }) => [
        binding,
        { type: "durable-object" as const, worker: config.name, exportName: className },
      ]),
    ),
  };
}

function texts(values: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === "" ? [] : [[name, { type: "text" as const, value }]],
    ),
  );
}
