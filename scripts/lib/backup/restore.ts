import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { type KeyRing, SealError } from "../../../src/platform/crypto/key-ring.ts";
import { ErasureList, erasureListOf } from "../erasures/erasure-list.ts";
import { markRestored } from "../erasures/restored-mark.ts";
import { isArchive, unpack, withFolderBeside } from "./archive.ts";
import { BackupRefused } from "./backup-refused.ts";
import { openFile } from "./frames.ts";
import {
  type Contents,
  checkReadable,
  type Manifest,
  nameOf,
  openManifest,
  readManifest,
  refuseOthers,
} from "./manifest.ts";

export interface RestoreOptions {
  /** The backup, a folder or a packed one; it isn't changed. */
  readonly from: string;
  /** A folder that doesn't exist or is empty; it appears whole or not at all. */
  readonly stateDir: string;
  readonly ring?: KeyRing | undefined;
  /** Takes a backup that isn't sealed: whoever could write it may have put in anything. */
  readonly unsealed?: boolean;
  /** The list of erasures; absent = where the state of the backup had it. */
  readonly erasures?: string | undefined;
  /** Goes on without the list, as where it was lost with the disk. */
  readonly withoutErasures?: boolean;
}

export interface Restored {
  readonly files: number;
  readonly takenAt: string;
  /** How many erasures the list has; undefined where there is none. */
  readonly erasures: number | undefined;
  /** Ids of keys that sealed what lies in the backup and that the ring doesn't have. */
  readonly missingKeys: readonly string[];
}

/**
 * Makes a state folder from a backup, and puts the list of erasures where the server will look for it.
 * @throws BackupRefused where the backup isn't whole or isn't ours, the folder holds anything, or the list is missing
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { from } = options;
  const found = statSync(from, { throwIfNoEntry: false });
  if (found === undefined) throw new BackupRefused(`Không có bản sao lưu ${from}.`);
  if (found.isDirectory()) return restoreFolder(options);
  if (!isArchive(from))
    throw new BackupRefused(`${from} không phải là bản sao lưu: cần thư mục hoặc tệp .tar.gz.`);
  return withFolderBeside(from, (folder) => {
    unpack(from, folder);
    return restoreFolder({ ...options, from: folder });
  });
}

async function restoreFolder(options: RestoreOptions): Promise<Restored> {
  const { from, stateDir, ring } = options;
  if (`${stateDir}/`.startsWith(`${from}/`))
    throw new BackupRefused("Thư mục dữ liệu không được nằm trong bản sao lưu.");
  if (existsSync(stateDir) && readdirSync(stateDir).length > 0)
    throw new BackupRefused(`Thư mục ${stateDir} không trống: hãy chọn thư mục khác hoặc dời nó đi trước.`);
  const manifest = readManifest(from);
  const partial = `${stateDir}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(dirname(stateDir), { recursive: true });
  mkdirSync(partial, { mode: 0o700 });
  try {
    const contents =
      manifest.format === 1
        ? await copyReadable(options, manifest, partial)
        : openSealed(options, manifest, partial);
    const erasures = ring === undefined ? undefined : takeList(options, ring, contents.erasures);
    if (erasures !== undefined) markRestored(partial);
    if (existsSync(stateDir)) rmdirSync(stateDir);
    renameSync(partial, stateDir);
    return {
      files: contents.files.length,
      takenAt: contents.takenAt,
      erasures,
      missingKeys: manifest.format === 1 ? [] : manifest.keys.filter((id) => !ring?.ids.includes(id)),
    };
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

function openSealed(
  { from, ring }: RestoreOptions,
  manifest: Extract<Manifest, { format: 2 }>,
  to: string,
): Contents {
  if (ring === undefined)
    throw new BackupRefused(
      "Bản sao lưu được niêm phong: hãy thêm --env-file với REPORT_ENCRYPTION_KEYS của lúc sao lưu.",
    );
  const contents = openManifest(ring, manifest);
  refuseOthers(
    from,
    contents.files.map((_, file) => nameOf(file)),
  );
  for (const [file, { path, size }] of contents.files.entries()) {
    const target = inside(to, path);
    try {
      const opened = openFile(
        ring,
        { backup: manifest.backup, file, path },
        join(from, nameOf(file)),
        target,
      );
      if (opened !== size) throw new BackupRefused(`Bản sao lưu thiếu một phần của tệp ${path}.`);
    } catch (error) {
      if (!(error instanceof SealError)) throw error;
      throw new BackupRefused(`Tệp ${path} trong bản sao lưu đã bị thay đổi hoặc hỏng.`, { cause: error });
    }
  }
  return contents;
}

/** Of the copy: the files that are checked are the ones that are used. */
async function copyReadable(
  { from, stateDir, unsealed = false }: RestoreOptions,
  manifest: Extract<Manifest, { format: 1 }>,
  to: string,
): Promise<Contents> {
  if (!unsealed)
    throw new BackupRefused(
      "Bản sao lưu này không được niêm phong: ai ghi được vào nó cũng có thể đã sửa nó. Nếu anh/chị tin nơi cất nó, hãy thêm --unsealed.",
    );
  refuseOthers(
    from,
    manifest.files.map(({ path }) => path),
  );
  for (const { path } of manifest.files) copyFileSync(join(from, path), inside(to, path));
  await checkReadable(to, manifest);
  return { ...manifest, erasures: { path: erasureListOf(stateDir), entries: 0 } };
}

/** A file's place, with its folders. */
function inside(folder: string, path: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  return file;
}

/** Checks the list and puts it where the server will look for it. @returns how many erasures it has */
function takeList(
  { stateDir, erasures, withoutErasures = false }: RestoreOptions,
  ring: KeyRing,
  known: Contents["erasures"],
): number | undefined {
  if (withoutErasures) return undefined;
  const source = erasures ?? known.path;
  if (!existsSync(source)) {
    if (erasures === undefined && known.entries === 0) return undefined;
    throw new BackupRefused(
      `Không có danh sách xoá ${source}: thiếu nó, những gì đã xoá sau bản sao lưu sẽ sống lại. Hãy chỉ tệp bằng --erasures, hoặc thêm --without-erasures nếu nó đã mất.`,
    );
  }
  const list = ErasureList.read(source, ring);
  if (list.entries.length < known.entries)
    throw new BackupRefused(
      `Danh sách xoá ${source} có ${list.entries.length} mục, lúc sao lưu đã có ${known.entries}: nó bị cắt bớt hoặc không phải của dữ liệu này.`,
    );
  const target = erasureListOf(stateDir);
  if (target !== source) ErasureList.open(target, ring).append(list.entries);
  return list.entries.length;
}
