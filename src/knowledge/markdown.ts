import type { Nodes, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";

/** One `##` section of a document, in its parts. Lines are counted from 1 in the given text. */
export interface Section {
  readonly heading: string;
  readonly line: number;
  readonly asks: readonly string[];
  /** The "> name: value" lines below the asks, by name, as written: see `ageing.ts`. */
  readonly notes: Readonly<Record<string, string>>;
  /** Plain text: empty lines between paragraphs, list items as lines that begin with "- ". */
  readonly text: string;
  /** The "Nguồn:" line as written, without the word; undefined where there is none. */
  readonly source: string | undefined;
  /** Lines where a table is broken. */
  readonly brokenTables: readonly number[];
}

const ASK = /^Hỏi\s*:/iu;
const NOTE = /^([a-z]+(?:_[a-z]+)*)\s*:\s*(.*)$/u;
const SOURCE = /^Nguồn\s*:\s*/iu;

/** Splits Markdown into its `##` sections. Lines before the first one are returned as `stray`. */
export function readSections(markdown: string): {
  readonly sections: readonly Section[];
  readonly stray: readonly number[];
} {
  const sections: Section[] = [];
  const stray: number[] = [];
  let open: { heading: string; line: number; nodes: RootContent[] } | undefined;
  for (const node of fromMarkdown(markdown).children) {
    const line = node.position?.start.line ?? 1;
    if (node.type === "heading" && node.depth <= 2) {
      if (open !== undefined) sections.push(closeSection(open, markdown));
      open = { heading: textOf(node).trim(), line, nodes: [] };
    } else if (open === undefined) stray.push(line);
    else open.nodes.push(node);
  }
  if (open !== undefined) sections.push(closeSection(open, markdown));
  return { sections, stray };
}

function closeSection(
  { heading, line, nodes }: { heading: string; line: number; nodes: RootContent[] },
  markdown: string,
): Section {
  const asks: string[] = [];
  const notes: Record<string, string> = {};
  const paragraphs: string[] = [];
  const brokenTables: number[] = [];
  let source: string | undefined;
  for (const node of nodes) {
    const raw = rawOf(node, markdown);
    const quoted = node.type === "blockquote" ? raw.replace(/^[ \t]*>[ \t]?/gmu, "").trim() : "";
    const [opening = ""] = quoted.split("\n");
    if (ASK.test(opening) || NOTE.test(opening.trim())) {
      const { asked, noted } = quotedParts(quoted);
      if (asked !== "") asks.push(...pieces(asked.replace(ASK, "")));
      Object.assign(notes, noted);
    } else if (node.type === "paragraph" && SOURCE.test(raw))
      source = raw.replace(SOURCE, "").replace(/\s+/gu, " ").trim();
    else if (node.type === "paragraph" && raw.startsWith("|")) {
      const rows = readTable(raw);
      if (rows === null) brokenTables.push(node.position?.start.line ?? line);
      else paragraphs.push(rows);
    } else paragraphs.push(textOf(node).trim());
  }
  const text = paragraphs.filter((p) => p !== "").join("\n\n");
  return { heading, line, asks, notes, text, source, brokenTables };
}

/** The asks of a quoted block, which may run over lines, and the notes that stand a line each. */
function quotedParts(quoted: string): { asked: string; noted: Record<string, string> } {
  const asked: string[] = [];
  const noted: Record<string, string> = {};
  for (const line of quoted.split("\n")) {
    const note = NOTE.exec(line.trim());
    if (note?.[1] === undefined) asked.push(line);
    else noted[note[1]] = (note[2] ?? "").trim();
  }
  return { asked: asked.join("\n").trim(), noted };
}

/** The parts of a line that is divided by "|". */
export function pieces(line: string): string[] {
  return line
    .split("|")
    .map((piece) => piece.replace(/\s+/gu, " ").trim())
    .filter((piece) => piece !== "");
}

/** A pipe table as list lines "- A: x; B: y"; null where a row has too few or too many cells. */
function readTable(raw: string): string | null {
  const rows = raw.split("\n").map((row) =>
    row
      .trim()
      .replace(/^\||\|$/gu, "")
      .split("|")
      .map((cell) => cell.trim()),
  );
  const [header, rule, ...body] = rows;
  if (header === undefined || rule === undefined || body.length === 0) return null;
  if (!rule.every((cell) => /^:?-+:?$/u.test(cell)) || rows.some((row) => row.length !== header.length))
    return null;
  return body
    .map((row) => `- ${row.map((cell, i) => (i === 0 ? cell : `${header[i]}: ${cell}`)).join("; ")}`)
    .join("\n");
}

/** The source text of a node, so that addresses keep their underscores and asterisks. */
function rawOf(node: RootContent, markdown: string): string {
  const { start, end } = node.position ?? {};
  return markdown.slice(start?.offset ?? 0, end?.offset ?? 0).trim();
}

function textOf(node: Nodes): string {
  switch (node.type) {
    case "text":
    case "inlineCode":
    case "code":
      return node.value;
    case "break":
      return "\n";
    case "list":
      return node.children
        .map((item, i) => `${node.ordered ? `${(node.start ?? 1) + i}.` : "-"} ${textOf(item).trim()}`)
        .join("\n");
    case "listItem":
    case "blockquote":
      return node.children.map(textOf).join("\n");
    default:
      return "children" in node ? node.children.map(textOf).join("") : "";
  }
}
