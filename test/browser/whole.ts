import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Sandbox, startSandbox } from "../../sandbox/server.ts";
import { type SandboxSettings, sandboxSettings } from "../../sandbox/settings.ts";
import { freePort } from "../../sandbox/web.ts";
import { type RunningWorker, startWorker } from "../../scripts/lib/worker.ts";

export interface Whole {
  readonly worker: RunningWorker;
  readonly sandbox: Sandbox;
  readonly settings: SandboxSettings;
  close(): Promise<void>;
}

/** The real Worker and the sandbox around it, as `npm start` runs them, on free ports and a state of its own. */
export async function startWhole(): Promise<Whole> {
  const state = mkdtempSync(join(tmpdir(), "tro-ly-138-"));
  const port = await freePort();
  const settings = sandboxSettings(port);
  const envFile = join(state, "settings.env");
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(envFile, lines.join(""));
  const workerPort = await freePort();
  const worker = await startWorker({
    port: workerPort,
    envFiles: [envFile],
    persistTo: state,
    output: "ignore",
  });
  const sandbox = await startSandbox({ port, workerUrl: worker.url, settings });
  const close = async (): Promise<void> => {
    await sandbox.close();
    await worker.stop();
    rmSync(state, { recursive: true, force: true });
  };
  return { worker, sandbox, settings, close };
}
