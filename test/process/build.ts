import { join } from "node:path";
import { ROOT } from "../../scripts/lib/root.ts";
import { readBundle } from "../../scripts/lib/serve/bundle.ts";

/** Builds the Worker before the first server starts: many that start at once would each build it. */
export default async function setup(): Promise<void> {
  // Every start of a server compiles the same modules.
  process.env.NODE_COMPILE_CACHE ??= join(ROOT, "node_modules/.cache/compiled");
  await readBundle();
}
