import { createHash, type Hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import indicators from "#indicators" with { type: "json" };
import province from "#province" with { type: "json" };
import { knowledgeModules } from "./knowledge-dir.ts";
import { ROOT } from "./root.ts";

/** What a build of the Worker is made from, besides a province's own modules. Packages are pinned by the lock file. */
const INPUT_FILES = ["wrangler.toml", "package-lock.json"];
const INPUT_FOLDERS = [
  { path: "src", only: /./u },
  { path: "prompts", only: /\.md$/u },
];

/** From contents, not times: a copied or restored tree has other times. */
export function codeFingerprint(knowledge: string | undefined): string {
  return ended(codeHash(knowledge));
}

/**
 * The same of what a province's documents and figures become: the code that reads them, with the province that this
 * process runs for, and every file of the folder.
 */
export function knowledgeFingerprint(folder: string): string {
  const hash = codeHash(undefined).update(JSON.stringify([province, indicators]));
  addFolder(hash, folder, /\.(?:md|csv|json)$/u);
  for (const file of ["scripts/lib/ingest.ts", "scripts/lib/nearest.ts"]) add(hash, file, join(ROOT, file));
  return ended(hash);
}

function codeHash(knowledge: string | undefined): Hash {
  const hash = createHash("sha256");
  for (const file of INPUT_FILES) add(hash, file, join(ROOT, file));
  for (const [name, path] of Object.entries(knowledgeModules(knowledge))) add(hash, name, path);
  for (const { path, only } of INPUT_FOLDERS) addFolder(hash, join(ROOT, path), only);
  return hash;
}

function addFolder(hash: Hash, folder: string, only: RegExp): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((name) => only.test(name) && !name.endsWith(".test.ts"))
    .sort();
  for (const name of files) add(hash, join(folder, name).replace(`${ROOT}/`, ""), join(folder, name));
}

function add(hash: Hash, name: string, path: string): void {
  hash.update(`${name}\0`).update(readFileSync(path)).update("\0");
}

function ended(hash: Hash): string {
  return hash.digest("hex").slice(0, 24);
}
