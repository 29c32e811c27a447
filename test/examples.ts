import { readFileSync } from "node:fs";
import { z } from "zod";

/** One line of `examples/*.tsv`. */
const Example = z.strictObject({
  text: z.string().min(1),
  label: z.string().min(1),
  batch: z.string().regex(/^[a-z0-9-]+$/),
  date: z.iso.date(),
});
export type Example = z.infer<typeof Example>;

export type ExampleSet =
  | "declined"
  | "document-questions"
  | "figures"
  | "openings"
  | "own-details"
  | "paraphrases";

const HEADER = ["text", "label", "batch", "date"] as const;

/** All messages of `examples/<name>.tsv`, in order. @throws naming the line that isn't one */
export function readExamples(name: ExampleSet): Example[] {
  return parseExamples(readFileSync(new URL(`../examples/${name}.tsv`, import.meta.url), "utf8"), name);
}

export function parseExamples(file: string, name: string): Example[] {
  const [header, ...lines] = file.trimEnd().split("\n");
  if (header !== HEADER.join("\t"))
    throw new Error(`examples/${name}.tsv:1: the header is ${HEADER.join(", ")}`);
  return lines.map((line, i) => {
    const cells = line.split("\t");
    const [text = "", label, batch, date] = cells;
    const parsed = Example.safeParse({ text: unescaped(text), label, batch, date });
    if (parsed.success && cells.length === HEADER.length) return parsed.data;
    throw new Error(`examples/${name}.tsv:${i + 2}: not "text, label, batch, date": ${line}`);
  });
}

const SIGNS: Readonly<Record<string, string>> = { "\\t": "\t", "\\n": "\n", "\\\\": "\\" };

const unescaped = (text: string): string => text.replace(/\\[tn\\]/g, (sign) => SIGNS[sign] ?? sign);

/** The examples of each batch under its name, for one test a batch. */
export function batchesOf<One extends { readonly batch: string }>(
  examples: readonly One[],
): (readonly [batch: string, examples: One[]])[] {
  return [...Map.groupBy(examples, ({ batch }) => batch)];
}
