import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "../../scripts/lib/root.ts";

/**
 * Has wrangler bundle a Worker, uploading nothing; what wrangler says.
 * @param config from the root of the project
 */
export function dryRun(config: string, outdir: string): Promise<string> {
  return runWrangler(["deploy", "--dry-run", "--outdir", outdir, "--config", join(ROOT, config)]);
}

/** What wrangler says. @throws Error where it fails */
export async function runWrangler(args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(ROOT, "node_modules/wrangler/bin/wrangler.js"), ...args],
    { cwd: ROOT, env: { ...process.env, WRANGLER_SEND_METRICS: "false" } },
  );
  return stdout;
}
