import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { SETTING_NAMES } from "../../src/config.ts";
import { ROOT } from "./root.ts";
import { readSettings, settingSlips, settingsGiven } from "./settings.ts";

/** For tests alone, see docs/crash-points.md. */
const NOT_FOR_OPERATORS = ["CRASH_POINT"];

const dir = mkdtempSync(join(tmpdir(), "tro-ly-138-settings-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());

function written(text: string | Uint8Array): string {
  const path = join(dir, "settings.env");
  writeFileSync(path, text);
  return path;
}

it(".env.example names every setting that an operator may set, once, and no other", () => {
  const example = readFileSync(join(ROOT, ".env.example"), "utf8");
  const names = [...example.matchAll(/^([A-Z_]+)=/gmu)].map(([, name]) => name);
  expect(names.toSorted()).toEqual(
    SETTING_NAMES.filter((name) => !NOT_FOR_OPERATORS.includes(name)).toSorted(),
  );
});

it("a file of Windows' Notepad, with its mark and its line ends, is read like any other", () => {
  const path = written("\uFEFFTELEGRAM_BOT_TOKEN=1:a\r\nZALO_OA_ID=2\r\n");
  expect(readSettings([path])).toEqual({ TELEGRAM_BOT_TOKEN: "1:a", ZALO_OA_ID: "2" });
});

it.each([
  ["with its mark", "\uFEFF"],
  ["without", ""],
])("a file in UTF-16 %s is refused by name, not read as empty", (_, mark) => {
  const path = written(Buffer.from(`${mark}TELEGRAM_BOT_TOKEN=1:a\n`, "utf16le"));
  expect(() => readSettings([path])).toThrow(`${path} được lưu bằng UTF-16`);
});

it("a file that was named wins over the environment", () => {
  vi.stubEnv("ZALO_OA_ID", "9");
  vi.stubEnv("ZALO_APP_ID", "8");
  expect(settingsGiven([written("ZALO_OA_ID=2\n")])).toMatchObject({ ZALO_OA_ID: "2", ZALO_APP_ID: "8" });
});

describe("mistyped names", () => {
  it.each([
    ["TELEGRAM_DUTY_CHATID", "TELEGRAM_DUTY_CHAT_ID"],
    ["REPORT_ENCRYPTION_KEY", "REPORT_ENCRYPTION_KEYS"],
    ["TELEGRAM_TOKEN_BOT", undefined],
    ["telegram_bot_token", "TELEGRAM_BOT_TOKEN"],
    ["OPENAI_BASEURL", "OPENAI_BASE_URL"],
    ["OPENAI_ORGANIZATION", undefined],
    ["MY_OWN_SETTING", undefined],
    ["ZALO_OA_ID", undefined],
  ])("%s: %s", (typed, meant) => {
    const found = settingSlips([written(`${typed}=1\n`)]).filter((slip) => slip.typed === typed);
    expect(found).toEqual(meant === undefined ? [] : [{ typed, meant, isSet: false }]);
  });

  it("says whether the right one is there too", () => {
    const [slip] = settingSlips([written("ZALO_OAID=1\nZALO_OA_ID=2\n")]);
    expect(slip).toEqual({ typed: "ZALO_OAID", meant: "ZALO_OA_ID", isSet: true });
  });
});
