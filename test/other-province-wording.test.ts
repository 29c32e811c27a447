import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import home from "../knowledge/province.json" with { type: "json" };
import second from "./second-province/province.json" with { type: "json" };

const SRC = join(import.meta.dirname, "../src");
const HOME = new RegExp(`.{0,60}${home.name}.{0,60}`, "giu");

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).map((name) => join(SRC, name));

it("no wording of another province's assistant names the home province", () => {
  const wording = files.filter((name) => /wording\.ts$|command-menu\.ts$/u.test(name));
  expect(wording.length).toBeGreaterThan(15);
  const script = join(import.meta.dirname, "print-wording.ts");
  const folder = join(import.meta.dirname, "second-province");
  const printed = execFileSync(process.execPath, [script, "--knowledge", folder, ...wording], {
    encoding: "utf8",
  });
  expect(printed.match(HOME) ?? []).toEqual([]);
  expect(printed).toContain(`ở ${second.name}`);
});

it("no table beside the code speaks of the home province", () => {
  // The list of all provinces has it, and what the reader learned from people's messages is no wording.
  const tables = files.filter((name) => /(?<!nation|weights)\.json$/u.test(name));
  expect(tables.length).toBeGreaterThan(10);
  expect(tables.flatMap((name) => readFileSync(name, "utf8").match(HOME) ?? [])).toEqual([]);
});
