import { judge } from "../../../knowledge/confidence.ts";
import { isNamed } from "../../../knowledge/knowledge-index.ts";
import { substance } from "../../../knowledge/reduced-question.ts";
import { readWords } from "../../../knowledge/terms.ts";
import { fold } from "../../../language/fold.ts";
import { PatternBook } from "../../../language/pattern-book.ts";
import { readUtterance } from "../../../language/utterance.ts";
import { answersAspect, answerWith, type Found, type Search } from "../found.ts";
import { type KnowledgeThread, shownIn } from "../knowledge-thread.ts";
import { WORDS } from "./asked-on.ts";
import phrases from "./back-references.json" with { type: "json" };
import { NAMES, shownLines } from "./shown-lines.ts";

const REPEAT = new PatternBook(phrases.repeat);

/**
 * The same passage is never shown twice running, unless the person asks for the same again: else the lines of it that name what is
 * asked, a passage beside it that answers, or that it is all there is.
 */
export async function notAgain(
  search: Search,
  question: string,
  thread: KnowledgeThread,
  found: Found,
): Promise<Found> {
  if (found.kind !== "answer" || thread.isOffered) return found;
  const [passage, second] = found.passages;
  if (!isNamed(passage, shownIn(thread)) || asksForTheSame(question, thread, found)) return found;
  if (second !== undefined) return { ...found, passages: [second] };
  const { lines, share } = shownLines(passage, question);
  if (lines.length > 0 && share >= NAMES) return { kind: "again", passage, lines, related: found.related };
  const others = await search(question, thread.documentId, shownIn(thread));
  const other = others.find((hit) => judge(hit) === "answer" && answersAspect(hit));
  return other === undefined
    ? { kind: "beside", shown: passage, isAll: true, hits: others.filter((hit) => judge(hit) !== "none") }
    : answerWith(other, others);
}

/** "Nhắc lại giúp tôi", one of the section's own questions word for word, or a whole one most like the same as the one before. */
function asksForTheSame(
  question: string,
  { asked }: KnowledgeThread,
  found: Found & { kind: "answer" },
): boolean {
  const { nearest } = found;
  const isSame = nearest !== undefined && nearest === asked && substance(question) > WORDS.little;
  const isWordForWord = nearest !== undefined && wordsOf(nearest) === wordsOf(question);
  return isSame || isWordForWord || REPEAT.has(readUtterance(question));
}

const wordsOf = (text: string): string => readWords(text).map(fold).join(" ");
