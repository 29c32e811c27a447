import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";

/** Files that `wrangler dev` reads by itself when no `--env-file` is given; the first that exists counts. */
const DEFAULT_FILES = [".dev.vars", ".env"];

/**
 * The settings that `wrangler dev` would see.
 * @param files what was given with `--env-file`; later files win
 */
export function readSettings(files: readonly string[]): Record<string, string | undefined> {
  const chosen = files.length > 0 ? files : DEFAULT_FILES.filter((file) => existsSync(file)).slice(0, 1);
  return Object.assign({}, ...chosen.map((file) => parseEnv(readFileSync(file, "utf8"))));
}
