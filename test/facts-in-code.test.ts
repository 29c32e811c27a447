import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fold } from "../src/language/fold.ts";
import { PROVINCE } from "../src/language/province.ts";

const SRC = join(import.meta.dirname, "../src");

/** A file's code without its comments, line by line. */
const codeOf = (text: string): string[] =>
  text
    .replace(/\/\*[\s\S]*?\*\//gu, (comment) => comment.replace(/[^\n]/gu, ""))
    .split("\n")
    .map((line) => line.replace(/(?:^|\s)\/\/ .*$/u, ""));

/** Where a pattern stands in a file's code, as "line: text". */
function found(text: string, pattern: RegExp): string[] {
  return codeOf(text).flatMap((line, i) => (pattern.test(line) ? [`${i + 1}: ${line.trim()}`] : []));
}

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter(
  (name) => name.endsWith(".ts") && !name.endsWith(".test.ts"),
);
const inAll = (pattern: RegExp) =>
  files.flatMap((name) =>
    found(readFileSync(join(SRC, name), "utf8"), pattern).map((hit) => `${name}:${hit}`),
  );

/** Years, but not sizes such as 2_000 and letters such as \\u2060. */
const YEAR = /(?<![\d_.,]|\\u)(?:19|20)\d\d(?![\d_])/u;
/** The province and the communes whose names are no ordinary words, with marks or without. */
const names = [
  PROVINCE.name,
  ...PROVINCE.communes.flatMap(({ name, kind }) => [`${kind} ${name}`]),
  ...PROVINCE.formerDistricts.map((name) => `huyện ${name}`),
];
const NAMES = new RegExp(`(?<![\\p{L}])(?:${[...names, ...names.map(fold)].join("|")})(?![\\p{L}])`, "iu");

describe("facts stand in knowledge/, not in src/", () => {
  it("no year", () => expect(inAll(YEAR)).toEqual([]));
  it("no name of the province, its communes and former districts", () => expect(inAll(NAMES)).toEqual([]));
  it("finds them where they stand, comments apart", () => {
    const code = 'const a = "năm 2022"; // since 2021\n/** 2020\n 2019 */ const b = "ở Lạng Sơn";';
    expect(found(code, YEAR)).toEqual(['1: const a = "năm 2022";']);
    expect(found(code, NAMES).length).toBe(1);
    expect(found("const c = `https://x.vn/2022`;", YEAR).length).toBe(1);
  });
});
