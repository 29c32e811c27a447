import { ASPECTS } from "../../knowledge/concepts.ts";
import { confidenceOf, judge } from "../../knowledge/confidence.ts";
import type { DocumentRef, Hit, Passage } from "../../knowledge/knowledge-index.ts";
import { substance } from "../../knowledge/reduced-question.ts";
import { readWords } from "../../knowledge/terms.ts";
import { clausesOf } from "../../language/question.ts";
import { readBackReference } from "./back-reference.ts";
import type { KnowledgeThread } from "./knowledge-thread.ts";
import { aspectOf, sayParticular } from "./particulars.ts";
import { transfer } from "./transfer.ts";

export type Search = (question: string, within?: string) => Promise<readonly Hit[]>;

export type Found =
  | {
      readonly kind: "answer";
      readonly passages: readonly [Passage, ...Passage[]];
      readonly related: readonly Passage[];
      /** False where the person should see which question is being answered. */
      readonly sure: boolean;
      /** The first passage's own question that is nearest to what was asked. */
      readonly nearest?: string;
    }
  /** What the front matter of the document spoken of says. */
  | { readonly kind: "particular"; readonly text: string; readonly document: DocumentRef }
  | { readonly kind: "near"; readonly hits: readonly Hit[] }
  | { readonly kind: "none" };

/** A question with no more words of its own than this may lean on the topic before it. */
const LITTLE = 3;
/** A question as near as this to one of a passage's own needs no topic before it. */
const LISTED = 0.7;
/** By how much less a hit may score that is taken for the first one. */
const CLOSE_BEHIND = 0.5;
/** By how much a passage elsewhere must be more alike to leave the document spoken of. */
const CLEARLY = 0.3;
/** How much less alike a passage of the document spoken of may be and still be meant by a few words. */
const NEARLY_LISTED = 0.2;
/** What a passage must carry of a follow-up's or a clause's own words. */
const CARRIES = 0.6;
/** How much the order of a search counts beside the confidence. */
const SCORE_SHARE = 0.15;
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
  return standing(search, question);
}

/** A question taken by itself. */
async function standing(search: Search, question: string): Promise<Found> {
  const found = await search(question);
  const best = surest(found);
  const hits = best === undefined ? [] : [best, ...found.filter((hit) => hit !== best)];
  const verdict = judge(best);
  if (best === undefined || verdict === "none") return { kind: "none" };
  if (verdict === "near") return { kind: "near", hits: hits.filter((hit) => judge(hit) !== "none") };
  const second = await otherHalf(search, question, best);
  const passages: [Passage, ...Passage[]] = second === null ? [best.passage] : [best.passage, second];
  const related = relatedTo(passages, hits);
  return { kind: "answer", passages, related, sure: verdict === "answer", ...nearestOf(best) };
}

/** The first hit, unless it is no sure answer and one close behind is. */
function surest(hits: readonly Hit[]): Hit | undefined {
  const [first] = hits;
  if (first === undefined || judge(first) === "answer") return first;
  const sure = hits.filter((hit) => judge(hit) === "answer" && hit.score >= first.score - CLOSE_BEHIND);
  return sure.reduce((best, hit) => (confidenceOf(hit) > confidenceOf(best) ? hit : best), first);
}

const nearestOf = ({ nearest }: Hit) => (nearest === undefined ? {} : { nearest });

async function followUp(search: Search, asked: string, thread: KnowledgeThread): Promise<Found | null> {
  const { strength, rest } = readBackReference(asked);
  const question = rest === "" ? asked : rest;
  if (strength === "none" && substance(question) > LITTLE) return null;
  const [own, within, withTopic] = await Promise.all([
    search(question),
    search(question, thread.documentId),
    search(`${question} ${thread.topic}`, thread.documentId),
  ]);
  const isListed = own[0] !== undefined && own[0].likeness >= LISTED && strength !== "sure";
  const saysLittle = substance(question) <= LITTLE;
  const likest = Math.max(0, ...within.map(({ likeness }) => likeness));
  const isListedHere = saysLittle && likest >= (own[0]?.likeness ?? 0) - NEARLY_LISTED;
  if (isListed && !isListedHere && own[0]?.passage.document.id !== thread.documentId) return null;
  const transferred = isListed ? null : await ofAnother(search, question, thread);
  if (transferred !== null) return transferred;
  const carried = within.filter((hit) => hit.coverage >= CARRIES);
  const best = bestOfBoth(carried, withTopic);
  const particular = particularOf(question, withTopic[0]?.passage.document, best !== undefined);
  if (particular !== null) return particular;
  if (best === undefined) return null;
  const here = carried.find((hit) => hit.passage.id === best.passage.id) as Hit;
  const elsewhere = own[0];
  const clearlyOther =
    elsewhere !== undefined && elsewhere.likeness > here.likeness + CLEARLY && judge(elsewhere) === "answer";
  const isWhole = elsewhere !== undefined && elsewhere.likeness >= LISTED && !saysLittle;
  if (clearlyOther && (strength !== "sure" || isWhole)) return null;
  return {
    kind: "answer",
    passages: [best.passage],
    related: relatedTo([best.passage], withTopic),
    sure: true,
    ...nearestOf(here),
  };
}

/** Of the passages that carry the question's own words, the one that fits it both alone and together with the topic. */
function bestOfBoth(carried: readonly Hit[], withTopic: readonly Hit[]): Hit | undefined {
  const suits = (hit: Hit) => confidenceOf(hit) + SCORE_SHARE * hit.score;
  const both = withTopic.flatMap((hit) => {
    const alone = carried.find(({ passage }) => passage.id === hit.passage.id);
    return alone === undefined ? [] : [{ hit, suits: suits(hit) + suits(alone) }];
  });
  return both.sort((a, b) => b.suits - a.suits)[0]?.hit;
}

/** "Còn doanh nghiệp thì sao?": what was asked before, of someone else, wherever that stands. */
async function ofAnother(search: Search, question: string, thread: KnowledgeThread): Promise<Found | null> {
  const rewritten = [thread.asked ?? thread.topic, thread.topic].flatMap(
    (earlier) => transfer(earlier, question) ?? [],
  );
  const searches = await Promise.all(rewritten.map((asked) => search(asked)));
  const hits = searches.flat();
  const total = ({ passage }: Hit) =>
    hits.reduce((sum, hit) => (hit.passage.id === passage.id ? sum + hit.score : sum), 0);
  const sure = hits.filter((hit) => judge(hit) === "answer");
  const [first, ...others] = sure;
  if (first === undefined) return null;
  const best = others.reduce((top, hit) => (total(hit) > total(top) ? hit : top), first);
  return {
    kind: "answer",
    passages: [best.passage],
    related: relatedTo([best.passage], hits),
    sure: true,
    ...nearestOf(best),
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

/** True where the one heading asks what the clause asks, and the other doesn't: "là gì" beside "ai lập ra". */
function isAskedOnlyBy(clause: string, one: Passage, other: Passage): boolean {
  const aspects = (text = "") => ASPECTS.concepts(readWords(text));
  const shares = ({ headings }: Passage) =>
    [...aspects(headings.at(-1))].some((aspect) => aspects(clause).has(aspect));
  return shares(one) && !shares(other);
}

function relatedTo(passages: readonly Passage[], hits: readonly Hit[]): Passage[] {
  const shown = new Set(passages.map(({ id }) => id));
  return hits.flatMap(({ passage }) => {
    if (passage.document.id !== passages[0]?.document.id || shown.has(passage.id)) return [];
    shown.add(passage.id);
    return [passage];
  });
}
