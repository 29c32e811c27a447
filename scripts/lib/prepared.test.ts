import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { knowledgeFingerprint } from "./fingerprint.ts";
import { prepareKnowledge } from "./ingest.ts";
import { preparedKnowledge } from "./prepared.ts";
import { ROOT } from "./root.ts";

const folder = mkdtempSync(join(tmpdir(), "tro-ly-138-prepared-"));
cpSync(join(ROOT, "test/second-province"), folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("finds again what was made of the same files, and makes it anew once one of them says something else", async () => {
  const first = await preparedKnowledge(folder);
  const again = await preparedKnowledge(folder);
  const made = await prepareKnowledge(folder);
  expect(again.summary).toEqual(made.summary);
  expect(again.passages).toEqual(made.passages);
  expect(again.build.version).toBe(made.build.version);
  expect(again).toEqual(first);
  const before = knowledgeFingerprint(folder);
  writeFileSync(join(ROOT, ".serve/knowledge", `${before}.json`), '{"build":');
  expect((await preparedKnowledge(folder)).summary).toEqual(made.summary);
  writeFileSync(join(folder, "figures/them.csv"), "indicator\n");
  expect(knowledgeFingerprint(folder)).not.toBe(before);
  expect((await preparedKnowledge(folder)).summary.refused.length).toBeGreaterThan(0);
});
