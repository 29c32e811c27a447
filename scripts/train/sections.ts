import { readdirSync, readFileSync } from "node:fs";
import { readLibrary } from "../../src/knowledge/document.ts";
import type { Passage } from "../../src/knowledge/knowledge-index.ts";
import { type Labelled, parseLabels } from "./examples.ts";
import type { Wordings } from "./learn.ts";

const DOCUMENTS = new URL("../../knowledge/documents/", import.meta.url);
const LABELS = new URL("../../examples/knowledge/sections.tsv", import.meta.url);
const HEADER = "section\tact\ttopic\taspect\tdate";

const REAL = new URL("../../examples/knowledge/real.tsv", import.meta.url);
const HEADER_OF_REAL = "section\ttext\tact\tbatch\tdate";

/** The wordings of each section of the knowledge: its heading, how else it is asked, and what people really write of it. */
export function readSections(): Wordings {
  const real = Map.groupBy(readReal(), ({ section }) => section);
  return passages().map((passage) => [
    ...wordingsOf(passage),
    ...(real.get(passage.id) ?? []).map(({ text }) => text),
  ]);
}

/** A message as people write, with a story around its question, and the section that answers it. */
export interface Real {
  readonly section: string;
  readonly text: string;
  /** What it does; "-" where it may tell of a wrong or of a danger too. */
  readonly act: string;
  readonly batch: string;
}

/** The messages of `examples/knowledge/real.tsv`. A section that is gone takes its messages with it. */
export function readReal(): Real[] {
  const [header, ...lines] = readFileSync(REAL, "utf8").trimEnd().split("\n");
  if (header !== HEADER_OF_REAL)
    throw new Error(`examples/knowledge/real.tsv:1: the header is ${HEADER_OF_REAL}`);
  return lines.map((line, i) => {
    const [section, text, act, batch] = line.split("\t");
    if (section === undefined || text === undefined || act === undefined || batch === undefined)
      throw new Error(`examples/knowledge/real.tsv:${i + 2}: not a message of a section`);
    return { section, text, act, batch };
  });
}

/**
 * Some wordings of the sections as messages, labelled as `examples/knowledge/sections.tsv` labels their section; a section without a line
 * teaches no head. @throws naming the line that labels no section
 */
export const readAsked = (): Labelled[] => readLabelled(someOf);

/** What people really write of the sections, as messages: so a story around a question is learned as part of the question. */
export function readRealAsked(): Labelled[] {
  const labels = labelsOfSections();
  return readReal().flatMap(({ section, text, act, batch }, i) => {
    const label = labels.get(section);
    return label === undefined || act === "-"
      ? []
      : [parseLabels(lineOf(text, { ...label, act }, batch), `knowledge/real.tsv:${i + 2}`)];
  });
}

/** All wordings of the labelled sections. */
export const readAllAsked = (): Labelled[] => readLabelled((wordings) => wordings);

function readLabelled(pick: (wordings: readonly string[]) => readonly string[]): Labelled[] {
  const byId = new Map(passages().map((passage) => [passage.id, passage]));
  return [...labelsOfSections()].flatMap(([id, label]) => {
    const passage = byId.get(id);
    if (passage === undefined) throw new Error(`examples/${label.place}: there is no section ${id}`);
    const batch = `document-${passage.document.id}`;
    return pick(wordingsOf(passage)).map((text) => parseLabels(lineOf(text, label, batch), label.place));
  });
}

/** What the wordings of a section do, as a line of `examples/knowledge/sections.tsv` says. */
interface SectionLabel {
  readonly act: string;
  readonly topic: string;
  readonly aspect: string;
  readonly date: string;
  readonly place: string;
}

function labelsOfSections(): ReadonlyMap<string, SectionLabel> {
  const [header, ...lines] = readFileSync(LABELS, "utf8").trimEnd().split("\n");
  if (header !== HEADER) throw new Error(`examples/knowledge/sections.tsv:1: the header is ${HEADER}`);
  return new Map(
    lines.map((line, i) => {
      const [id = "", act = "", topic = "", aspect = "", date = ""] = line.split("\t");
      return [id, { act, topic, aspect, date, place: `knowledge/sections.tsv:${i + 2}` }];
    }),
  );
}

const lineOf = (text: string, { act, topic, aspect, date }: SectionLabel, batch: string): string =>
  [text, act, topic, aspect, "-", "none", batch, date].join("\t");

/** More of each section would teach the reader that nearly everything is a question of ours. */
const OF_EACH = 2;

const someOf = (wordings: readonly string[]): readonly string[] => {
  const step = Math.max(1, Math.ceil(wordings.length / OF_EACH));
  return wordings.filter((_, i) => i % step === 0);
};

const wordingsOf = ({ headings, asks }: Passage): readonly string[] => [headings.at(-1) ?? "", ...asks];

function passages(): readonly Passage[] {
  const files = readdirSync(DOCUMENTS)
    .filter((name) => name.endsWith(".md"))
    .map((name) => ({ name, text: readFileSync(new URL(name, DOCUMENTS), "utf8") }));
  return readLibrary(files).passages;
}
