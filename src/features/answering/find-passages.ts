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
      /** The first passage's own question that is most like the person's. */
      readonly nearest?: string;
    }
  /** The answer is in the front matter of the current document. */
  | { readonly kind: "particular"; readonly text: string; readonly document: DocumentRef }
  | { readonly kind: "near"; readonly hits: readonly Hit[] }
  | { readonly kind: "none" };

/** A question with at most this many words of its own may depend on the topic before it. */
const LITTLE = 3;
/** A question this similar to one of a passage's own questions needs no earlier topic. */
const LISTED = 0.7;
/** How much lower a hit may score and still be taken instead of the first one. */
const CLOSE_BEHIND = 0.5;
/** How much more similar a passage of another document must be to leave the current document. */
const CLEARLY = 0.3;
/** How much less similar a passage of the current document may be and still be meant by a few words. */
const NEARLY_LISTED = 0.2;
/** The share of a follow-up's (or a clause's) own words that a passage must have. */
const CARRIES = 0.6;
/** Weight of the search order, compared with the confidence. */
const SCORE_SHARE = 0.15;
/** A passage with this share of a clause has already answered it. */
const ANSWERED = 0.75;

/** One or two passages that answer, similar ones, or nothing. */
export async function findPassages(
  search: Search,
  question: string,
  thread: KnowledgeThread | null,
): Promise<Found> {
  const followed = thread === null ? null : await followUp(search, question, thread);
  if (followed !== null) return followed;
  return standing(search, question);
}

/** Answers a question without an earlier topic. */
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

/** The first hit; where it isn't a sure answer, a sure one close behind it. */
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

/** Of the passages with the question's own words, the best match both for the question alone and with the topic. */
function bestOfBoth(carried: readonly Hit[], withTopic: readonly Hit[]): Hit | undefined {
  const suits = (hit: Hit) => confidenceOf(hit) + SCORE_SHARE * hit.score;
  const both = withTopic.flatMap((hit) => {
    const alone = carried.find(({ passage }) => passage.id === hit.passage.id);
    return alone === undefined ? [] : [{ hit, suits: suits(hit) + suits(alone) }];
  });
  return both.sort((a, b) => b.suits - a.suits)[0]?.hit;
}

/** "Còn doanh nghiệp thì sao?": the earlier question about another subject, in any document. */
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

/** From the front matter: the issuer always; the effective date only where no passage has it. */
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

/** The passage for the other half of a double question, from the same document. */
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

/** True where only the first heading asks what the clause asks: "là gì" compared with "ai lập ra". */
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
