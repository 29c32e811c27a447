import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../../scripts/lib/root.ts";
import { readBundle } from "../../scripts/lib/serve/bundle.ts";
import { prepareState } from "../../scripts/lib/serve/state.ts";

/**
 * Builds the Worker before the first server starts: many that start at once would each build it. And migrates and fills
 * databases, for servers that don't have to do it themselves (`OwnServer`).
 */
export default async function setup(): Promise<() => void> {
  // Every start of a server compiles the same modules.
  process.env.NODE_COMPILE_CACHE ??= join(ROOT, "node_modules/.cache/compiled");
  const { config } = await readBundle();
  const stateDir = mkdtempSync(join(tmpdir(), "tro-ly-138-prepared-"));
  await prepareState(config, { stateDir, settings: {}, log: () => {} });
  process.env.PREPARED_STATE = stateDir;
  return () => rmSync(stateDir, { recursive: true, force: true });
}
