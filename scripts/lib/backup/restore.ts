import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { isArchive, unpack, withFolderBeside } from "./archive.ts";
import { BackupRefused, checkManifest, MANIFEST, type Manifest } from "./manifest.ts";

/**
 * Makes a state folder from a backup, a folder or a packed one, which isn't changed.
 * @param stateDir a folder that doesn't exist or is empty; it appears whole or not at all
 * @throws BackupRefused where the backup isn't whole or the folder holds anything
 */
export async function restoreBackup(from: string, stateDir: string): Promise<Manifest> {
  const found = statSync(from, { throwIfNoEntry: false });
  if (found === undefined) throw new BackupRefused(`Không có bản sao lưu ${from}.`);
  if (found.isDirectory()) return restoreFolder(from, stateDir);
  if (!isArchive(from))
    throw new BackupRefused(`${from} không phải là bản sao lưu: cần thư mục hoặc tệp .tar.gz.`);
  return withFolderBeside(from, (folder) => {
    unpack(from, folder);
    return restoreFolder(folder, stateDir);
  });
}

function restoreFolder(from: string, stateDir: string): Manifest {
  if (`${stateDir}/`.startsWith(`${from}/`))
    throw new BackupRefused("Thư mục dữ liệu không được nằm trong bản sao lưu.");
  if (existsSync(stateDir) && readdirSync(stateDir).length > 0)
    throw new BackupRefused(`Thư mục ${stateDir} không trống: hãy chọn thư mục khác hoặc dời nó đi trước.`);
  const partial = `${stateDir}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(dirname(stateDir), { recursive: true });
  mkdirSync(partial, { mode: 0o700 });
  try {
    cpSync(from, partial, { recursive: true, errorOnExist: true, force: false });
    // Of the copy: the files that are checked are the ones that are used.
    const manifest = checkManifest(partial);
    if (existsSync(stateDir)) rmdirSync(stateDir);
    renameSync(partial, stateDir);
    rmSync(join(stateDir, MANIFEST));
    return manifest;
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}
