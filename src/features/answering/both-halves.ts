import { ASPECTS } from "../../knowledge/concepts.ts";
import { confidenceOf, judge } from "../../knowledge/confidence.ts";
import type { Hit, Passage } from "../../knowledge/knowledge-index.ts";
import { substance } from "../../knowledge/reduced-question.ts";
import { readWords } from "../../knowledge/terms.ts";
import { clausesOf } from "../../language/question.ts";
import { CARRIES } from "./follow-up.ts";
import { answersAspect, type Search } from "./found.ts";

/** A passage with this share of a clause has already answered it. */
const ANSWERED = 0.75;
/** A clause with fewer words of its own is no question by itself. */
const WHOLE = 2;

/** The passage for the other half of a double question, from the same document. */
export async function otherHalf(search: Search, question: string, best: Hit): Promise<Passage | null> {
  const clauses = clausesOf(question).filter((clause) => substance(clause) >= 1);
  if (clauses.length < 2) return null;
  const found = await Promise.all(clauses.map((clause) => search(clause, best.passage.document.id)));
  for (const [i, hits] of found.entries()) {
    const first = hits.find((hit) => hit.passage.id === best.passage.id);
    const other = hits[0];
    if (other === undefined || other.passage.id === best.passage.id) continue;
    if (
      ((first?.coverage ?? 0) < ANSWERED || isAskedOnlyBy(clauses[i] ?? "", other.passage, best.passage)) &&
      other.coverage >= CARRIES &&
      confidenceOf(other) > confidenceOf(first ?? other) / 2
    ) {
      return other.passage;
    }
  }
  return null;
}

/** Two questions about different things in one message: a passage for each, where both are answered surely. */
export async function twoAnswers(search: Search, question: string): Promise<readonly [Hit, Hit] | null> {
  const whole = clausesOf(question).filter((clause) => substance(clause) >= WHOLE);
  if (whole.length < 2) return null;
  const firsts = await Promise.all(whole.map(async (clause) => (await search(clause))[0]));
  const sure = firsts.filter((hit) => hit !== undefined && judge(hit) === "answer" && answersAspect(hit));
  if (sure.length < firsts.length) return null;
  const [first] = sure;
  const second = sure.find((hit) => hit?.passage.id !== first?.passage.id);
  return first === undefined || second === undefined ? null : [first, second];
}

/** True where only the first heading asks what the clause asks: "là gì" compared with "ai lập ra". */
function isAskedOnlyBy(clause: string, one: Passage, other: Passage): boolean {
  const aspects = (text = "") => ASPECTS.concepts(readWords(text));
  const shares = ({ headings }: Passage) =>
    [...aspects(headings.at(-1))].some((aspect) => aspects(clause).has(aspect));
  return shares(one) && !shares(other);
}
