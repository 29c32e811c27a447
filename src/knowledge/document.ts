import { fold } from "../language/fold.ts";
import { syllables } from "../language/syllables.ts";
import { ageing, faultsOfNotes } from "./ageing.ts";
import { readFrontMatter } from "./front-matter.ts";
import type { DocumentRef, Passage } from "./knowledge-index.ts";
import { pieces, readSections, type Section } from "./markdown.ts";

/** Something that was refused, and where it is. */
export interface Refusal {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly why: string;
}

export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

export interface Library {
  readonly documents: readonly DocumentRef[];
  readonly passages: readonly Passage[];
  readonly refused: readonly Refusal[];
}

const MAX_BYTES = 500_000;
/** A longer section doesn't fit on a phone screen: it must be divided. */
const MAX_PASSAGE = 1500;
const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/u;
const ADDRESS = /^https?:\/\/\S+$/u;

/**
 * Reads documents of knowledge. A fault in the front matter refuses the document, a fault in a section only that
 * section; the rest is used. Never throws.
 */
export function readLibrary(files: readonly SourceFile[]): Library {
  const documents: DocumentRef[] = [];
  const passages: Passage[] = [];
  const refused: Refusal[] = [];
  const takenBy = new Map<string, string>();
  for (const file of [...files].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const read = readDocument(file);
    refused.push(...read.refused);
    if (read.ref === null) continue;
    const first = takenBy.get(read.ref.id);
    if (first !== undefined) {
      refused.push({ file: file.name, line: 1, why: `trùng id “${read.ref.id}” với ${first}` });
      continue;
    }
    takenBy.set(read.ref.id, file.name);
    documents.push(read.ref);
    passages.push(...read.passages);
  }
  return { documents, passages, refused };
}

interface ReadDocument {
  readonly ref: DocumentRef | null;
  readonly passages: readonly Passage[];
  readonly refused: readonly Refusal[];
  /** The line of each passage's heading, counted from 1 in the file, by the passage's id. */
  readonly lines: ReadonlyMap<string, number>;
}

/** Reads one document; `ref` is null where it was refused as a whole. */
export function readDocument(file: SourceFile): ReadDocument {
  const refuse = (line: number, why: string): Refusal => ({ file: file.name, line, why });
  const whole = (...refused: Refusal[]): ReadDocument => ({
    ref: null,
    passages: [],
    refused,
    lines: new Map(),
  });
  if (file.text.length > MAX_BYTES) return whole(refuse(1, "tệp quá lớn"));
  const text = file.text
    .replace(/^\ufeff/u, "")
    .replace(/\r\n?/gu, "\n")
    .normalize("NFC");
  const front = FRONT_MATTER.exec(text);
  if (front === null) return whole(refuse(1, "thiếu phần đầu giữa hai dòng ---"));
  const head = readFrontMatter(front[1] ?? "");
  if ("faults" in head) return whole(...head.faults.map(({ line, why }) => refuse(line, why)));

  const offset = front[0].split("\n").length - 1;
  const { sections, stray } = readSections(text.slice(front[0].length));
  const refused = stray.map((line) => refuse(line + offset, "nội dung đứng trước tiêu đề ## đầu tiên"));
  const passages: Passage[] = [];
  const lines = new Map<string, number>();
  for (const section of sections) {
    const id = idOf(section, head.ref);
    const faults = faultsOf(section);
    if (lines.has(id)) faults.push({ line: section.line, why: "trùng tiêu đề trong tài liệu" });
    refused.push(...faults.map(({ line, why }) => refuse(line + offset, why)));
    if (faults.length > 0) continue;
    lines.set(id, section.line + offset);
    passages.push(toPassage(id, section, head.ref));
  }
  if (passages.length === 0) return whole(...refused, refuse(1, "không có mục nào dùng được"));
  return { ref: head.ref, passages, refused, lines };
}

function faultsOf(section: Section): { line: number; why: string }[] {
  const { line } = section;
  const faults = section.brokenTables.map((at) => ({
    line: at,
    why: "bảng hỏng: các dòng không cùng số cột",
  }));
  if (section.heading === "") faults.push({ line, why: "tiêu đề trống" });
  if (section.text === "" && faults.length === 0) faults.push({ line, why: "mục không có nội dung" });
  if (section.text.length > MAX_PASSAGE)
    faults.push({ line, why: `mục dài ${section.text.length} ký tự, nhiều nhất ${MAX_PASSAGE}` });
  if (section.source === undefined || citationOf(section.source) === "")
    faults.push({ line, why: "mục không có dòng Nguồn:" });
  faults.push(...faultsOfNotes(section.notes).map((why) => ({ line, why })));
  return faults;
}

function idOf({ heading }: Section, document: DocumentRef): string {
  return `${document.id}#${syllables(fold(heading)).join("-")}`;
}

function toPassage(id: string, section: Section, document: DocumentRef): Passage {
  const source = section.source ?? "";
  return {
    id,
    document,
    headings: [document.title, section.heading],
    text: section.text,
    asks: section.asks,
    citation: citationOf(source),
    sources: pieces(source).filter((piece) => ADDRESS.test(piece)),
    ...(Object.keys(section.notes).length > 0 && { ageing: ageing.parse(section.notes) }),
  };
}

function citationOf(source: string): string {
  return pieces(source)
    .filter((piece) => !ADDRESS.test(piece))
    .join("; ");
}
