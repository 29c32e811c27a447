import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../../../sandbox/web.ts";
import { type StandInPlatforms, startPlatforms } from "../../platforms.ts";
import { dryRun } from "../../speed/build.ts";
import { Contender } from "../../speed/process.ts";
import { COUNTED, type Counts } from "./counts.ts";

/** Nothing more is counted for so long, in milliseconds: the turn and what follows from it are over. */
const QUIET = 400;
const STEP = 100;
const PATIENCE = 30_000;

/** The counted Worker with platforms of its own: a refresh token works once, so two Workers can't share them. */
export interface CountedServer extends StandInPlatforms {
  readonly url: string;
  /** Its databases, in files of SQLite. */
  readonly stateDir: string;
  /** Milliseconds of CPU of all its processes so far; null where the system doesn't say. */
  cpu(): number | null;
  counts(): Promise<Counts>;
  /** The count once it stands still. */
  settled(): Promise<Counts>;
  /** Runs the cron trigger once. */
  cron(): Promise<void>;
  close(): Promise<void>;
}

export async function startCounted(folder: string): Promise<CountedServer> {
  const home = mkdtempSync(join(folder, "counted-"));
  const [build, stateDir] = [join(home, "build"), join(home, "state")];
  await dryRun("bench/scale/counted/wrangler.toml", build);
  const port = await freePort();
  const { zalo, telegram, settings } = await startPlatforms();
  const { contender } = await Contender.start(
    ["bench/scale/counted/serve.ts", String(port), stateDir, build, JSON.stringify(settings)],
    "ready",
  );
  const url = `http://127.0.0.1:${port}`;
  const counts = async () => (await (await fetch(`${url}/bench/counts`)).json()) as Counts;
  return {
    ...{ zalo, telegram, settings, url, stateDir, counts },
    cpu: () => contender.cpu(),
    async settled() {
      const until = Date.now() + PATIENCE;
      let last = await counts();
      let since = Date.now();
      while (Date.now() - since < QUIET && Date.now() < until) {
        await pause(STEP);
        const now = await counts();
        if (COUNTED.some((name) => now[name] !== last[name])) since = Date.now();
        last = now;
      }
      return last;
    },
    async cron() {
      const { ok } = await fetch(`${url}/bench/cron`, { method: "POST" });
      if (!ok) throw new Error("the trigger failed");
    },
    async close() {
      await contender.kill();
      await Promise.all([zalo.close(), telegram.close()]);
    },
  };
}
