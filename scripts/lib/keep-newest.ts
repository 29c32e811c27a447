import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * Removes all but the newest of what a folder stores, files or folders.
 * @param isStored tells them from what is only being written
 */
export function keepNewest(folder: string, most: number, isStored: (name: string) => boolean): void {
  const stored = readdirSync(folder)
    .filter(isStored)
    .map((name) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { path } of stored.slice(most)) rmSync(path, { recursive: true, force: true });
}
