import { confidenceOf } from "../../../knowledge/confidence.ts";
import { type Hit, isNamed, type Passage } from "../../../knowledge/knowledge-index.ts";
import { substance } from "../../../knowledge/reduced-question.ts";
import { answersAspect, answerWith, type Found, relatedTo, type Search } from "../found.ts";
import { type KnowledgeThread, shownIn } from "../knowledge-thread.ts";
import { particularOf } from "../particulars.ts";
import { type AskedOn, readAskedOn } from "./asked-on.ts";
import { nearestOf, ofSpoken, openingOf } from "./before-no.ts";
import { conditionOf, holdsIn } from "./condition.ts";
import { degreeOf } from "./degree.ts";
import { searchJointly, sectionOf } from "./joint-search.ts";
import { NAMES, type ShownLines, SOME, shownLines } from "./shown-lines.ts";
import { isOwnMatter, namesAnother, standsAlone } from "./stands-alone.ts";
import { BARS, type Candidate, candidatesOf, isOfSubject, shownSuits } from "./suits.ts";

/** "Mức cao nhất của xe máy": more words beside the degree, or the number, ask for something by itself. */
const OF_SHOWN = { words: 2 } as const;
/** So much less a section is meant that was shown as the first of the thread. */
const TOLD_BEFORE = 1;
/** So probable of its subject a section is one of three to choose from. */
const MAYBE_CHOSEN = 0.04;
/**
 * Answers a question that may belong to what was answered before it; null where it stands alone. The few words are searched by
 * themselves and together with the subject of the section answered last; what both find is meant. The section that was shown is
 * never shown again: of it, the lines that name what is asked; and where nothing of the thread fits, that is said.
 */
export async function followUp(
  search: Search,
  asked: string,
  thread: KnowledgeThread,
): Promise<Found | null> {
  const said = readAskedOn(asked);
  if (said === null) return null;
  const last = await sectionOf(search, thread);
  const shown = thread.isOffered ? undefined : last;
  const lines = shown === undefined ? undefined : shownLines(shown, said.question);
  if (shown !== undefined && isOfShown(said, lines))
    return ofShown(shown, lines, await search(thread.topic, thread.documentId));
  const found = await searchJointly(search, said, thread, last);
  if (standsAlone(found.own[0], said)) return null;
  const candidates = candidatesOf(found)
    .filter(({ hit }) => shown === undefined || hit.passage.id !== shown.id)
    .filter((candidate) => !said.isBare || isOfSubject(candidate))
    .filter(({ hit }) => !isOfOthers(hit, asked, thread))
    .map((candidate) =>
      isRoot(candidate, thread) ? { ...candidate, suits: candidate.suits - TOLD_BEFORE } : candidate,
    )
    .toSorted((a, b) => b.suits - a.suits);
  const [best] = candidates;
  const particular = particularOf(said.question, last?.document, isOfLast(best, thread));
  if (particular !== null) return { kind: "particular", ...particular };
  const hits = candidates.map(({ hit }) => hit);
  const verdict = best === undefined ? "none" : verdictOn(best, said, found.own[0]);
  const enough = verdict === "probable" ? SOME : NAMES;
  if (shown !== undefined && lines !== undefined && lines.share >= enough)
    if (shownSuits(shown, lines.share, found) >= (best?.suits ?? Number.NEGATIVE_INFINITY))
      return ofShown(shown, lines, hits);
  if (best !== undefined && verdict !== "none")
    return {
      ...answerWith(best.hit, hits, verdict === "answer"),
      follows: !(best.alone !== undefined && isOwnMatter(best.alone)),
    };
  if (!said.isDependent || namesAnother(found.own[0], said)) return null;
  if (shown === undefined) return null;
  const isAll = found.own[0]?.passage.id === shown.id;
  return (
    (isAll ? openingOf(found.own[0], said) : null) ??
    (await ofSpoken(search, said, thread)) ??
    nearestOf(candidates, asked) ?? { kind: "beside", shown, isAll, hits: choicesOf(candidates) }
  );
}

/** "Con 6 tuổi" and then "làm ở đâu": a section for others, by its heading, doesn't answer. */
function isOfOthers({ passage }: Hit, asked: string, { supposed }: KnowledgeThread): boolean {
  const condition = conditionOf(asked) ?? supposed;
  return condition !== undefined && holdsIn(passage.headings.at(-1) ?? "", condition) === false;
}

/** What is surely meant has most of the words, and says what is asked; what is only near is of what is spoken of. */
function verdictOn(
  candidate: Candidate,
  { isHanging, isBare }: AskedOn,
  alone: Hit | undefined,
): "answer" | "probable" | "none" {
  const { hit, suits, words, isHere } = candidate;
  if (suits >= BARS.answer)
    return (isBare || words >= NAMES) && (isHanging || answersAspect(hit)) ? "answer" : "probable";
  const isFoundJointly =
    candidate.joined >= JOINTLY && words >= NAMES && isOfSubject(candidate) && isUnlikely(alone);
  return (suits >= BARS.probable && isHere) || isFoundJointly ? "probable" : "none";
}

/** So probable of the subject a section is told as the nearest, where by itself the question finds nothing of its own. */
const JOINTLY = 0.6;

const isUnlikely = (alone: Hit | undefined): boolean => alone === undefined || !isOwnMatter(alone);

const isRoot = ({ hit }: Candidate, { root }: KnowledgeThread): boolean =>
  root !== undefined && isNamed(hit.passage, shownIn(root));

const isOfLast = (best: Candidate | undefined, { documentId }: KnowledgeThread): boolean =>
  best !== undefined && best.suits >= BARS.probable && best.hit.passage.document.id === documentId;

/** The lines of the section that was shown, or that it is all there is. */
function ofShown(shown: Passage, lines: ShownLines | undefined, hits: readonly Hit[]): Found {
  return lines !== undefined && lines.lines.length > 0
    ? { kind: "again", passage: shown, lines: lines.lines, related: relatedTo([shown], hits) }
    : { kind: "beside", shown, isAll: true, hits: hits.filter(isOffered(shown)) };
}

const isOffered =
  (shown: Passage) =>
  (hit: Hit): boolean =>
    hit.passage.id !== shown.id && confidenceOf(hit) >= MAYBE_CHOSEN;

/** Of the same subject only: what the few words find elsewhere is never what is asked on. */
const choicesOf = (candidates: readonly Candidate[]): readonly Hit[] =>
  candidates
    .filter((candidate) => candidate.joined >= MAYBE_CHOSEN && isOfSubject(candidate))
    .map(({ hit }) => hit);

/** "Mức cao nhất ấy", "13 tuổi thì sao": which part of what was shown holds. */
function isOfShown({ question, words }: AskedOn, lines: ShownLines | undefined): boolean {
  const extreme = degreeOf(question);
  if (extreme !== null) return substance(extreme.rest) <= OF_SHOWN.words;
  return (
    words <= OF_SHOWN.words && conditionOf(question) !== null && lines?.share === 1 && lines.lines.length > 0
  );
}
