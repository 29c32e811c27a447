import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, renameSync, rmSync, utimesSync } from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { BackupRefused } from "./backup-refused.ts";
import { filesBelow } from "./plain-files.ts";

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

/**
 * Packs a folder into a file, which appears whole or not at all.
 * @param at the only time that the archive shows
 */
export async function pack(folder: string, file: string, at: Date): Promise<void> {
  const partial = `${file}.partial`;
  // Files alone, in the order of their names: nothing of the disk's own order.
  const child = spawn("tar", ["-cf", "-", "-C", folder, "-T", "-"], { stdio: ["pipe", "pipe", "ignore"] });
  const ended = once(child, "close") as Promise<[number | null]>;
  child.stdin.end(filesBelow(folder).join("\n"));
  // Sealed bytes don't get smaller; Node's gzip writes no time of its own.
  await pipeline(child.stdout, createGzip({ level: 1 }), createWriteStream(partial, { mode: 0o600 }));
  const [code] = await ended;
  if (code !== 0) {
    rmSync(partial, { force: true });
    throw new BackupRefused(`Không đóng gói được ${file}.`);
  }
  utimesSync(partial, at, at);
  renameSync(partial, file);
}

/**
 * Unpacks what `pack` made into an empty folder.
 * @throws BackupRefused where it has anything but plain files and folders, a name twice, or one that leads elsewhere
 */
export function unpack(file: string, folder: string): void {
  const sentence = `Bản sao lưu ${file} không trọn vẹn.`;
  const names = tar(["-tzf", file], sentence).map((name) => name.replace(/^\.\//u, "").replace(/\/$/u, ""));
  // The first letter of each line of the long list is the kind: "-" a file, "d" a folder, "l" and "h" links.
  const kinds = tar(["-tvzf", file], sentence).map((line) => line.charAt(0));
  const isSafe =
    kinds.length === names.length &&
    kinds.every((kind) => kind === "-" || kind === "d") &&
    new Set(names).size === names.length &&
    names.every((name) => /^(?!\/)(?!(?:.*\/)?\.\.(?:\/|$))[\w./-]*$/u.test(name));
  if (!isSafe)
    throw new BackupRefused(
      `Tệp ${file} không phải là bản sao lưu: nó chứa liên kết, tên lặp hoặc tên dẫn ra ngoài.`,
    );
  tar(["-xzf", file, "-C", folder, "--no-same-owner"], sentence);
}

/** The lines that tar printed. */
function tar(args: readonly string[], sentence: string): string[] {
  const { status, stdout, stderr } = spawnSync("tar", args, { encoding: "utf8", maxBuffer: 2 ** 30 });
  if (status !== 0) throw new BackupRefused(sentence, { cause: stderr });
  return stdout.split("\n").filter((line) => line !== "");
}
