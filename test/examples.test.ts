import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { batchesOf, type ExampleSet, parseExamples, readExamples } from "./examples.ts";

const HEADER = "text\tlabel\tbatch\tdate\n";

describe("parseExamples", () => {
  it("reads lines, with tabs and line feeds written out", () => {
    expect(parseExamples(`${HEADER}a\\tb\\nc \\\\n\tcalm\tcalm-1\t2026-11-23\n`, "figures")).toEqual([
      { text: "a\tb\nc \\n", label: "calm", batch: "calm-1", date: "2026-11-23" },
    ]);
  });

  it.each([
    ["a\tcalm\tcalm-1", "a date missing"],
    ["a\tcalm\tcalm-1\t2026-11-23\tmore", "a column too many"],
    ["a\tcalm\tcalm-1\t23/11/2026", "another date"],
    ["\tcalm\tcalm-1\t2026-11-23", "no text"],
    ["a\tcalm\tCalm 1\t2026-11-23", "no name of a batch"],
  ])("names the line of %j: %s", (line) => {
    const file = `${HEADER}good\tcalm\tcalm-1\t2026-11-23\n${line}\n`;
    expect(() => parseExamples(file, "calm")).toThrow("examples/calm.tsv:3");
  });

  it("wants the header", () => {
    expect(() => parseExamples("a\tcalm\tcalm-1\t2026-11-23\n", "calm")).toThrow("examples/calm.tsv:1");
  });
});

describe("examples/", () => {
  const names = readdirSync(new URL("../examples", import.meta.url)).filter(
    (file) => file.endsWith(".tsv") && file !== "second-labels.tsv",
  );

  it.each(names)("%s: every line is one, no message stands twice in a batch", (file) => {
    const examples = readExamples(file.replace(".tsv", "") as ExampleSet);
    expect(examples.length).toBeGreaterThan(10);
    for (const [batch, lines] of batchesOf(examples)) {
      const keys = lines.map(({ text, label }) => `${text} ${label}`);
      expect(
        keys.filter((key, i) => keys.indexOf(key) !== i),
        batch,
      ).toEqual([]);
    }
  });
});
