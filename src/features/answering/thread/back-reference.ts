import { DIRECTIVES, namesJoined } from "../../../language/document-kinds.ts";
import { fold } from "../../../language/fold.ts";
import { PatternBook, withoutSpans } from "../../../language/pattern-book.ts";
import { readUtterance } from "../../../language/utterance.ts";
import phrases from "./back-references.json" with { type: "json" };

const LEAD = new PatternBook(phrases.lead);
const HANGING = new PatternBook(phrases.hanging);
const PRONOUNS = new PatternBook(phrases.pronouns);
const ANYWHERE = new PatternBook([
  ...phrases.anywhere,
  `(${namesJoined("/", DIRECTIVES)}) (đó/này/ấy/trên/kia)`,
]);

/** How a question refers to an earlier one. */
export interface BackReference {
  /** "sure" for "thông tư đó"; "weak" for a single "con" or "no" without marks, which may also mean "con" or "nổ". */
  readonly strength: "sure" | "weak" | "none";
  /** The question without the words that point back. */
  readonly rest: string;
  /** True where it ends as one that hangs on something: "người ngồi sau thì sao". */
  readonly isHanging: boolean;
}

/** Finds the words that point back: "nó", "thế còn …", "văn bản đó". */
export function readBackReference(question: string): BackReference {
  const utterance = readUtterance(question);
  const lead = LEAD.all(utterance).filter(({ start }) => start === 0);
  const anywhere = ANYWHERE.all(utterance);
  const spans = [...lead, ...anywhere, ...PRONOUNS.all(utterance)];
  const rest = withoutSpans(utterance, spans)
    .words.filter((word) => word !== "·")
    .join(" ");
  const isHanging = HANGING.all(utterance).some(({ end }) => end === utterance.words.length);
  const first = lead[0];
  const word = utterance.words[0] ?? "";
  const doubtful = first?.end === 1 && word === fold(first.source);
  if (anywhere.length > 0 || (first !== undefined && !doubtful)) return { strength: "sure", rest, isHanging };
  return {
    strength: first === undefined ? "none" : "weak",
    rest: spans.length === 0 ? question : rest,
    isHanging,
  };
}
