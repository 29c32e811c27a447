import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toBase64Url } from "../../../src/platform/crypto/base64url.ts";
import { type KeyRing, parseKeyRing } from "../../../src/platform/crypto/key-ring.ts";
import { ErasureList } from "../erasures/erasure-list.ts";
import { pack } from "./archive.ts";
import { restoreBackup } from "./restore.ts";
import { takeBackup } from "./take.ts";

const dir = mkdtempSync(join(tmpdir(), "tro-ly-138-sealed-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const key = (fill: number) => toBase64Url(new Uint8Array(32).fill(fill));
const ringOf = (setting: string): KeyRing => parseKeyRing(setting) as KeyRing;
const ring = ringOf(`k1:${key(1)}`);
const state = join(dir, "state");
const OFFICIALS = join(state, "v3/d1/officials.sqlite");

let n = 0;
const fresh = (name = "new") => join(dir, `${name}-${n++}`);

async function taken(keys: KeyRing | null = ring): Promise<string> {
  const to = fresh("backup");
  await takeBackup({ stateDir: state, to, ring: keys ?? undefined, erasures: join(dir, "none") });
  return to;
}
async function restored(from: string, options: Partial<Parameters<typeof restoreBackup>[0]> = {}) {
  const stateDir = fresh("restored");
  try {
    await restoreBackup({ from, stateDir, ring, ...options });
    return { stateDir, refused: null };
  } catch (error) {
    expect(existsSync(stateDir)).toBe(false);
    return { stateDir, refused: (error as Error).message };
  }
}

let backup: string;
let older: string;
beforeAll(async () => {
  mkdirSync(join(state, "v3/d1"), { recursive: true });
  const database = new DatabaseSync(OFFICIALS);
  database.exec(
    "CREATE TABLE officials (id TEXT, role TEXT); INSERT INTO officials VALUES ('1', 'PLANTEDNAME')",
  );
  older = await taken();
  database.exec("UPDATE officials SET role = 'viewer'");
  database.close();
  mkdirSync(join(state, "v3/r2/blobs"), { recursive: true });
  writeFileSync(join(state, "v3/r2/blobs/large"), Buffer.alloc(3_000_000, "x"));
  backup = await taken();
});

describe("a sealed backup", () => {
  it("gives back what was there, and without the key shows neither content, names, nor times", async () => {
    const { stateDir, refused } = await restored(backup);
    expect(refused).toBeNull();
    expect(readFileSync(join(stateDir, "v3/r2/blobs/large")).length).toBe(3_000_000);
    expect(readdirSync(backup).sort()).toEqual(["000000", "000001", "manifest.json"]);
    const bytes = readdirSync(backup).map((name) => readFileSync(join(backup, name), "latin1"));
    expect(bytes.filter((text) => /officials|viewer|blobs|xxxx/u.test(text))).toEqual([]);
    const times = readdirSync(backup).map((name) => statSync(join(backup, name)).mtimeMs);
    expect(new Set(times).size).toBe(1);
    expect((times[0] ?? 1) % 3_600_000).toBe(0);
    expect(readdirSync(state)).not.toContain("copying");
  });

  it("leaves out what was deleted: SQLite only marks it as free", async () => {
    const { stateDir } = await restored(backup);
    expect(readFileSync(join(stateDir, "v3/d1/officials.sqlite"), "latin1")).not.toContain("PLANTEDNAME");
  });

  it.each<[string, (copy: string) => void]>([
    ["a planted row", (copy) => writeFileSync(join(copy, "000000"), readFileSync(OFFICIALS))],
    ["another backup's file", (copy) => cpSync(join(older, "000000"), join(copy, "000000"))],
    [
      "another backup's manifest",
      (copy) => cpSync(join(older, "manifest.json"), join(copy, "manifest.json")),
    ],
    ["its files swapped", swap],
    ["a file too much", (copy) => writeFileSync(join(copy, "000002"), "")],
    [
      "a folder with a file",
      (copy) => {
        mkdirSync(join(copy, "v3"));
        writeFileSync(join(copy, "v3/x"), "");
      },
    ],
    ["a file missing", (copy) => rmSync(join(copy, "000001"))],
    ["a symbolic link", (copy) => link(copy, symlinkSync)],
    ["a hard link", (copy) => link(copy, linkSync)],
    ["no manifest", (copy) => rmSync(join(copy, "manifest.json"))],
    ["a key id changed in the manifest", (copy) => edit(copy, (m) => ({ ...m, keys: ["k1", "k2"] }))],
    ["a MAC cut short", (copy) => edit(copy, (m) => ({ ...m, mac: String(m.mac).slice(0, 10) }))],
    ["an empty MAC", (copy) => edit(copy, (m) => ({ ...m, mac: "" }))],
    [
      "a readable manifest in place of the sealed one",
      (copy) => edit(copy, () => ({ format: 1, takenAt: "2026-01-01T00:00:00Z", files: [] })),
    ],
  ])("is refused with %s", async (_, damage) => {
    const copy = fresh("damaged");
    cpSync(backup, copy, { recursive: true });
    damage(copy);
    expect((await restored(copy)).refused).toMatch(/ản sao lưu|liên kết/u);
    // Nor by the flag that takes backups without a seal.
    expect((await restored(copy, { unsealed: true })).refused).toMatch(/ản sao lưu|liên kết/u);
  });

  it("names the key that it needs", async () => {
    expect((await restored(backup, { ring: ringOf(`k2:${key(2)}`) })).refused).toContain('"k1"');
    expect((await restored(backup, { ring: ringOf(`k1:${key(9)}`) })).refused).toContain("đã bị thay đổi");
    expect((await restored(backup, { ring: undefined })).refused).toContain("REPORT_ENCRYPTION_KEYS");
    expect((await restored(backup, { ring: ringOf(`k2:${key(2)},k1:${key(1)}`) })).refused).toBeNull();
  });

  it("isn't restored without the list of erasures that it had, or with less of it", async () => {
    const path = fresh("list");
    const erased = { kind: "chat", conversation: "ab".repeat(32), at: 0 } as const;
    const short = () => ErasureList.open(path, ring).append([{ id: "1", erased }]);
    short();
    ErasureList.open(path, ring).append([{ id: "2", erased }]);
    const to = fresh("backup");
    await takeBackup({ stateDir: state, to, ring, erasures: path });
    expect((await restored(to)).refused).toBeNull();
    rmSync(path);
    expect((await restored(to)).refused).toContain("--without-erasures");
    expect((await restored(to, { withoutErasures: true })).refused).toBeNull();
    short();
    expect((await restored(to)).refused).toContain("bị cắt bớt");
    writeFileSync(path, "changed");
    expect((await restored(to)).refused).toMatch(/Danh sách xoá .* đã bị thay đổi/u);
    const { warning } = await takeBackup({ stateDir: state, to: fresh(), ring, erasures: path });
    expect(warning).toContain("Danh sách xoá");
  });

  it("of a state without plain files isn't taken", async () => {
    symlinkSync("/etc/hostname", join(state, "v3/link"));
    await expect(taken()).rejects.toThrow("liên kết");
    rmSync(join(state, "v3/link"));
    linkSync(OFFICIALS, join(dir, "second-name"));
    await expect(taken()).rejects.toThrow("liên kết cứng");
    rmSync(join(dir, "second-name"));
  });
});

describe("an archive", () => {
  it("travels with the same time on all its files", async () => {
    const file = `${fresh("backup")}.tar.gz`;
    await pack(backup, file, new Date("2026-11-28T09:00:00Z"));
    expect((await restored(file)).refused).toBeNull();
    const times = spawnSync("tar", ["-tvzf", file, "--full-time"], {
      encoding: "utf8",
      env: { TZ: "UTC" },
    }).stdout;
    expect(new Set(times.match(/\d\d:\d\d:\d\d/gu)).size).toBe(1);
  });

  it.each<[string, string[], (folder: string) => void]>([
    ["a link", ["000000", "manifest.json"], (folder) => link(folder, symlinkSync)],
    [
      "a hard link",
      ["000000", "000001"],
      (folder) => {
        rmSync(join(folder, "000001"));
        linkSync(join(folder, "000000"), join(folder, "000001"));
      },
    ],
    ["a way out", ["-P", "manifest.json", "../outside"], () => writeFileSync(join(dir, "outside"), "x")],
    [
      "an absolute name",
      ["-P", "manifest.json", join(dir, "outside")],
      () => writeFileSync(join(dir, "outside"), "x"),
    ],
    ["a name twice", ["manifest.json", "manifest.json"], () => {}],
  ])("with %s is refused before it is unpacked", async (_, members, prepare) => {
    const folder = fresh("archived");
    cpSync(backup, folder, { recursive: true });
    prepare(folder);
    const file = `${folder}.tar.gz`;
    expect(spawnSync("tar", ["-czf", file, "-C", folder, ...members]).status).toBe(0);
    expect((await restored(file)).refused).toContain("không phải là bản sao lưu");
  });
});

describe("without keys", () => {
  it("a backup is readable, and is restored only where one says so", async () => {
    const readable = await taken(null);
    expect((await restored(readable, { ring: undefined })).refused).toContain("--unsealed");
    const { stateDir, refused } = await restored(readable, { unsealed: true });
    expect(refused).toBeNull();
    expect(readFileSync(join(stateDir, "v3/r2/blobs/large")).length).toBe(3_000_000);
  });

  it("a path that leads out is refused there too", async () => {
    const readable = await taken(null);
    const manifest = join(readable, "manifest.json");
    writeFileSync(manifest, readFileSync(manifest, "utf8").replace("v3/r2/blobs/large", "v3/../../large"));
    renameSync(join(readable, "v3/r2/blobs/large"), join(readable, "large"));
    expect((await restored(readable, { unsealed: true })).refused).toContain("không trọn vẹn");
  });

  it("a state that holds reports isn't copied readable", async () => {
    const ledger = new DatabaseSync(join(state, "v3/d1/ledger.sqlite"));
    ledger.exec("CREATE TABLE reports (code TEXT); INSERT INTO reports VALUES ('TB-1')");
    ledger.close();
    await expect(taken(null)).rejects.toThrow("--env-file");
    rmSync(join(state, "v3/d1/ledger.sqlite"));
  });
});

function swap(copy: string): void {
  renameSync(join(copy, "000000"), join(copy, "x"));
  renameSync(join(copy, "000001"), join(copy, "000000"));
  renameSync(join(copy, "x"), join(copy, "000001"));
}

function link(copy: string, make: (target: string, path: string) => void): void {
  const elsewhere = fresh("elsewhere");
  renameSync(join(copy, "000000"), elsewhere);
  make(elsewhere, join(copy, "000000"));
}

function edit(copy: string, change: (manifest: Record<string, unknown>) => object): void {
  const path = join(copy, "manifest.json");
  writeFileSync(
    path,
    JSON.stringify(change(JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>)),
  );
}
