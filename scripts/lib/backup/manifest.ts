import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { createReadStream, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { fromBase64, toBase64Url } from "../../../src/platform/crypto/base64url.ts";
import type { KeyRing } from "../../../src/platform/crypto/key-ring.ts";
import { BackupRefused } from "./backup-refused.ts";
import { filesBelow } from "./plain-files.ts";

export const MANIFEST = "manifest.json";

/** Below `v3/`, and nowhere else: no empty name, no step up. */
const StatePath = z.string().regex(/^v3(?:\/(?!\.{1,2}(?:\/|$))[^/\0\\]+)+$/u);
const Size = z.number().int().nonnegative();

/** Format 1 is readable: made where there are no keys. */
const Readable = z.object({
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  files: z.array(z.object({ path: StatePath, size: Size, sha256: z.string().regex(/^[0-9a-f]{64}$/u) })),
});

/** Format 2: what the backup holds is sealed, and a MAC stands over all of it. */
const Sealed = z.object({
  format: z.literal(2),
  backup: z.string().regex(/^[\w-]{22}$/u),
  /** The ids of the ring's keys at that time; the first one sealed the backup, the others what lies in it. */
  keys: z.array(z.string()).nonempty(),
  sealed: z.string(),
  mac: z.string(),
});

const Contents = z.object({
  takenAt: z.iso.datetime(),
  /** A file's place in this list is its number, and its name in the backup. */
  files: z.array(z.object({ path: StatePath, size: Size })),
  /** The list of erasures that belonged to the state: where it was, and how long: it never gets shorter. */
  erasures: z.object({ path: z.string(), entries: Size }),
});

export type Contents = Readonly<z.infer<typeof Contents>>;
export type Manifest = Readonly<z.infer<typeof Readable>> | Readonly<z.infer<typeof Sealed>>;
type SealedManifest = Readonly<z.infer<typeof Sealed>>;

/** The name of a sealed file: its number. */
export const nameOf = (file: number): string => String(file).padStart(6, "0");

export const newBackupId = (): string => toBase64Url(randomBytes(16));

const place = (backup: string): string => `backup/2/manifest/${backup}`;
const authenticated = ({ backup, keys, sealed }: Omit<SealedManifest, "mac" | "format">): string =>
  JSON.stringify(["backup/2", backup, keys, sealed]);

/** Written as the last step: a backup without it isn't one. */
export function writeSealedManifest(ring: KeyRing, folder: string, backup: string, contents: Contents): void {
  const sealed = ring.sealNow(JSON.stringify(contents), place(backup));
  const [, ...others] = ring.ids;
  const body = { backup, keys: [ring.currentId, ...others] as [string, ...string[]], sealed };
  const mac = toBase64Url(ring.macNow("backup", authenticated(body)));
  write(folder, { format: 2, ...body, mac });
}

/**
 * The contents of a sealed backup.
 * @throws BackupRefused where the ring lacks its key, or anything of the manifest was changed
 */
export function openManifest(ring: KeyRing, manifest: SealedManifest): Contents {
  const { backup, keys, sealed, mac } = manifest;
  const [keyId = ""] = keys;
  const expected = ring.macNow("backup", authenticated({ backup, keys, sealed }), keyId);
  if (expected === null)
    throw new BackupRefused(
      `Bản sao lưu được niêm phong bằng khoá "${keyId}", không có trong REPORT_ENCRYPTION_KEYS: hãy đưa khoá đó vào lại.`,
    );
  const given = fromBase64(mac);
  if (given?.length !== expected.length || !timingSafeEqual(given, expected)) throw changed();
  try {
    return Contents.parse(JSON.parse(ring.openNow(sealed, place(backup))));
  } catch (error) {
    throw changed(error);
  }
}

const changed = (cause?: unknown) =>
  new BackupRefused("Bản kê của bản sao lưu đã bị thay đổi, hoặc khoá không phải là khoá đã niêm phong nó.", {
    cause,
  });

/** The manifest of a backup without keys: hashes against damage, none against a forger. */
export async function writeReadableManifest(folder: string, takenAt: Date): Promise<string[]> {
  const paths = filesBelow(folder);
  const files = [];
  for (const path of paths) files.push(await describe(folder, path));
  write(folder, { format: 1, takenAt: takenAt.toISOString(), files });
  return paths;
}

/**
 * Compares a backup of format 1 with its manifest, file by file.
 * @throws BackupRefused where anything is missing, changed or too much
 */
export async function checkReadable(
  folder: string,
  manifest: Extract<Manifest, { format: 1 }>,
): Promise<void> {
  refuseOthers(
    folder,
    manifest.files.map(({ path }) => path),
  );
  for (const file of manifest.files) {
    const { size, sha256 } = await describe(folder, file.path);
    if (size !== file.size || sha256 !== file.sha256)
      throw new BackupRefused(`Tệp ${file.path} trong bản sao lưu đã bị thay đổi hoặc hỏng.`);
  }
}

/** @throws BackupRefused where the folder lacks one of these files or has any other besides the manifest */
export function refuseOthers(folder: string, names: readonly string[]): void {
  const present = new Set(filesBelow(folder).filter((path) => path !== MANIFEST));
  for (const name of names)
    if (!present.delete(name)) throw new BackupRefused(`Bản sao lưu thiếu tệp ${name}.`);
  const [unknown] = present;
  if (unknown !== undefined) throw new BackupRefused(`Bản sao lưu có tệp lạ: ${unknown}.`);
}

export function readManifest(folder: string): Manifest {
  try {
    const read: unknown = JSON.parse(readFileSync(join(folder, MANIFEST), "utf8"));
    return z.discriminatedUnion("format", [Readable, Sealed]).parse(read);
  } catch (error) {
    throw new BackupRefused("Bản sao lưu không trọn vẹn: không đọc được bản kê tệp.", { cause: error });
  }
}

function write(folder: string, manifest: object): void {
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 });
}

async function describe(folder: string, path: string) {
  const file = join(folder, path);
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return { path, size: statSync(file).size, sha256: hash.digest("hex") };
}
