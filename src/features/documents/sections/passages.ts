import type { DocumentRef, Passage } from "../../../knowledge/knowledge-index.ts";
import { localDay } from "../../../language/dates.ts";
import { type Front, nameOf } from "./front.ts";
import { TAIL } from "./headings.ts";
import { type Part, PREAMBLE } from "./parts.ts";
import { MAX_SECTION, split } from "./split.ts";

/** A document as passages, before anybody has approved it. */
export interface Passages {
  /** Its audience is decided at the approval; until then it is internal. */
  readonly document: DocumentRef;
  readonly passages: readonly Passage[];
}

export interface Making {
  /** The id of the document with these passages: another for each preview, as passages are remembered by their ids. */
  readonly id: string;
  readonly front: Front;
  readonly parts: readonly Part[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

const MIN_ASK = 15;
const MAX_ASK = 120;
const MOST_CLAUSES = 5;
/** What a point begins with. */
const ITEM = /^(?:[-–+•]|\d+[.)]|[a-zđ][.)])\s*/u;
const CLAUSE_END = /(?<=[.!?;:])\s+|\s+(?=và\s)/u;

/** The passages of a document's parts, the first of which says what it is and what stands in it. */
export function passagesOf({ id, front, parts, now }: Making): Passages {
  const { title, number, issuer, issued } = front;
  const document: DocumentRef = {
    id,
    title,
    ...(number && { number }),
    ...(issuer && { issuer }),
    ...(issued && { issued }),
    asOf: localDay(now),
    audience: "internal",
  };
  const name = nameOf(front);
  const short = number === undefined ? title : `${front.kind ?? "Văn bản"} ${number}`;
  const ageing = { checkAfter: aYearAfter(localDay(now)) };
  const told = parts.flatMap((part) => {
    const pieces = split(part.text);
    return pieces.map((text, i) => ({ part, text, nth: i + 1, of: pieces.length }));
  });
  const overview: Passage = {
    id: `${id}#0`,
    document,
    headings: [title],
    text: overviewOf(name, front, parts),
    asks: unique([
      `${short} nói về gì?`,
      `${short} quy định những gì?`,
      `${short} do ai ban hành, ngày nào?`,
    ]),
    citation: name,
    sources: [],
    ageing,
  };
  const own = told.map(({ part, text, nth, of }, i): Passage => {
    const { label, title: about, within } = part;
    const heading = [label, about].filter(Boolean).join(". ") || title;
    const piece = of > 1 ? ` (${nth}/${of})` : "";
    return {
      id: `${id}#${i + 1}`,
      document,
      headings: [title, ...within, `${heading}${piece}`],
      text,
      asks: unique([bare(about), ...asksOf(label, short), ...clausesOf(text)]),
      citation: [name, ...(label === "" ? [] : [label])].join(", "),
      sources: [],
      ageing,
    };
  });
  return { document, passages: [overview, ...own] };
}

function overviewOf(name: string, { kind, title, number }: Front, parts: readonly Part[]): string {
  const isNamed = kind !== undefined && title.startsWith(kind);
  const about = isNamed ? title.slice(kind.length).replace(/^:/u, "").trim() : title;
  const first = number === undefined || about === "" ? `${name}.` : `${name}, ${about}.`;
  const headings = unique(
    parts.flatMap(({ label, title: own, isTitled }) =>
      label !== "" && isTitled ? [`${label}: ${own}`] : [],
    ),
  );
  const list = headings.map((heading) => `- ${heading}`).join("\n");
  const [whole = first] = split(list === "" ? first : `${first} Gồm:\n${list}`, MAX_SECTION);
  return whole;
}

/** The same day of the next year; of a leap day the first of March. */
function aYearAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + 1);
  return date.toISOString().slice(0, 10);
}

/** How a part is asked for by its number. */
function asksOf(label: string, document: string): string[] {
  if (label === TAIL) return [`${document} do ai ký?`, `${document} gửi cho những ai?`];
  return label === "" || label === PREAMBLE ? [] : [`${label} ${document} quy định gì?`];
}

/** What a section says, clause by clause: who asks about one has its words. */
const clausesOf = (text: string): string[] =>
  text
    .split("\n")
    .flatMap((line) => line.replace(ITEM, "").split(CLAUSE_END))
    .map((clause) => clause.replace(/[.;:,]+$/u, "").trim())
    .filter((clause) => clause.length >= MIN_ASK && clause.length <= MAX_ASK)
    .slice(0, MOST_CLAUSES);

const bare = (lead: string): string => lead.replace(/…$/u, "");

const unique = (texts: readonly string[]): string[] => [
  ...new Set(texts.filter((text) => /\p{L}/u.test(text))),
];
