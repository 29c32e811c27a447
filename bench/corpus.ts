import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Library } from "../src/knowledge/document.ts";

const article = z.object({ id: z.string(), title: z.string(), text: z.string() });
const query = z.object({ id: z.string(), text: z.string(), relevant: z.array(z.string()).min(1) });
export type Query = z.infer<typeof query>;

/** A corpus of JSON lines {id, title, text} as one library: one passage for each article. */
export function readCorpus(file: string): Library {
  const document = { id: "corpus", title: "", asOf: "1970-01-01", audience: "public" as const };
  const passages = readLines(file, article).map(({ id, title, text }) => ({
    id,
    document,
    headings: [title],
    text,
    asks: [],
    citation: title,
    sources: [],
  }));
  return { documents: [document], passages, refused: [] };
}

/** Questions as JSON lines {id, text, relevant: [id]}. */
export function readQueries(file: string): Query[] {
  return readLines(file, query);
}

function readLines<T>(file: string, schema: z.ZodType<T>): T[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => schema.parse(JSON.parse(line)));
}
