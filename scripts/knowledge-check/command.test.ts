import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ROOT } from "../lib/root.ts";

const SECOND = join(ROOT, "test/second-province");
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tro-ly-138-"));
  mkdirSync(join(folder, "documents"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const DOCUMENT = `---
id: a
title: A
as_of: 2026-01-01
audience: public
class: public
---
## Một?
> check_after: 2027-05-31

Trả lời.

Nguồn: Báo A | https://vi-du.example/a
`;

/** The command, and what it printed. */
function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, "scripts/run.js"), join(ROOT, "scripts/knowledge-check.ts"), ...args],
    { encoding: "utf8" },
  );
  return { status, lines: `${stdout}${stderr}`.trim().split("\n") };
}

it("says on which day it looked, and turns red by the calendar only where that is asked for", () => {
  writeFileSync(join(folder, "documents/a.md"), DOCUMENT);
  cpSync(join(SECOND, "province.json"), join(folder, "province.json"));
  const on = (day: string, ...more: readonly string[]) => run("--knowledge", folder, "--today", day, ...more);
  expect(on("2027-05-31", "--strict")).toEqual({
    status: 0,
    lines: ["1 mục, ngày 31/05/2027: 0 lỗi, 0 điều cần nhắc."],
  });
  const later = on("2027-06-01");
  expect(later.status).toBe(0);
  expect(later.lines[0]).toBe("documents/a.md:8: [nhắc] đã quá ngày xem lại 31/05/2027");
  expect(on("2027-06-01", "--strict").status).toBe(1);
  expect(on("2027-02-30")).toMatchObject({ status: 2 });
});

it("takes the second province", () => {
  const { status, lines } = run("--knowledge", SECOND, "--today", "2026-11-28");
  expect([status, lines.at(-1)]).toEqual([0, expect.stringMatching(/: 0 lỗi, /u)]);
});
