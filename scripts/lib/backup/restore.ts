import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { BackupRefused, checkManifest, MANIFEST, type Manifest } from "./manifest.ts";

/**
 * Makes a state folder from a backup, which isn't changed.
 * @param stateDir a folder that doesn't exist or is empty; it appears whole or not at all
 * @throws BackupRefused where the backup isn't whole or the folder holds anything
 */
export function restoreBackup(from: string, stateDir: string): Manifest {
  if (!existsSync(from)) throw new BackupRefused(`Không có bản sao lưu ${from}.`);
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
