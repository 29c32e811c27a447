import { createHash } from "node:crypto";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { CommandError } from "../command-errors.ts";
import { filesBelow } from "./copy.ts";

export const MANIFEST = "manifest.json";
const FORMAT = 1;

const manifest = z.object({
  format: z.literal(FORMAT),
  takenAt: z.iso.datetime(),
  files: z.array(
    z.object({
      path: z.string().regex(/^v3\/(?!.*\.\.)/u),
      size: z.number().int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/u),
    }),
  ),
});

export type Manifest = z.infer<typeof manifest>;

/** A backup that isn't complete, or an unsuitable place for one. The message is for the operator. */
export class BackupRefused extends CommandError {}

/** Writes the list of files as the last step: a backup without it isn't one. */
export function writeManifest(folder: string, takenAt: Date): Manifest {
  const files = filesBelow(folder).map((path) => describe(folder, path));
  const written: Manifest = { format: FORMAT, takenAt: takenAt.toISOString(), files };
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(written, null, 1)}\n`, { mode: 0o600 });
  return written;
}

/**
 * Compares a backup with its manifest, file by file.
 * @throws BackupRefused where anything is missing, changed or too much
 */
export function checkManifest(folder: string): Manifest {
  const read = readManifest(folder);
  const present = new Set(filesBelow(folder).filter((path) => path !== MANIFEST));
  for (const file of read.files) {
    if (!present.delete(file.path)) throw new BackupRefused(`Bản sao lưu thiếu tệp ${file.path}.`);
    const { size, sha256 } = describe(folder, file.path);
    if (size !== file.size || sha256 !== file.sha256)
      throw new BackupRefused(`Tệp ${file.path} trong bản sao lưu đã bị thay đổi hoặc hỏng.`);
  }
  const [unknown] = present;
  if (unknown !== undefined) throw new BackupRefused(`Bản sao lưu có tệp lạ: ${unknown}.`);
  return read;
}

function readManifest(folder: string): Manifest {
  try {
    return manifest.parse(JSON.parse(readFileSync(join(folder, MANIFEST), "utf8")));
  } catch (error) {
    throw new BackupRefused("Bản sao lưu không trọn vẹn: không đọc được bản kê tệp.", { cause: error });
  }
}

function describe(folder: string, path: string) {
  const file = join(folder, path);
  const sha256 = createHash("sha256").update(readFileSync(file)).digest("hex");
  return { path, size: statSync(file).size, sha256 };
}
