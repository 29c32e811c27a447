import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { SETTING_NAMES } from "../../src/config.ts";
import { ConfigError } from "../../src/platform/errors.ts";
import { nearest } from "./nearest.ts";

type Settings = Record<string, string | undefined>;

/** Files that `wrangler dev` reads by itself when no `--env-file` is given; only the first existing one counts. */
const DEFAULT_FILES = [".dev.vars", ".env"];

/**
 * The settings that `wrangler dev` would see.
 * @param files the files given with `--env-file`; later files win
 */
export function readSettings(files: readonly string[]): Settings {
  const chosen = files.length > 0 ? files : DEFAULT_FILES.filter((file) => existsSync(file)).slice(0, 1);
  return Object.assign({}, ...chosen.map(readFile));
}

/** Settings of files and of the environment; only a file that was named goes before the environment. */
export function settingsGiven(files: readonly string[]): Settings {
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => SETTING_NAMES.includes(name)),
  );
  return files.length > 0
    ? { ...environment, ...readSettings(files) }
    : { ...readSettings(files), ...environment };
}

/** The settings that have a value. */
export const presentSettings = (settings: Settings): Record<string, string> =>
  Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** A name that isn't a setting, and the one that was probably meant. */
export interface Slip {
  readonly typed: string;
  readonly meant: string;
  /** True where the right name has a value too. */
  readonly isSet: boolean;
}

/**
 * Names in the files and in the environment that look like a mistyped setting: nothing would ever read them.
 * @example settingSlips(["settings.env"]) // [{ typed: "TELEGRAM_DUTY_CHATID", meant: "TELEGRAM_DUTY_CHAT_ID", … }]
 */
export function settingSlips(files: readonly string[]): readonly Slip[] {
  const given = { ...process.env, ...readSettings(files) };
  return Object.keys(given).flatMap((typed) => {
    if (SETTING_NAMES.includes(typed) || !/^(?:[A-Z]+_)+/iu.test(typed)) return [];
    const meant = nearest(typed, SETTING_NAMES);
    return meant === undefined ? [] : [{ typed, meant, isSet: (given[meant] ?? "") !== "" }];
  });
}

/** Prints one sentence for each slip; they stop nothing. */
export function warnOfSlips(files: readonly string[]): void {
  for (const { typed, meant } of settingSlips(files)) console.error(describeSlip({ typed, meant }));
}

export const describeSlip = ({ typed, meant }: Pick<Slip, "typed" | "meant">): string =>
  `Không có cài đặt ${typed}: có phải ${meant}?`;

/** Notepad on Windows writes a byte order mark first; PowerShell's `>` writes UTF-16, with a zero in every letter. */
function readFile(file: string): Settings {
  const text = readFileSync(file, "utf8").replace(/^\uFEFF/u, "");
  if (text.includes("\0"))
    throw new ConfigError(`Tệp cài đặt ${file} được lưu bằng UTF-16: hãy lưu lại bằng UTF-8.`);
  return parseEnv(text);
}
