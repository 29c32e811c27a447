import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { knowledgeFingerprint } from "./fingerprint.ts";
import { type Prepared, prepareKnowledge } from "./ingest.ts";
import { keepNewest } from "./keep-newest.ts";
import { HOME_KNOWLEDGE } from "./knowledge-dir.ts";
import { ROOT } from "./root.ts";

const STORE = join(ROOT, ".serve/knowledge");
/** Stored ones, to go back to an earlier one. */
const KEPT = 4;

/**
 * What `knowledge/` becomes, as the same code made it of the same files before; else made now and stored. Making it takes
 * seconds, because every section's own wordings are read by the learned reader.
 */
export async function preparedKnowledge(folder = HOME_KNOWLEDGE): Promise<Prepared> {
  const path = join(STORE, `${knowledgeFingerprint(folder)}.json`);
  const stored = storedAt(path);
  if (stored !== undefined) return stored;
  const prepared = await prepareKnowledge(folder);
  try {
    store(path, JSON.stringify(prepared));
  } catch {
    // An installation that this account may only read makes it anew at each start.
  }
  return prepared;
}

/** Undefined where it isn't there, or is another account's: a server's own files are closed to others. */
function storedAt(path: string): Prepared | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Prepared;
  } catch {
    return undefined;
  }
}

/** Written beside first: a file that another start finds is always whole. */
function store(path: string, text: string): void {
  mkdirSync(STORE, { recursive: true });
  const fresh = mkdtempSync(join(STORE, "new-"));
  try {
    writeFileSync(join(fresh, "knowledge.json"), text);
    renameSync(join(fresh, "knowledge.json"), path);
    keepNewest(STORE, KEPT, (name) => name.endsWith(".json"));
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
