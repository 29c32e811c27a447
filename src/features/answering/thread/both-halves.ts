import { ALONE, confidenceOf, judge } from "../../../knowledge/confidence.ts";
import type { Hit, Passage } from "../../../knowledge/knowledge-index.ts";
import { substance } from "../../../knowledge/reduced-question.ts";
import { hasQuestion } from "../../../language/asks.ts";
import { clausesOf } from "../../../language/question.ts";
import { readUtterance } from "../../../language/utterance.ts";
import { answersAspect, type Found, type Search } from "../found.ts";
import type { KnowledgeThread } from "../knowledge-thread.ts";
import { isBare } from "./asked-on.ts";
import { followUp } from "./follow-up.ts";
import { coreOf, subjectOf } from "./subject.ts";

/** A clause with fewer words of its own is no question by itself. */
const WHOLE = 2;
/**
 * What only one clause finds answers its words and not the person: "trước là bộ đội" in "anh tôi 68 tuổi, trước là bộ đội, vào tổ được
 * không". Of 1,015 messages as people write them 113 got such a section, and none meant it.
 */
const isMeantByAll = (whole: readonly Hit[], { id }: Passage): boolean =>
  whole.some((hit) => hit.passage.id === id && judge(hit) !== "none");

/**
 * The passage for the other half of a double question, from the same document.
 * @param whole what all of it found
 */
export async function otherHalf(
  search: Search,
  question: string,
  best: Hit,
  whole: readonly Hit[],
): Promise<Passage | null> {
  const clauses = clausesOf(question).filter((clause) => substance(clause) >= 1);
  if (clauses.length < 2) return null;
  const { passage } = best;
  // "Mất bao nhiêu tiền" by itself fits each thing of the document that costs something.
  const subject = coreOf(passage)[0] ?? subjectOf(passage);
  const asked = clauses.map((clause) => (isBare(clause) ? `${subject} ${clause}` : clause));
  const found = await Promise.all(asked.map((clause) => search(clause, passage.document.id)));
  const meant = whole.filter(answersAspect);
  const other = found
    .flatMap(([hit]) => hit ?? [])
    .find(
      (hit) => hit.passage.id !== passage.id && judge(hit) === "answer" && isMeantByAll(meant, hit.passage),
    );
  return other?.passage ?? null;
}

type Answer = Found & { readonly kind: "answer" };

/**
 * Two questions in one message, the second mostly of the first one's subject ("mất căn cước làm lại ở đâu, mà hết bao nhiêu tiền"):
 * a passage for each, where both are answered surely.
 */
export async function twoAnswers(
  search: Search,
  question: string,
  thread: KnowledgeThread | null,
): Promise<Answer | null> {
  const asked = clausesOf(question).filter((clause) => hasQuestion(readUtterance(clause)));
  const [one, other] = asked;
  if (one === undefined || other === undefined || asked.length > 2) return null;
  const first = await surely(search, one, thread);
  if (first === null) return null;
  const [passage] = first.passages;
  const topic = passage.headings.at(-1) ?? "";
  const second = await surely(search, other, { documentId: passage.document.id, topic, at: 0 });
  if (second === null || second.passages[0].id === passage.id) return null;
  const both = { ...first, passages: [passage, second.passages[0]], related: [] } as const;
  // What is asked on of a thread isn't found by its words alone.
  if (thread !== null) return both;
  const whole = await search(question);
  const isMeant = isMeantByAll(whole, second.passages[0]);
  if (!isMeant && (second.follows === true || confidenceOf(whole[0] as Hit) >= ALONE)) return null;
  return isMeant && !isMeantByAll(whole, passage)
    ? { ...both, passages: [second.passages[0], passage] }
    : both;
}

/** What surely answers one clause: asked on of the thread, or by itself. */
async function surely(
  search: Search,
  clause: string,
  thread: KnowledgeThread | null,
): Promise<Answer | null> {
  const followed = thread === null ? null : await followUp(search, clause, thread);
  if (followed !== null) return followed.kind === "answer" && followed.sure ? followed : null;
  if (substance(clause) < WHOLE) return null;
  const [best] = await search(clause);
  if (best === undefined || judge(best) !== "answer" || !answersAspect(best)) return null;
  const nearest = best.nearest === undefined ? {} : { nearest: best.nearest };
  return { kind: "answer", passages: [best.passage], related: [], sure: true, ...nearest };
}
