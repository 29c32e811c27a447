import { judge } from "../../knowledge/confidence.ts";
import type { Hit, Passage } from "../../knowledge/knowledge-index.ts";
import { substance } from "../../knowledge/reduced-question.ts";
import { PatternBook } from "../../language/pattern-book.ts";
import { readUtterance } from "../../language/utterance.ts";
import phrases from "./back-references.json" with { type: "json" };
import { LITTLE } from "./follow-up.ts";
import { answersAspect, answerWith, type Found, type Search } from "./found.ts";
import type { KnowledgeThread } from "./knowledge-thread.ts";

const REPEAT = new PatternBook(phrases.repeat);

/**
 * The same passage is never shown twice running, unless the person asks for the same again: then what they ask is taken
 * for another thing about the matter, and a passage beside it is looked for, in the same document first.
 */
export async function notAgain(
  search: Search,
  question: string,
  thread: KnowledgeThread,
  found: Found,
): Promise<Found> {
  if (
    found.kind !== "answer" ||
    !isShown(found.passages[0], thread) ||
    asksForTheSame(question, thread, found)
  )
    return found;
  const asked = `${question} ${thread.topic}`;
  const lists = await Promise.all([
    search(question, thread.documentId),
    search(asked, thread.documentId),
    search(asked),
  ]);
  const others = lists.map((hits) => hits.find((hit) => !isShown(hit.passage, thread) && speaksToIt(hit)));
  const at = others.findIndex((hit) => hit !== undefined);
  const other = others[at];
  if (other === undefined) return { kind: "again", passage: found.passages[0], related: found.related };
  return answerWith(other, lists[at] ?? [], judge(other) === "answer");
}

const isShown = ({ document, headings }: Passage, { documentId, topic }: KnowledgeThread): boolean =>
  document.id === documentId && headings.at(-1) === topic;

const speaksToIt = (hit: Hit): boolean => {
  const verdict = judge(hit);
  return (verdict === "answer" || verdict === "probable") && answersAspect(hit);
};

/** "Nhắc lại giúp tôi", or a whole question that is most like the same wording as the one before. */
function asksForTheSame(
  question: string,
  { asked }: KnowledgeThread,
  found: Found & { kind: "answer" },
): boolean {
  const isSame = found.nearest !== undefined && found.nearest === asked && substance(question) > LITTLE;
  return isSame || REPEAT.has(readUtterance(question));
}
