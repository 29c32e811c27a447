import { type Refusal, readDocument, readLibrary, type SourceFile } from "../../src/knowledge/document.ts";
import type { Passage } from "../../src/knowledge/knowledge-index.ts";

/** A section, and where it stands. */
export interface Section {
  readonly file: string;
  /** Of its heading, counted from 1. */
  readonly line: number;
  readonly passage: Passage;
}

/** What the rules look at. */
export interface Checked {
  /** In the order of files and lines. */
  readonly sections: readonly Section[];
  /** What an ingest refuses. */
  readonly refused: readonly Refusal[];
  /** The calendar day on which it is asked, `YYYY-MM-DD`. */
  readonly today: string;
  /** Texts that the knowledge was written from; empty where none are given. */
  readonly sources: readonly SourceFile[];
}

/** Something that a rule found. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  /** In Vietnamese, for who writes the knowledge. */
  readonly why: string;
}

/** One rule over all sections; in the table of `rules.ts`. */
export type Rule = (checked: Checked) => readonly Finding[] | Promise<readonly Finding[]>;

/** Reads the documents for the rules. Never throws: what can't be read stands in `refused`. */
export function readChecked(
  files: readonly SourceFile[],
  { today, sources = [] }: { readonly today: string; readonly sources?: readonly SourceFile[] },
): Checked {
  const { passages, refused } = readLibrary(files);
  const known = new Set(passages.map(({ document }) => document.id));
  const sections = files.flatMap((file): Section[] => {
    const read = readDocument(file);
    // A file whose id another one has is refused as a whole.
    if (read.ref === null || !known.delete(read.ref.id)) return [];
    return read.passages.map((passage) => ({
      file: file.name,
      line: read.lines.get(passage.id) ?? 1,
      passage,
    }));
  });
  return { sections, refused, today, sources };
}

export const at = ({ file, line }: Section, why: string): Finding => ({ file, line, why });

/** How a finding names another section: where it stands and what it is called. */
export const named = ({ file, line, passage }: Section): string =>
  `${file}:${line} “${passage.headings.at(-1) ?? ""}”`;

/** What a section is asked by: its heading and its other ways of asking. */
export const wordingsOf = ({ passage: { headings, asks } }: Section): readonly string[] => [
  headings.at(-1) ?? "",
  ...asks,
];
