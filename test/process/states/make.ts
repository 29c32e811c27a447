import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { tellStory } from "./story.ts";

/**
 * node test/process/states/make.ts v0.2.0
 * Makes the state folder of a release: the story of story.ts, told to the code as it is now. Part of every release.
 */
const release = process.argv[2];
if (release === undefined || !/^v\d+\.\d+\.\d+$/u.test(release)) throw new Error("which release, as v0.2.0?");

const state = mkdtempSync(join(tmpdir(), "tro-ly-138-state-"));
try {
  const facts = await tellStory(state);
  for (const { parentPath, name } of readdirSync(state, { recursive: true, withFileTypes: true }))
    if (name.endsWith(".sqlite")) tidy(join(parentPath, name));
  for (const name of ["serve.lock", "runtime.pid"]) rmSync(join(state, name), { force: true });
  writeFileSync(join(state, "facts.json"), `${JSON.stringify(facts)}\n`);
  const folder = join(import.meta.dirname, release);
  mkdirSync(folder, { recursive: true });
  const archive = join(folder, "state.tar.gz");
  execFileSync("tar", ["-czf", archive, "-C", state, "."]);
  console.log(archive);
} finally {
  rmSync(state, { recursive: true, force: true });
}

/** As small as it gets; the knowledge is read anew at every start. */
function tidy(file: string): void {
  const database = new DatabaseSync(file);
  const isKnowledge =
    database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'passages'").get() !== undefined;
  database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  database.close();
  for (const ending of isKnowledge ? ["", "-wal", "-shm"] : ["-wal", "-shm"])
    rmSync(`${file}${ending}`, { force: true });
}
