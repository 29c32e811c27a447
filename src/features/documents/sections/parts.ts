import type { Line } from "../reading/line.ts";
import { isCapitals } from "./front.ts";
import { type Heading, headingOf, TAIL } from "./headings.ts";

/** A part of the document under its own heading. */
export interface Part {
  /** "Điều 3"; empty where it has none. */
  readonly label: string;
  /** What it is about: its heading without the label, or the beginning of its text. */
  readonly title: string;
  /** The title is a heading's, and not the beginning of the text. */
  readonly isTitled: boolean;
  /** Headings of the larger parts that it stands in, the largest first. */
  readonly within: readonly string[];
  /** Lines as they stand, one below the other. */
  readonly text: string;
  /** The page on which it begins. */
  readonly page: number;
}

interface Open extends Heading {
  readonly page: number;
  readonly lines: string[];
}

/** What stands before the first heading. */
export const PREAMBLE = "Phần mở đầu";

const ARTICLE = /^Điều\s/u;
/** A title longer than this is the text itself. */
const MAX_TITLE = 140;
const MAX_LEAD = 90;

/** The document's parts in their order; what stands before the first heading is one too. */
export function partsOf(lines: readonly Line[]): Part[] {
  const parts: Part[] = [];
  const path: Open[] = [];
  let open: Open = { level: -1, label: PREAMBLE, title: "", page: lines[0]?.page ?? 1, lines: [] };
  const close = (next: number) => {
    const { level, label, title, page, lines: own } = open;
    // A chapter without words of its own is told with its articles.
    if (own.length === 0 && (level < 0 || next > level)) return;
    const isText = title.length > MAX_TITLE || own.length === 0;
    const text = [...(isText ? [title] : []), ...own].filter(Boolean).join("\n");
    if (text === "") return;
    const within = path.filter((one) => one.level < level).map(headingText);
    const about = isText ? leadOf(title) : title;
    parts.push({ label, title: about, isTitled: !isText && title !== "", within, text, page });
  };
  for (const line of lines) {
    const isIn = (form: RegExp) => path.some(({ label }) => form.test(label));
    const place = open.label === TAIL ? "tail" : isIn(ARTICLE) ? "article" : "body";
    const heading = headingOf(line, place);
    // "Chương I" and its name stand in two lines.
    const isName =
      open.level >= 0 &&
      open.label !== "" &&
      open.title === "" &&
      open.lines.length === 0 &&
      heading?.label === "";
    if (heading === null) open.lines.push(line.text);
    else if (isName) open = { ...open, title: heading.title };
    else {
      close(heading.level);
      while ((path.at(-1)?.level ?? -1) >= heading.level) path.pop();
      open = { ...heading, page: line.page, lines: [] };
      path.push(open);
      if (open.label === TAIL) open.lines.push(line.text.replace(/^nơi nhận\s*:?\s*/iu, ""));
    }
    if (isName) path.splice(-1, 1, open);
  }
  close(-1);
  return parts;
}

const headingText = ({ label, title }: Heading): string =>
  [label, isCapitals(title) ? title.charAt(0) + title.slice(1).toLowerCase() : leadOf(title)]
    .filter(Boolean)
    .join(". ");

/** The beginning of a text that may stand for it: its first clause, or its first words. */
export function leadOf(text: string): string {
  if (text.length <= MAX_LEAD) return text.replace(/[.;:,]+$/u, "");
  const clause = /^.{12,90}?(?=[:;.,](?:\s|$))/u.exec(text)?.[0];
  if (clause !== undefined) return clause;
  const words = text.slice(0, MAX_LEAD);
  return `${words.slice(0, Math.max(words.lastIndexOf(" "), MAX_LEAD / 2))}…`;
}
