import { join } from "node:path";
import { ROOT } from "./root.ts";

/**
 * wrangler as arguments for Node. Its own `bin` starts a second Node, which would continue when the first is killed.
 * @example spawn(process.execPath, [...WRANGLER, "deploy", "--dry-run"])
 */
export const WRANGLER: readonly string[] = [
  "--no-warnings",
  join(ROOT, "node_modules/wrangler/wrangler-dist/cli.js"),
];
