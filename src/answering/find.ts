import type { DocumentRef, Hit, Passage } from "../knowledge/index.ts";
import { substance } from "../knowledge/question.ts";
import { confidenceOf, judge } from "./decide.ts";
import { clausesOf, pointsBack } from "./message.ts";
import { aspectOf, sayParticular } from "./particulars.ts";
import type { KnowledgeThread } from "./thread.ts";

export type Search = (question: string, within?: string) => Promise<readonly Hit[]>;

export type Found =
  | {
      readonly kind: "answer";
      readonly passages: readonly [Passage, ...Passage[]];
      readonly related: readonly Passage[];
      /** False where the person should see which question is being answered. */
      readonly sure: boolean;
    }
  /** What the front matter of the document spoken of says. */
  | { readonly kind: "particular"; readonly text: string; readonly document: DocumentRef }
  | { readonly kind: "near"; readonly hits: readonly Hit[] }
  | { readonly kind: "none" };

/** A question with no more words of its own than this may lean on the topic before it. */
const LITTLE = 3;
/** What a passage must carry of a follow-up's or a clause's own words. */
const CARRIES = 0.6;
/** A passage that carries this much of a clause has answered it already. */
const ANSWERED = 0.75;

/** The passages that answer, one or two; what comes near; or nothing. */
export async function findPassages(
  search: Search,
  question: string,
  thread: KnowledgeThread | null,
): Promise<Found> {
  const followed = thread === null ? null : await followUp(search, question, thread);
  if (followed !== null) return followed;
  const hits = await search(question);
  const [best] = hits;
  const verdict = judge(best);
  if (best === undefined || verdict === "none") return { kind: "none" };
  if (verdict === "near") return { kind: "near", hits: hits.filter((hit) => judge(hit) !== "none") };
  const second = await otherHalf(search, question, best);
  const passages: [Passage, ...Passage[]] = second === null ? [best.passage] : [best.passage, second];
  return { kind: "answer", passages, related: relatedTo(passages, hits), sure: verdict === "answer" };
}

async function followUp(search: Search, question: string, thread: KnowledgeThread): Promise<Found | null> {
  const leans = pointsBack(question) || substance(question) <= LITTLE;
  if (!leans) return null;
  const [own, within, withTopic] = await Promise.all([
    search(question),
    search(question, thread.documentId),
    search(`${question} ${thread.topic}`, thread.documentId),
  ]);
  const carried = within.filter((hit) => hit.coverage >= CARRIES);
  const best = withTopic.find((hit) => carried.some((other) => other.passage.id === hit.passage.id));
  const particular = particularOf(question, withTopic[0]?.passage.document, best !== undefined);
  if (particular !== null) return particular;
  if (best === undefined) return null;
  const here = carried.find((hit) => hit.passage.id === best.passage.id) as Hit;
  const elsewhere = own[0];
  const clearlyOther =
    elsewhere !== undefined && elsewhere.likeness > here.likeness + 0.3 && judge(elsewhere) === "answer";
  if (clearlyOther && !pointsBack(question)) return null;
  return {
    kind: "answer",
    passages: [best.passage],
    related: relatedTo([best.passage], withTopic),
    sure: true,
  };
}

/** From the front matter: who issued it always, from when it applies only where no passage says so. */
function particularOf(
  question: string,
  document: DocumentRef | undefined,
  passageSays: boolean,
): Found | null {
  const aspect = aspectOf(question);
  if (aspect === null || document === undefined || (aspect === "effective" && passageSays)) return null;
  const text = sayParticular(aspect, document);
  return text === null ? null : { kind: "particular", text, document };
}

/** The passage for the half of the question that the best one leaves open, from the same document. */
async function otherHalf(search: Search, question: string, best: Hit): Promise<Passage | null> {
  const clauses = clausesOf(question).filter((clause) => substance(clause) >= 1);
  if (clauses.length < 2) return null;
  const found = await Promise.all(clauses.map((clause) => search(clause, best.passage.document.id)));
  for (const hits of found) {
    const first = hits.find((hit) => hit.passage.id === best.passage.id);
    const other = hits[0];
    if (other === undefined || other.passage.id === best.passage.id) continue;
    if (
      (first?.coverage ?? 0) < ANSWERED &&
      other.coverage >= CARRIES &&
      confidenceOf(other) > confidenceOf(first ?? other) / 2
    ) {
      return other.passage;
    }
  }
  return null;
}

function relatedTo(passages: readonly Passage[], hits: readonly Hit[]): Passage[] {
  return hits
    .map((hit) => hit.passage)
    .filter(
      (passage) =>
        passage.document.id === passages[0]?.document.id && !passages.some(({ id }) => id === passage.id),
    );
}
