import type { Pace } from "../../../platform/pace.ts";
import { unpack } from "../../../platform/zip.ts";
import { ListNumbers } from "./docx-numbers.ts";
import { type Line, MAX_LETTERS, MAX_PAGES, type ReadDocument, tidy } from "./line.ts";
import { rowText } from "./table.ts";
import { attributeOf, type Token, tokensOf } from "./xml.ts";

/** Tags between which others come in: some two pages of a document as Word writes it. */
const PACED = 4_000;

/** Reads a Word file's paragraphs and tables in their order. @throws where it is broken */
export async function readDocx(bytes: Uint8Array<ArrayBuffer>, pace: Pace): Promise<ReadDocument> {
  const parts = await unpack(bytes, pace);
  if (parts === null) return { problem: "too_large" };
  const main = parts["word/document.xml"];
  if (main === undefined) return { problem: "not_a_document" };
  const xml = (name: string) => new TextDecoder().decode(parts[name]);
  const told = /<Pages>(\d+)<\/Pages>/u.exec(xml("docProps/app.xml"))?.[1];
  if (Number(told ?? 1) > MAX_PAGES) return { problem: "too_many_pages" };
  const styles = headingStyles(xml("word/styles.xml"));
  const numbers = new ListNumbers(xml("word/numbering.xml"));
  // A stamp may stand in a header.
  const around = Object.keys(parts).filter((name) => /^word\/header\d*\.xml$/u.test(name));
  const lines: Line[] = [];
  let pages = 1;
  for (const name of [...around, "word/document.xml"]) {
    const reader = new BodyReader(styles, numbers);
    let letters = 0;
    let tags = 0;
    for (const token of tokensOf(xml(name))) {
      tags += 1;
      if (tags % PACED === 0) await pace();
      letters += reader.take(token);
      if (letters > MAX_LETTERS || reader.page > MAX_PAGES) return { problem: "too_many_pages" };
    }
    lines.push(...reader.lines);
    pages = Math.max(pages, reader.page);
  }
  return { lines, pages: Math.max(pages, Number(told ?? 1)), withoutWords: [] };
}

/** The ids of styles that are headings or a title. */
function headingStyles(xml: string): ReadonlySet<string> {
  const found = new Set<string>();
  let id = "";
  for (const token of tokensOf(xml)) {
    if (token.kind === "text") continue;
    if (token.name === "style" && token.kind === "open") id = attributeOf(token.attributes, "styleId") ?? "";
    const value = attributeOf(token.attributes, "val") ?? "";
    if (token.name === "name" && /^(?:heading|title)/iu.test(value)) found.add(id);
  }
  return found;
}

/** A paragraph under way. */
interface Paragraph {
  text: string;
  /** Letters of it in bold. */
  bold: number;
  isHeading: boolean;
  list?: string;
  level: number;
}

interface Table {
  header: readonly string[] | undefined;
  row: string[];
  cell: string[];
}

const IS_OFF = /^(?:0|false|off|none)$/iu;

/** Takes the tokens of a body one by one. A text box stands in a paragraph and has its own. */
class BodyReader {
  readonly lines: Line[] = [];
  page = 1;
  readonly #styles: ReadonlySet<string>;
  readonly #numbers: ListNumbers;
  readonly #paragraphs: Paragraph[] = [];
  readonly #tables: Table[] = [];
  /** Depth in what isn't shown, such as the second form of a drawing. */
  #hidden = 0;
  #isBold = false;
  #isText = false;
  #isInRun = false;

  constructor(styles: ReadonlySet<string>, numbers: ListNumbers) {
    this.#styles = styles;
    this.#numbers = numbers;
  }

  /** @returns how many letters it brought */
  take(token: Token): number {
    const paragraph = this.#paragraphs.at(-1);
    if (token.kind === "text") {
      if (!this.#isText || this.#hidden > 0 || paragraph === undefined) return 0;
      paragraph.text += token.text;
      if (this.#isBold) paragraph.bold += token.text.trim().length;
      return token.text.length;
    }
    const { kind, name, attributes } = token;
    if (name === "Fallback") this.#hidden += kind === "open" ? 1 : kind === "close" ? -1 : 0;
    if (this.#hidden > 0) return 0;
    if (name === "t") this.#isText = kind === "open";
    else if (kind === "close") this.#close(name);
    else this.#open(name, attributes, kind === "empty", paragraph);
    return 0;
  }

  #open(name: string, attributes: string, isEmpty: boolean, paragraph: Paragraph | undefined): void {
    const value = attributeOf(attributes, "val") ?? "";
    switch (name) {
      case "p":
        if (!isEmpty) this.#paragraphs.push({ text: "", bold: 0, isHeading: false, level: 0 });
        return;
      case "tbl":
        if (!isEmpty) this.#tables.push({ header: undefined, row: [], cell: [] });
        return;
      case "r":
        this.#isInRun = !isEmpty;
        this.#isBold = false;
        return;
      case "b":
        if (this.#isInRun) this.#isBold = !IS_OFF.test(value);
        return;
      case "lastRenderedPageBreak":
        this.page += 1;
        return;
      case "br":
      case "tab":
      case "cr":
        if (paragraph !== undefined && this.#isInRun) paragraph.text += " ";
        return;
      case "noBreakHyphen":
        if (paragraph !== undefined) paragraph.text += "-";
        return;
    }
    if (paragraph === undefined) return;
    if (name === "pStyle") paragraph.isHeading = this.#styles.has(value);
    else if (name === "numId" && value !== "0") paragraph.list = value;
    else if (name === "ilvl") paragraph.level = Number(value) || 0;
  }

  #close(name: string): void {
    if (name === "r") this.#isInRun = false;
    else if (name === "p") this.#closeParagraph();
    else if (name === "tc") {
      const table = this.#tables.at(-1);
      table?.row.push(table.cell.join(" "));
      if (table !== undefined) table.cell = [];
    } else if (name === "tr") this.#closeRow();
    else if (name === "tbl") this.#tables.pop();
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    const words = tidy(paragraph?.text ?? "");
    if (paragraph === undefined || words === "") return;
    const { list, level, bold, isHeading } = paragraph;
    const number = list === undefined ? "" : this.#numbers.next(list, level);
    const text = `${number}${words}`;
    const cell = this.#tables.at(-1)?.cell;
    if (cell !== undefined) {
      cell.push(text);
      return;
    }
    const isBold = bold >= words.replace(/\s/gu, "").length * MOSTLY;
    this.lines.push({ text, page: this.page, isEmphasised: isHeading || isBold });
  }

  #closeRow(): void {
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    const cells = table.row.map(tidy);
    table.row = [];
    const outer = this.#tables.at(-2);
    if (outer !== undefined) {
      outer.cell.push(cells.filter(Boolean).join(" "));
      return;
    }
    if (cells.every((cell) => cell === "")) return;
    const isRow = table.header !== undefined;
    table.header ??= cells;
    const text = isRow ? rowText(table.header, cells) : cells.filter(Boolean).join(" | ");
    this.lines.push({ text, page: this.page, isEmphasised: false, cells, isRow: true });
  }
}

/** Where so much of a paragraph is bold, all of it is meant. */
const MOSTLY = 0.9;
