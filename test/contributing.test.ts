import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Inbound } from "../src/messaging/inbound.ts";
import { ROOT, read } from "./docs.ts";

/** The example of CONTRIBUTING.md, put into a copy of the sources as its reader is told to. */
const scratch = mkdtempSync(join(tmpdir(), "hello-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

for (const path of [
  "src",
  "test/turn-context.ts",
  "test/layers.ts",
  "docs/architecture.md",
  "package.json",
  "tsconfig.json",
])
  cpSync(join(ROOT, path), join(scratch, path), { recursive: true });
for (const path of ["node_modules", "knowledge", "prompts"])
  symlinkSync(join(ROOT, path), join(scratch, path));

const blocks = (language: string): string[] =>
  [...read("CONTRIBUTING.md").matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, "gmu"))].map(
    ([, block = ""]) => block,
  );

/** "// src/x.ts" and then the file. */
const files = blocks("ts").map((block) => {
  const [, path = "", content = ""] = /^\/\/ (\S+)\n([\s\S]*)$/u.exec(block) ?? [];
  return { path, content };
});

for (const { path, content } of files) {
  mkdirSync(join(scratch, dirname(path)), { recursive: true });
  writeFileSync(join(scratch, path), content);
}

/** "--- file", then hunks parted by "@@": lines that stay, go ("-") and come ("+"). */
for (const block of blocks("diff")) {
  const [head = "", ...lines] = block.trimEnd().split("\n");
  const file = join(scratch, head.replace("--- ", ""));
  let content = readFileSync(file, "utf8");
  for (const hunk of lines.join("\n").split("\n@@\n")) {
    const side = (sign: "-" | "+") =>
      hunk
        .split("\n")
        .filter((line) => line.startsWith(" ") || line.startsWith(sign))
        .map((line) => line.slice(1))
        .join("\n");
    if (content.split(side("-")).length !== 2)
      throw new Error(`CONTRIBUTING.md: not once in ${head}:\n${side("-")}`);
    content = content.replace(side("-"), () => side("+"));
  }
  writeFileSync(file, content);
}

const isTest = ({ path }: { path: string }) => path.endsWith(".test.ts");
const fromScratch = (path: string) => import(/* @vite-ignore */ join(scratch, path));

describe("the feature to copy in CONTRIBUTING.md", async () => {
  for (const { path } of files.filter(isTest)) await fromScratch(path);

  it("compiles", () => {
    const tsconfig = JSON.parse(readFileSync(join(scratch, "tsconfig.json"), "utf8")) as object;
    const include = files.map(({ path }) => path);
    writeFileSync(join(scratch, "tsconfig.json"), JSON.stringify({ ...tsconfig, include }));
    const run = () =>
      execFileSync(join(ROOT, "node_modules/.bin/tsc"), ["--noEmit", "-p", scratch], { encoding: "utf8" });
    expect(run()).toBe("");
  });

  it("answers as a part of the assistant", async () => {
    const { createAssistant } = (await fromScratch(
      "src/assistant/features.ts",
    )) as typeof import("../src/assistant/features.ts");
    const wording = await fromScratch("src/features/hello/hello-wording.ts");
    const unused = new Proxy({}, { get: () => () => Promise.reject(new Error("not asked")) }) as never;
    const assistant = createAssistant({
      knowledge: unused,
      figures: unused,
      now: () => 0,
      isOfficial: async () => false,
    });
    const person = { channel: "zalo", chat: "1", sender: "1", isPrivate: true, at: 0 } as const;
    const inbound: Inbound = { ...person, key: "k", content: { kind: "text", text: "chao buoi sang" } };
    expect((await assistant(inbound, {})).replies).toEqual([wording.HELLO]);
  });

  it("stands on a floor and imports only from below", async () => {
    const { floorOf, readFloors, readImports } = (await fromScratch(
      "test/layers.ts",
    )) as typeof import("./layers.ts");
    const floors = readFloors();
    const hello = [...readImports()].filter(([file]) => file.startsWith("src/features/hello/"));
    expect(hello).toHaveLength(files.filter((file) => !isTest(file)).length);
    for (const [file, targets] of hello)
      for (const target of targets)
        expect(floorOf(target, floors), `${file} → ${target}`).toBeGreaterThanOrEqual(
          floorOf(file, floors) ?? Number.NaN,
        );
  });
});
