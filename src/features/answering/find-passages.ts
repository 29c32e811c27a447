import { confidenceOf, judge } from "../../knowledge/confidence.ts";
import type { Hit, Passage } from "../../knowledge/knowledge-index.ts";
import { PatternBook } from "../../language/pattern-book.ts";
import { readUtterance } from "../../language/utterance.ts";
import { answersAspect, type Found, relatedTo, type Search } from "./found.ts";
import type { KnowledgeThread } from "./knowledge-thread.ts";
import OLD_RULE from "./old-rule-words.json" with { type: "json" };
import { otherHalf, twoAnswers } from "./thread/both-halves.ts";
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
  const followed = both ?? (thread === null ? null : await followUp(search, question, thread));
  const found = followed ?? (await standing(search, question));
  return thread === null ? found : notAgain(search, question, thread, found);
}

/** Answers a question without an earlier topic. */
async function standing(search: Search, question: string): Promise<Found> {
  const found = inForceFirst(await search(question), question);
  const best = surest(found);
  const hits = best === undefined ? [] : [best, ...found.filter((hit) => hit !== best)];
  const verdict = judge(best);
  if (best === undefined) return { kind: "none" };
  if (verdict === "none" || verdict === "near") return { kind: verdict, hits: choicesOf(best, hits) };
  const second = await otherHalf(search, question, best);
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

/** So probably a section is one of three to choose from: of ten questions as people write eight have theirs among them. */
const MAYBE_CHOSEN = 0.04;

const choicesOf = (best: Hit, hits: readonly Hit[]): readonly Hit[] =>
  hits.filter((hit) =>
    hit.chance === undefined ? judge(hit) !== "none" : hit === best || hit.chance >= MAYBE_CHOSEN,
  );

/** So probably another section is meant that it is told too: of three such one is the one asked for; less probable ones are buttons. */
const MAYBE_MEANT = 0.3;
/** So sure a section stands alone. */
const ALONE = 0.8;

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

/** The first hit; where it isn't a sure answer, a sure one close behind it. */
function surest(hits: readonly Hit[]): Hit | undefined {
  const [first] = hits;
  if (first === undefined || judge(first) === "answer") return first;
  const sure = hits.filter((hit) => judge(hit) === "answer" && hit.score >= first.score - CLOSE_BEHIND);
  return sure.reduce((best, hit) => (confidenceOf(hit) > confidenceOf(best) ? hit : best), first);
}
