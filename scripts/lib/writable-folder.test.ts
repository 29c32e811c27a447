import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ROOT } from "./root.ts";
import { checkDatabases } from "./writable-folder.ts";

const dir = mkdtempSync(join(tmpdir(), "tro-ly-138-writable-"));
afterAll(() => {
  chmodSync(dir, 0o700);
  rmSync(dir, { recursive: true, force: true });
});

/** Root may write everywhere but on a read-only disk: the check runs as nobody. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

function checkAsNobody(stateDir: string): string {
  const check = `import { checkDatabases } from ${JSON.stringify(join(ROOT, "scripts/lib/writable-folder.ts"))};
    try { checkDatabases(${JSON.stringify(stateDir)}); } catch ({ code, path }) { console.log(code, path); }`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--no-warnings", "--input-type=module", "-e", check],
    { encoding: "utf8", ...NOBODY },
  );
  return stdout.trim() || stderr;
}

describe("the databases of a state folder", () => {
  it("are checked, and the place that can't be written is named", () => {
    checkDatabases(dir);
    const database = join(dir, "v3/d1/one.sqlite");
    writeFileSync(database, "", { mode: 0o444 });
    chmodSync(dir, 0o755);
    for (const folder of ["v3", "v3/d1"]) chmodSync(join(dir, folder), 0o777);
    expect(checkAsNobody(dir)).toBe(`EACCES ${database}`);
    chmodSync(join(dir, "v3/d1"), 0o555);
    expect(checkAsNobody(dir)).toBe(`EACCES ${join(dir, "v3/d1")}`);
    expect(checkAsNobody(join(dir, "v3/d1/other"))).toBe(`EACCES ${join(dir, "v3/d1/other")}`);
  });
});
