import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FolderCopy } from "./copy.ts";
import { filesBelow } from "./plain-files.ts";

let dir: string;
let from: string;
let to: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "tro-ly-138-copy-"));
  from = join(dir, "from");
  to = join(dir, "to");
  mkdirSync(join(from, "v3/r2/bucket/blobs"), { recursive: true });
  mkdirSync(join(from, "v3/cache"), { recursive: true });
  mkdirSync(to);
});

afterEach(() => rmSync(dir, { recursive: true, force: true }));

const LONG_AGO = new Date("2026-01-01T00:00:00Z");

function write(path: string, text: string, at = LONG_AGO): void {
  writeFileSync(join(from, path), text, { mode: 0o644 });
  utimesSync(join(from, path), at, at);
}
const copied = (path: string) => readFileSync(join(to, path), "utf8");

describe("FolderCopy", () => {
  it("copies databases, their journals and blobs, for the owner alone, and leaves the rest", () => {
    write("v3/a.sqlite", "a");
    write("v3/a.sqlite-wal", "w");
    write("v3/a.sqlite-shm", "s");
    write("v3/r2/bucket/blobs/x", "blob");
    write("v3/cache/c.sqlite", "c");
    write("serve.lock", "");
    expect(new FolderCopy(from, to).update()).toBe(true);
    expect(filesBelow(to)).toEqual(["v3/a.sqlite", "v3/a.sqlite-wal", "v3/r2/bucket/blobs/x"]);
    for (const path of filesBelow(to)) expect(statSync(join(to, path)).mode & 0o777).toBe(0o600);
  });

  it("brings the copy up to date: new, changed, gone", () => {
    write("v3/same", "same");
    write("v3/changed", "old");
    write("v3/gone", "gone");
    const copy = new FolderCopy(from, to);
    copy.update();
    writeFileSync(join(to, "v3/same"), "not copied again");
    write("v3/changed", "new", new Date("2026-01-02T00:00:00Z"));
    write("v3/fresh", "fresh");
    rmSync(join(from, "v3/gone"));
    copy.update();
    expect(filesBelow(to)).toEqual(["v3/changed", "v3/fresh", "v3/same"]);
    expect([copied("v3/changed"), copied("v3/fresh"), copied("v3/same")]).toEqual([
      "new",
      "fresh",
      "not copied again",
    ]);
  });

  it("doesn't trust the clock of a file written just now", () => {
    const now = new Date();
    write("v3/a", "first", now);
    const copy = new FolderCopy(from, to);
    copy.update();
    write("v3/a", "later", now);
    copy.update();
    expect(copied("v3/a")).toBe("later");
  });

  it("stops at its deadline, and goes on from there", () => {
    write("v3/a", "a");
    const copy = new FolderCopy(from, to);
    expect(copy.update(Date.now() - 1)).toBe(false);
    expect(copy.update()).toBe(true);
    expect(copied("v3/a")).toBe("a");
  });
});
