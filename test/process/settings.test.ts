import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sandboxSettings } from "../../sandbox/settings.ts";

const dir = mkdtempSync(join(tmpdir(), "tro-ly-138-settings-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function startWith(settings: Record<string, string>): { status: number | null; error: string } {
  const file = join(dir, "settings.env");
  writeFileSync(
    file,
    Object.entries(settings)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(""),
  );
  const { status, stderr } = spawnSync("node", ["scripts/dev.ts", "--env-file", file], { encoding: "utf8" });
  return { status, error: stderr };
}

describe("npm run dev with settings at fault", () => {
  it.each(["ZALO_OA_SECRET_KEY", "TELEGRAM_WEBHOOK_SECRET"])(
    "doesn't start without %s, and names it",
    (name) => {
      const { status, error } = startWith({ ...sandboxSettings(1), [name]: "" });
      expect(status).toBe(1);
      expect(error.trim().split("\n")).toHaveLength(1);
      expect(error).toContain(name);
    },
  );

  it("names the mistyped one before the one that is therefore missing", () => {
    const { TELEGRAM_WEBHOOK_SECRET, ...others } = sandboxSettings(1);
    const { status, error } = startWith({ ...others, TELEGRAM_WEBHOK_SECRET: TELEGRAM_WEBHOOK_SECRET });
    expect(status).toBe(1);
    expect(error).toMatch(
      /^Không có cài đặt TELEGRAM_WEBHOK_SECRET: có phải TELEGRAM_WEBHOOK_SECRET\?\nThiếu cài đặt TELEGRAM_WEBHOOK_SECRET[^\n]+\n$/,
    );
  });

  it("doesn't start with a malformed one, and doesn't repeat it", () => {
    const { status, error } = startWith({ ...sandboxSettings(1), ZALO_API_ROOT: "planted-nonsense" });
    expect(status).toBe(1);
    expect(error).toContain("ZALO_API_ROOT");
    expect(error).not.toContain("planted");
  });
});
