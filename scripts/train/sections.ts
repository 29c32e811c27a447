import { readdirSync, readFileSync } from "node:fs";
import { readLibrary } from "../../src/knowledge/document.ts";
import type { Wordings } from "./learn.ts";

const DOCUMENTS = new URL("../../knowledge/documents/", import.meta.url);

/** The wordings of each section of the knowledge: its heading, and how else it is asked. */
export function readSections(): Wordings {
  const files = readdirSync(DOCUMENTS)
    .filter((name) => name.endsWith(".md"))
    .map((name) => ({ name, text: readFileSync(new URL(name, DOCUMENTS), "utf8") }));
  return readLibrary(files).passages.map(({ headings, asks }) => [headings.at(-1) ?? "", ...asks]);
}
