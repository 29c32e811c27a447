import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { extname, join } from "node:path";
import { CommandError } from "../command-errors.ts";
import { codeFingerprint } from "../fingerprint.ts";
import { keepNewest } from "../keep-newest.ts";
import { knowledgeFlags } from "../knowledge-dir.ts";
import { WITH_PARENT } from "../processes/end-with-parent.ts";
import { ROOT } from "../root.ts";
import { WRANGLER } from "../wrangler.ts";
import { readWorkerConfig, type WorkerConfig } from "./worker-config.ts";

/** A module of the bundle, as Miniflare takes it. */
export type Module =
  | { readonly type: "esm" | "text"; readonly contents: string }
  | { readonly type: "wasm" | "data"; readonly contents: Uint8Array<ArrayBuffer> };

/** The Worker as wrangler bundles it for a deployment. */
export interface Bundle {
  readonly mainModule: string;
  readonly modules: Readonly<Record<string, Module>>;
  readonly config: WorkerConfig;
}

export interface BundleOptions {
  readonly log?: (line: string) => void;
  /** Another province's folder in place of `knowledge/`. */
  readonly knowledge?: string | undefined;
}

const MAIN = "index.js";
/** Stored builds, to go back to an earlier one. */
const KEPT = 3;
const NEW = "new-";
const CONFIG = "worker.json";
const BUILDS = ".serve/build";

/**
 * The bundle of the present code. wrangler builds it unless an earlier start has built the same code.
 * @throws CommandError with wrangler's own words where the build fails
 */
export async function readBundle({ log = () => {}, knowledge }: BundleOptions = {}): Promise<Bundle> {
  const folder = join(ROOT, BUILDS, codeFingerprint(knowledge));
  if (!existsSync(join(folder, CONFIG))) {
    log("Đang dựng chương trình…");
    await build(folder, knowledge);
  }
  const config = JSON.parse(readFileSync(join(folder, CONFIG), "utf8")) as WorkerConfig;
  return { mainModule: MAIN, modules: modulesIn(folder), config };
}

/** Built in a temporary folder first, so that the final folder is always complete. */
async function build(folder: string, knowledge: string | undefined): Promise<void> {
  mkdirSync(join(ROOT, BUILDS), { recursive: true });
  const fresh = mkdtempSync(join(ROOT, BUILDS, NEW));
  try {
    const child = spawn(
      WITH_PARENT,
      [process.execPath, ...WRANGLER, "deploy", "--dry-run", "--outdir", fresh, ...knowledgeFlags(knowledge)],
      {
        cwd: ROOT,
        env: { ...process.env, WRANGLER_SEND_METRICS: "false" },
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    let words = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (words += chunk.toString()));
    const [code] = (await once(child, "close")) as [number | null];
    if (code !== 0)
      throw new CommandError(`Không dựng được chương trình (wrangler deploy --dry-run):\n${words}`);
    writeFileSync(join(fresh, CONFIG), JSON.stringify(await readWorkerConfig()));
    rmSync(join(fresh, `${MAIN}.map`), { force: true });
    // Only its owner can read a temporary folder; the account that serves must be able to read a build.
    chmodSync(fresh, 0o755);
    try {
      renameSync(fresh, folder);
    } catch (error) {
      // Another start with the same code was faster.
      if (!existsSync(join(folder, CONFIG))) throw error;
    }
    keepNewest(join(ROOT, BUILDS), KEPT, (name) => !name.startsWith(NEW));
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function modulesIn(folder: string): Record<string, Module> {
  const modules: Record<string, Module> = {};
  for (const name of readdirSync(folder)) {
    const module = moduleOf(join(folder, name));
    if (module !== undefined) modules[name] = module;
  }
  return modules;
}

/** The types that the rules of wrangler.toml give these files; others (source maps) aren't part of the Worker. */
function moduleOf(path: string): Module | undefined {
  switch (extname(path)) {
    case ".js":
      return { type: "esm", contents: readFileSync(path, "utf8") };
    case ".md":
      return { type: "text", contents: readFileSync(path, "utf8") };
    case ".wasm":
      return { type: "wasm", contents: new Uint8Array(readFileSync(path)) };
    case ".ttf":
    case ".bin":
      return { type: "data", contents: new Uint8Array(readFileSync(path)) };
    default:
      return undefined;
  }
}
