import { judge } from "../../knowledge/confidence.ts";
import { type Hit, isNamed } from "../../knowledge/knowledge-index.ts";
import { substance } from "../../knowledge/reduced-question.ts";
import { PatternBook } from "../../language/pattern-book.ts";
import { readUtterance } from "../../language/utterance.ts";
import phrases from "./back-references.json" with { type: "json" };
import { CARRIES, LITTLE } from "./follow-up.ts";
import { answersAspect, answerWith, type Found, type Search } from "./found.ts";
import { type KnowledgeThread, shownIn } from "./knowledge-thread.ts";

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
    !isNamed(found.passages[0], shownIn(thread)) ||
    asksForTheSame(question, thread, found)
  )
    return found;
  const asked = `${question} ${thread.topic}`;
  const shown = shownIn(thread);
  const lists = await Promise.all([
    search(question, thread.documentId, shown),
    search(asked, thread.documentId, shown),
    search(asked, undefined, shown),
  ]);
  const others = lists.map((hits, i) =>
    hits.find((hit) => speaksToIt(hit) && (i < lists.length - 1 || isOfTheTopic(hit))),
  );
  const at = others.findIndex((hit) => hit !== undefined);
  const other = others[at];
  if (other === undefined) return { kind: "again", passage: found.passages[0], related: found.related };
  return answerWith(other, lists[at] ?? [], judge(other) === "answer");
}

/** In another document only what is sure and has the words of the topic too: "có hiệu lực khi nào" stands under every law. */
const isOfTheTopic = (hit: Hit): boolean => judge(hit) === "answer" && hit.coverage >= CARRIES;

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
