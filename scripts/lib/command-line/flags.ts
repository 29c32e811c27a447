import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { calendarDay } from "../../../src/knowledge/ageing.ts";
import { localDay } from "../../../src/language/dates.ts";
import { UsageError } from "../command-errors.ts";

/** One flag of a command. */
export interface Flag<Value> {
  /** The placeholder of its value in the usage; a flag without one takes no value. */
  readonly placeholder?: string;
  readonly help: string;
  /**
   * Reads its values, as many as were given.
   * @param name as it is typed, such as `--port`
   * @throws UsageError
   */
  read(given: readonly string[], name: string): Value;
}

/** A flag without a value. */
export const yes = (help: string): Flag<boolean> => ({ help, read: (given) => given.length > 0 });

export const text = (placeholder: string, help: string): Flag<string | undefined> => ({
  placeholder,
  help,
  read: (given) => given.at(-1),
});

/** Several values, one per flag. */
export const texts = (placeholder: string, help: string): Flag<readonly string[]> => ({
  placeholder,
  help,
  read: (given) => given,
});

/** A flag with a default value. */
export const textOr = (preset: string, placeholder: string, help: string): Flag<string> => ({
  placeholder,
  help: `${help} (${preset})`,
  read: (given) => given.at(-1) ?? preset,
});

/** A required flag. */
export const required = (placeholder: string, help: string): Flag<string> => ({
  placeholder,
  help: `${help}; bắt buộc`,
  read(given, name) {
    const value = given.at(-1);
    if (value === undefined) throw new UsageError(`Thiếu ${name} ${placeholder}.`);
    return value;
  },
});

export const port = (preset: number, help = "cổng"): Flag<number> => ({
  placeholder: "SỐ",
  help: `${help} (${preset})`,
  read(given, name) {
    const value = given.at(-1) ?? String(preset);
    const number = /^\d+$/u.test(value) ? Number(value) : 0;
    if (number < 1 || number > 65_535)
      throw new UsageError(`${name} ${value} không đúng: cần một số cổng từ 1 đến 65535.`);
    return number;
  },
});

/** `--env-file`, any number of times; a later file wins. */
export const settingsFiles = (): Flag<readonly string[]> => ({
  placeholder: "TỆP",
  help: "tệp cài đặt, mỗi dòng TÊN=giá trị; có thể lặp lại",
  read: (given) => given.map((path) => existing(path, "tệp cài đặt", (entry) => !entry.isDirectory())),
});

export const file = (help: string): Flag<string | undefined> => ({
  placeholder: "TỆP",
  help,
  read: (given) => given.map((path) => existing(path, "tệp", (entry) => !entry.isDirectory())).at(-1),
});

/** An existing folder, as an absolute path. */
export const folder = (help: string): Flag<string | undefined> => ({
  placeholder: "THƯ_MỤC",
  help,
  read: (given) => given.map((path) => existing(path, "thư mục", (entry) => entry.isDirectory())).at(-1),
});

/** `--knowledge`: another province's folder in place of `knowledge/`. */
export const knowledgeFolder = (): Flag<string | undefined> =>
  folder("thư mục kiến thức thay cho knowledge/ của dự án");

export const webAddress = (help: string): Flag<string | undefined> => ({
  placeholder: "ĐỊA_CHỈ",
  help,
  read(given, name) {
    const value = given.at(-1);
    if (value !== undefined && !/^https?:\/\/[^\s/]/u.test(value))
      throw new UsageError(`${name} ${value} không đúng: cần địa chỉ đầy đủ, ví dụ https://bot.example.org.`);
    return value;
  },
});

function existing(path: string, kind: string, fits: (entry: { isDirectory(): boolean }) => boolean): string {
  if (!existsSync(path)) throw new UsageError(`Không có ${kind} ${path}.`);
  if (!fits(statSync(path))) throw new UsageError(`${path} không phải là ${kind}.`);
  return resolve(path);
}

/** `--today`: the day on which is asked. Tests and automatic checks name one, so that nothing turns red by the calendar. */
export const today: Flag<string> = {
  placeholder: "NĂM-THÁNG-NGÀY",
  help: "xem như hôm nay là ngày này",
  read(given, name) {
    const value = given.at(-1) ?? localDay(Date.now());
    const read = calendarDay.safeParse(value);
    if (!read.success) throw new UsageError(`${name} ${value} không đúng: ${read.error.issues[0]?.message}.`);
    return value;
  },
};
