import { readdirSync, readFileSync } from "node:fs";
import { readLibrary } from "../../src/knowledge/document.ts";
import type { Passage } from "../../src/knowledge/knowledge-index.ts";

/** A true sentence and where it stands. */
export interface TrueSentence {
  readonly text: string;
  readonly passage: Passage;
}

const FOLDER = new URL("../../knowledge/documents/", import.meta.url);
const SENTENCE_END = /(?<=[.!?…])\s+|\n+/u;
const ITEM = /^\s*(?:-|\d+\.)\s+/u;
/** Shorter ones are labels, not sentences. */
const SHORTEST = 12;

/** The passages of the knowledge, as they are ingested. */
export function allPassages(): readonly Passage[] {
  const names = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".md"),
  );
  return readLibrary(names.map((name) => ({ name, text: readFileSync(new URL(name, FOLDER), "utf8") })))
    .passages;
}

/** Every sentence of the knowledge. */
export function allSentences(): readonly TrueSentence[] {
  return allPassages().flatMap((passage) =>
    passage.text
      .split(SENTENCE_END)
      .map((text) => text.replace(ITEM, "").trim())
      .filter((text) => text.length >= SHORTEST)
      .map((text) => ({ text, passage })),
  );
}

/** The passage with this heading. */
export function passageOf(heading: string, passages: readonly Passage[]): Passage {
  const found = passages.find(({ headings }) => headings.at(-1) === heading);
  if (found === undefined) throw new Error(`no passage is headed “${heading}”`);
  return found;
}
