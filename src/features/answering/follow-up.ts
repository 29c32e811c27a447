import { confidenceOf, judge } from "../../knowledge/confidence.ts";
import { type DocumentRef, type Hit, isNamed } from "../../knowledge/knowledge-index.ts";
import { substance } from "../../knowledge/reduced-question.ts";
import { readBackReference } from "./back-reference.ts";
import { answersAspect, answerWith, type Found, type Search } from "./found.ts";
import { type KnowledgeThread, shownIn } from "./knowledge-thread.ts";
import { aspectOf, sayParticular } from "./particulars.ts";
import { ofSubject } from "./thread-subject.ts";
import { transfer } from "./transfer.ts";

/** A question with at most this many words of its own may depend on the topic before it. */
export const LITTLE = 3;
/** A question this similar to one of a passage's own questions needs no earlier topic. */
const LISTED = 0.7;
/** How much more similar a passage of another document must be to leave the current document. */
const CLEARLY = 0.3;
/** How much less similar a passage of the current document may be and still be meant by a few words. */
const NEARLY_LISTED = 0.2;
/** The share of a follow-up's (or a clause's) own words that a passage must have. */
export const CARRIES = 0.6;
/** Weight of the search order, compared with the confidence. */
const SCORE_SHARE = 0.15;

/** Answers a few words, or words that point back, by what was answered before them; null where they stand alone. */
export async function followUp(
  search: Search,
  asked: string,
  thread: KnowledgeThread,
): Promise<Found | null> {
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
  const subject = saysLittle
    ? await ofSubject(search, question, thread, { own, within: [...within, ...withTopic] })
    : null;
  if (subject !== null) return subject;
  const likest = Math.max(0, ...within.map(({ likeness }) => likeness));
  const isListedHere = saysLittle && likest >= (own[0]?.likeness ?? 0) - NEARLY_LISTED;
  if (isListed && !isListedHere && own[0]?.passage.document.id !== thread.documentId) return null;
  const transferred = isListed ? null : await ofAnother(search, question, thread);
  if (transferred !== null) return transferred;
  const carried = within.filter((hit) => hit.coverage >= CARRIES);
  const best = bestOfBoth(carried, withTopic);
  const particular = particularOf(question, withTopic[0]?.passage.document, best !== undefined);
  if (particular !== null) return particular;
  if (best === undefined) return saysLittle ? await ofOtherDocuments(search, question, thread) : null;
  const here = carried.find((hit) => hit.passage.id === best.passage.id) as Hit;
  const elsewhere = own[0];
  const clearlyOther =
    elsewhere !== undefined && elsewhere.likeness > here.likeness + CLEARLY && judge(elsewhere) === "answer";
  const isWhole = elsewhere !== undefined && elsewhere.likeness >= LISTED && !saysLittle;
  if (clearlyOther && (strength !== "sure" || isWhole)) return null;
  return answerWith({ ...best, ...(here.nearest !== undefined && { nearest: here.nearest }) }, withTopic);
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
  return answerWith(best, hits);
}

/** "phạt nhiêu" after an answer whose document names no fine: what is asked, of the matter spoken of, wherever it stands. */
async function ofOtherDocuments(
  search: Search,
  question: string,
  thread: KnowledgeThread,
): Promise<Found | null> {
  const hits = await search(`${thread.topic} ${question}`);
  const best = hits.find((hit) => !isNamed(hit.passage, shownIn(thread)) && maySay(hit));
  return best === undefined ? null : answerWith(best, hits, judge(best) === "answer");
}

const maySay = (hit: Hit): boolean => ["answer", "probable"].includes(judge(hit)) && answersAspect(hit);

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
