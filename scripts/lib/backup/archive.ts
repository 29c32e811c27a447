import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { BackupRefused } from "./manifest.ts";

/** True where a path means one packed file instead of a folder. */
export function isArchive(path: string): boolean {
  return /\.(?:tar\.gz|tgz)$/u.test(path);
}

/** Makes a folder next to `path`, passes it to `work`, and removes it afterwards. */
export async function withFolderBeside<T>(
  path: string,
  work: (folder: string) => T | Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(dirname(path), ".tro-ly-138-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Packs a folder into a file, which appears whole or not at all. */
export function pack(folder: string, file: string): void {
  const partial = `${file}.partial`;
  tar(["-czf", partial, "-C", folder, "."], `Không đóng gói được ${file}.`);
  chmodSync(partial, 0o600);
  renameSync(partial, file);
}

/** Unpacks what `pack` made. */
export function unpack(file: string, folder: string): void {
  tar(["-xzf", file, "-C", folder, "--no-same-owner"], `Bản sao lưu ${file} không trọn vẹn.`);
}

function tar(args: readonly string[], sentence: string): void {
  const { status, stderr } = spawnSync("tar", args, { encoding: "utf8" });
  if (status !== 0) throw new BackupRefused(sentence, { cause: stderr });
}
