import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { dryRun, runWrangler } from "./build.ts";
import type { Field } from "./contenders.ts";
import { median, round } from "./numbers.ts";
import { readActiveTime, readUpload, type Upload } from "./upload.ts";

export interface Weight extends Upload {
  /** Milliseconds of CPU until a fresh isolate has evaluated all modules; null where wrangler doesn't say. */
  readonly evaluation: number | null;
  /** Milliseconds from the start of the process, on a state that is there, to the first 200 of /healthz. */
  readonly firstOk: number;
}

const STEP = 20;

/** Of the bundle as it is deployed; times are medians of `starts`. */
export async function weigh(field: Field, folder: string, starts: number): Promise<Weight> {
  const home = mkdtempSync(join(folder, "weight-"));
  const upload = readUpload(await dryRun("wrangler.toml", join(home, "build")));
  const evaluations: number[] = [];
  const firsts: number[] = [];
  for (let nth = 0; nth < starts; nth++) {
    const profile = join(home, `${nth}.cpuprofile`);
    const active = readActiveTime(await runWrangler(["check", "startup", "--outfile", profile]));
    if (active !== null) evaluations.push(active);
    firsts.push(await firstOk(field));
  }
  return {
    whole: round(upload.whole, 0),
    gzip: round(upload.gzip, 0),
    evaluation: evaluations.length === 0 ? null : round(median(evaluations), 0),
    firstOk: round(median(firsts), 0),
  };
}

async function firstOk(field: Field): Promise<number> {
  await field.stop("ours");
  const port = await field.port("ours");
  const isUp = () =>
    fetch(`http://127.0.0.1:${port}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
  const started = performance.now();
  await field.start("ours");
  while (!(await isUp())) await pause(STEP);
  return performance.now() - started;
}
