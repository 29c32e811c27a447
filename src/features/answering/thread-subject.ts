import { confidenceOf, judge } from "../../knowledge/confidence.ts";
import type { Hit } from "../../knowledge/knowledge-index.ts";
import { wordsOf } from "../../language/syllables.ts";
import { answersAspect, answerWith, type Found, type Search } from "./found.ts";
import type { KnowledgeThread } from "./knowledge-thread.ts";

/**
 * What a thread is about, without what was asked of it: the words of the answered heading that the document's title has too.
 * @example subjectOf("Đốt pháo nổ bị phạt bao nhiêu tiền?", "Pháo hoa, pháo nổ") // "pháo nổ"
 */
export function subjectOf(topic: string, title: string): string {
  // Behind a dash a title lists what it says of its subject.
  const [name = ""] = title.split(/ [-–] |\(/u);
  const ofTitle = new Set(wordsOf(name));
  return wordsOf(topic)
    .filter((word) => ofTitle.has(word))
    .join(" ");
}

/** The share of subject and question that a passage must have: "nó 20 tuổi" asks for nothing that is written. */
const COVERS = 0.6;

/**
 * "Báo cho ai?" after an answer on fireworks: the same question of that subject, in any document; null where it isn't surely
 * answered, where the question alone is answered better, or where the best answer was shown just now.
 */
export async function ofSubject(
  search: Search,
  question: string,
  { topic, documentId }: KnowledgeThread,
  { own, within }: { readonly own: readonly Hit[]; readonly within: readonly Hit[] },
): Promise<Found | null> {
  const title = within.find(({ passage }) => passage.document.id === documentId)?.passage.document.title;
  const subject = subjectOf(topic, title ?? "");
  if (subject === "") return null;
  const hits = await search(`${subject} ${question}`);
  const [best] = [...hits].sort((a, b) => confidenceOf(b) - confidenceOf(a));
  if (best === undefined || judge(best) !== "answer" || best.coverage < COVERS || !answersAspect(best))
    return null;
  const alone = Math.max(0, ...own.map(confidenceOf));
  if (best.passage.headings.at(-1) === topic || confidenceOf(best) < alone) return null;
  return answerWith(best, hits);
}
