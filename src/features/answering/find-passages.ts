import { ALONE, confidenceOf, judge } from "../../knowledge/confidence.ts";
import type { Hit, Passage } from "../../knowledge/knowledge-index.ts";
import { PatternBook } from "../../language/pattern-book.ts";
import { askingPart } from "../../language/question.ts";
import { readUtterance } from "../../language/utterance.ts";
import { answersAspect, type Found, relatedTo, type Search } from "./found.ts";
import type { KnowledgeThread } from "./knowledge-thread.ts";
import OLD_RULE from "./old-rule-words.json" with { type: "json" };
import { isBare } from "./thread/asked-on.ts";
import { stillAsked } from "./thread/before-no.ts";
import { otherHalf, twoAnswers } from "./thread/both-halves.ts";
import { conditionOf, holdsIn } from "./thread/condition.ts";
import { followUp } from "./thread/follow-up.ts";
import { notAgain } from "./thread/not-again.ts";

/** How much lower a hit may score and still be taken instead of the first one. */
const CLOSE_BEHIND = 0.5;

/** One or two passages that answer, similar ones, or nothing. */
export async function findPassages(
  search: Search,
  question: string,
  thread: KnowledgeThread | null,
): Promise<Found> {
  const both = await twoAnswers(search, question, thread);
  if (thread === null) return both ?? standing(search, question);
  const found =
    both ?? (await followUp(search, question, thread)) ?? (await askedOn(search, question, thread));
  return notAgain(search, question, thread, found);
}

/**
 * A question that tells something besides ("bao lâu có ạ, tháng sau em cho cháu đi máy bay"): where all of it together finds nothing
 * surely, what asks in it is asked on.
 */
async function askedOn(search: Search, question: string, thread: KnowledgeThread): Promise<Found> {
  const whole = await standing(search, question);
  if (isSure(whole)) return whole;
  const part = askingPart(question);
  const followed = part === null ? null : await followUp(search, part, thread);
  if (followed !== null && (isSure(followed) || whole.kind !== "answer")) return followed;
  return whole.kind === "answer" ? whole : ((await stillAsked(search, question, thread)) ?? whole);
}

const isSure = (found: Found): boolean => found.kind === "again" || (found.kind === "answer" && found.sure);

/** Answers a question without an earlier topic. */
async function standing(search: Search, question: string): Promise<Found> {
  const whole = holdingFirst(inForceFirst(await search(question), question), question);
  const found = judge(surest(whole)) === "answer" ? whole : await ofPart(search, question, whole);
  const best = surest(found);
  const hits = best === undefined ? [] : [best, ...found.filter((hit) => hit !== best)];
  const verdict = judge(best);
  if (best === undefined) return { kind: "none" };
  if (verdict === "none" || verdict === "near") {
    const choices = choicesOf(best, hits);
    return choices.length > 0 ? { kind: verdict, hits: choices } : { kind: "none" };
  }
  const second = await otherHalf(search, question, best, hits);
  const passages: [Passage, ...Passage[]] = second === null ? [best.passage] : [best.passage, second];
  const sure = verdict === "answer" && answersAspect(best);
  const also = second === null && sure ? alsoMeant(best, hits) : undefined;
  const related = relatedTo(also === undefined ? passages : [...passages, also], hits);
  return {
    kind: "answer",
    passages,
    related,
    sure,
    ...(also !== undefined && { also }),
    ...(best.nearest !== undefined && { nearest: best.nearest }),
  };
}

/**
 * "Ban chỉ đạo 138 là gì vậy ạ, con làm bài thi mà tra mạng mỗi nơi nói một kiểu": where all of it together finds nothing surely, what
 * asks in it may, if that is a section that may be meant by all of it: "ai ký quyết định ấy" alone finds another decision.
 */
async function ofPart(search: Search, question: string, whole: readonly Hit[]): Promise<readonly Hit[]> {
  const part = askingPart(question);
  if (part === null || isBare(part)) return whole;
  const found = inForceFirst(await search(part), part);
  const best = surest(found);
  const isFoundByAll = whole.some(
    ({ passage, chance = 1 }) => passage.id === best?.passage.id && chance >= MAYBE_CHOSEN,
  );
  return judge(best) === "answer" && isFoundByAll ? found : whole;
}

/** So probably a section is one of three to choose from: of ten questions as people write eight have theirs among them. */
const MAYBE_CHOSEN = 0.04;

const choicesOf = (best: Hit, hits: readonly Hit[]): readonly Hit[] =>
  hits.filter((hit) =>
    hit.chance === undefined
      ? judge(hit) !== "none"
      : isRelated(hit) && (hit === best || hit.chance >= MAYBE_CHOSEN),
  );

/** Less of its topic named, and its wordings further off: only what is asked ("báo ai") is the same. Of 40 such none was meant. */
const RELATED = { topic: 0.2, meaning: 0.5 } as const;

const isRelated = ({ signals }: Hit): boolean =>
  signals === undefined || signals.topic >= RELATED.topic || signals.meaning >= RELATED.meaning;

/** So probably another section is meant that it is told too: of four such one is the one asked for; less probable ones are buttons. */
const MAYBE_MEANT = 0.4;

/** The next best section, where what was found first may not be all that is asked. */
function alsoMeant(best: Hit, hits: readonly Hit[]): Passage | undefined {
  if (best.chance === undefined || best.chance >= ALONE) return undefined;
  return hits.find((hit) => hit !== best && (hit.chance ?? 0) >= MAYBE_MEANT)?.passage;
}

const asksForOld = new PatternBook(OLD_RULE.words);

/** A rule that was replaced answers only who asks for the old one, or where nothing else is near. */
function inForceFirst(hits: readonly Hit[], question: string): readonly Hit[] {
  const [first] = hits;
  if (first?.passage.ageing?.supersededBy === undefined || asksForOld.has(readUtterance(question)))
    return hits;
  const other = hits.find(({ passage }) => passage.ageing?.supersededBy === undefined);
  return other === undefined || judge(other) === "none"
    ? hits
    : [other, ...hits.filter((hit) => hit !== other)];
}

/** "Con 6 tuổi": a section for those under 6 stands behind one that holds for them. */
function holdingFirst(hits: readonly Hit[], question: string): readonly Hit[] {
  const supposed = conditionOf(question);
  const [first] = hits;
  if (supposed === null || first === undefined) return hits;
  const holds = ({ passage }: Hit) => holdsIn(passage.headings.at(-1) ?? "", supposed);
  const other = holds(first) === false ? hits.find((hit) => holds(hit) === true) : undefined;
  return other === undefined || judge(other) === "none"
    ? hits
    : [other, ...hits.filter((hit) => hit !== other)];
}

/** The first hit; where it isn't a sure answer, a sure one close behind it. */
function surest(hits: readonly Hit[]): Hit | undefined {
  const [first] = hits;
  if (first === undefined || judge(first) === "answer") return first;
  const sure = hits.filter((hit) => judge(hit) === "answer" && hit.score >= first.score - CLOSE_BEHIND);
  return sure.reduce((best, hit) => (confidenceOf(hit) > confidenceOf(best) ? hit : best), first);
}
