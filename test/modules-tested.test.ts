import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");

/**
 * Modules that no test imports, by the beginning of their path, and the test that goes red when one breaks. This list only
 * gets shorter: a new module with logic brings a test of its own.
 */
const TESTED_BY: Readonly<Record<string, string>> = {
  "src/channels/channels.ts": "test/worker/conversation.test.ts",
  "src/channels/zalo/token-keeper.ts": "test/security/worker/http.test.ts",
  "src/features/answering/generative/compose.ts": "src/features/answering/answering-feature.test.ts",
  "src/features/curation/": "test/worker/curation.test.ts",
  "src/features/figure-updates/": "test/worker/figure-updates.test.ts",
  "src/features/officials/": "test/worker/duty.test.ts",
  "src/features/operations/": "test/worker/operations.test.ts",
  "src/features/reporting/book/": "test/worker/reports.test.ts",
  "src/features/reporting/citizen/": "test/worker/reports-citizen.test.ts",
  "src/features/reporting/danger/": "test/worker/open-danger.test.ts",
  "src/health/health-routes.ts": "test/worker/operations.test.ts",
};

const CODE = /^(?!.*\.d\.ts$).*\.ts$/u;
const files = ["src", "scripts", "sandbox", "eval", "test"].flatMap((root) =>
  readdirSync(join(ROOT, root), { recursive: true, encoding: "utf8" })
    .map((name) => `${root}/${name.replaceAll("\\", "/")}`)
    .filter((name) => CODE.test(name)),
);
const imports = new Map(files.map((file) => [file, importsOf(file)]));
const isTest = (file: string) => file.endsWith(".test.ts");
const ofTests = (file: string) => isTest(file) || file.startsWith("test/");

function importsOf(file: string): string[] {
  const code = readFileSync(join(ROOT, file), "utf8");
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"(\.{1,2}\/[^"]+)"/gu)].map(([, path = ""]) =>
    normalize(join(dirname(file), path)),
  );
}

/** What is reached from these over the imports that `follows` allows. */
function reachedFrom(starts: Iterable<string>, follows: (from: string, to: string) => boolean): Set<string> {
  const reached = new Set<string>();
  const waiting = [...starts];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    waiting.push(...(imports.get(file) ?? []).filter((to) => follows(file as string, to)));
  }
  return reached;
}

const hasLogic = (file: string) =>
  /\b(?:if|for|while|switch|catch) \(|\?\?|&&|\|\|| \? /u.test(readFileSync(join(ROOT, file), "utf8"));

/**
 * A test bears its name or imports it, or it is a part of a module in its own folder for which that holds: who breaks it
 * finds the test.
 */
const named = reachedFrom(
  files.filter(ofTests).flatMap((file) => [file.replace(".test.ts", ".ts"), ...(imports.get(file) ?? [])]),
  (from, to) => dirname(from) === dirname(to),
);
const unnamed = files.filter(
  (file) => file.startsWith("src/") && !isTest(file) && hasLogic(file) && !named.has(file),
);

describe("every module of src/ that holds logic", () => {
  it("has a test that names it", () => {
    const forgotten = unnamed.filter(
      (file) => !Object.keys(TESTED_BY).some((start) => file.startsWith(start)),
    );
    expect(forgotten, "give it a test beside it").toEqual([]);
  });

  it.each(Object.entries(TESTED_BY))("%s… is reached by %s, and still needs to stand here", (start, test) => {
    const reached = reachedFrom([test], () => true);
    const covered = unnamed.filter((file) => file.startsWith(start));
    expect(covered, "all of these have a test by now: take the line out").not.toEqual([]);
    expect(covered.filter((file) => !reached.has(file))).toEqual([]);
  });
});
