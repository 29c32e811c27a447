import { accessSync, constants, mkdirSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Makes a folder for this account alone, where there is none, and checks that it can be written into.
 * @throws the system's error with the path at fault: a file in the way, missing rights, a read-only disk
 */
export function makeWritableFolder(path: string): void {
  makeFolder(path);
  accessSync(path, constants.W_OK);
}

/**
 * Does the same for the databases of a state folder. The runtime itself says only "internal error".
 * @throws as `makeWritableFolder`
 */
export function checkDatabases(stateDir: string): void {
  const folder = join(stateDir, "v3/d1");
  makeWritableFolder(folder);
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }))
    if (name.endsWith(".sqlite")) accessSync(join(folder, name), constants.W_OK);
}

/**
 * Folder by folder: Node's own recursion never ends where the system allows no folder at all, as under /proc, and says
 * ENOENT on a read-only disk.
 */
function makeFolder(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) return;
  if (found !== undefined)
    throw Object.assign(new Error(`not a directory: ${path}`), { code: "ENOTDIR", path });
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}
