import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ConfigError } from "../../src/platform/errors.ts";
import { HOME_KNOWLEDGE, knowledgeFlags, knowledgeModules } from "./knowledge-dir.ts";
import { ROOT } from "./root.ts";

const SECOND = join(ROOT, "test/second-province");
let empty: string;
beforeEach(() => {
  empty = mkdtempSync(join(tmpdir(), "tro-ly-138-knowledge-"));
});
afterEach(() => rmSync(empty, { recursive: true, force: true }));

it("takes what a folder has, and the home province's tables for the rest", () => {
  expect(knowledgeModules(SECOND)).toEqual({
    "#province": join(SECOND, "province.json"),
    "#indicators": join(HOME_KNOWLEDGE, "figures/indicators.json"),
  });
});

it("says in one sentence what is wrong with the indicators", () => {
  cpSync(SECOND, empty, { recursive: true });
  writeFileSync(join(empty, "figures/indicators.json"), '{"concepts":{"model":[]}}');
  expect(() => knowledgeModules(empty)).toThrow('figures/indicators.json sai ở mục "concepts.model"');
});

it("reads files that an editor on Windows saved", () => {
  cpSync(SECOND, empty, { recursive: true });
  const path = join(empty, "province.json");
  writeFileSync(path, `\uFEFF${readFileSync(path, "utf8")}`);
  expect(knowledgeModules(empty)["#province"]).toBe(path);
});

it("bundles another province only where one is named", () => {
  expect(knowledgeFlags(undefined)).toEqual([]);
  const [flag, file = ""] = knowledgeFlags(SECOND);
  expect(flag).toBe("--tsconfig");
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
    compilerOptions: { paths: { "#province": [join(SECOND, "province.json")] } },
  });
});

it("says that province.json is a folder", () => {
  mkdirSync(join(empty, "province.json"));
  expect(() => knowledgeModules(empty)).toThrow("province.json là thư mục, phải là tệp JSON.");
});

it.each([
  [undefined, "không có province.json"],
  ["{", "không phải là JSON đúng"],
  ['{"name":"Mây Ngàn"}', 'sai ở mục "kind"'],
])("says in one sentence what is wrong with province.json: %s", (text, words) => {
  if (text !== undefined) writeFileSync(join(empty, "province.json"), text);
  expect(() => knowledgeModules(empty)).toThrow(ConfigError);
  expect(() => knowledgeModules(empty)).toThrow(words);
});
