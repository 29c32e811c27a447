import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { ROOT } from "../scripts/lib/root.ts";

export interface WorkerRuntime {
  readonly runtime: Miniflare;
  readonly stop: () => Promise<void>;
}

/**
 * Bundles a Worker of `bench/` and starts it on workerd, without a proxy between it and a database of its own.
 * @param config its wrangler.toml, from the root
 * @param database the binding of its D1
 */
export async function startWorker(config: string, database: string): Promise<WorkerRuntime> {
  const folder = mkdtempSync(join(tmpdir(), "tro-ly-138-bench-"));
  const dist = join(folder, "dist");
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      join(ROOT, "node_modules/wrangler/bin/wrangler.js"),
      ...["deploy", "--dry-run", "--outdir", dist, "--config", join(ROOT, config)],
    ],
    { cwd: ROOT, env: { ...process.env, WRANGLER_SEND_METRICS: "false" }, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  const path = join(dist, readdirSync(dist).find((name) => name.endsWith(".js")) ?? "worker.js");
  const options = convertV4MiniflareOptions({
    ...{ host: "127.0.0.1", port: 0, cf: false, defaultPersistRoot: join(folder, "state") },
    workers: [
      {
        name: "bench",
        modules: [{ type: "ESModule", path, contents: readFileSync(path, "utf8") }, ...dataIn(dist)],
        modulesRoot: dist,
        compatibilityDate: "2026-09-01",
        compatibilityFlags: ["nodejs_compat"],
        d1Databases: { [database]: "bench" },
      },
    ],
  });
  const runtime = new Miniflare(options);
  await runtime.ready;
  const stop = async () => {
    await runtime.dispose();
    rmSync(folder, { recursive: true, force: true });
  };
  return { runtime, stop };
}

/** The learned weights, which lie beside the bundle. */
const dataIn = (dist: string) =>
  readdirSync(dist)
    .filter((name) => name.endsWith(".bin"))
    .map((name) => ({
      type: "Data" as const,
      path: join(dist, name),
      contents: new Uint8Array(readFileSync(join(dist, name))),
    }));
