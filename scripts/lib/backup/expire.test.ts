import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { expireBackups } from "./expire.ts";

const dir = mkdtempSync(join(tmpdir(), "tro-ly-138-expire-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

it("deletes backups by the time in their name, and nothing else", () => {
  const [old, young] = ["20261113T090000Z.tar.gz", "20261114T100001Z.tar.gz"];
  const others = ["monday.tar.gz", "20261113T090000Z.tar.gz.partial", "20269999T090000Z.tar.gz", "notes.txt"];
  for (const name of [old, young, ...others]) writeFileSync(join(dir, name), "");
  const now = Date.parse("2026-11-28T10:00:00Z");
  expect(expireBackups(dir, 14, now)).toEqual([old]);
  expect(readdirSync(dir).sort()).toEqual([young, ...others].sort());
  expect(expireBackups(join(dir, "none"), 14, now)).toEqual([]);
});
