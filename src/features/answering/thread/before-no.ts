import { judge } from "../../../knowledge/confidence.ts";
import type { Hit } from "../../../knowledge/knowledge-index.ts";
import { substance } from "../../../knowledge/reduced-question.ts";
import { answerWith, type Found, type Search } from "../found.ts";
import type { KnowledgeThread } from "../knowledge-thread.ts";
import { linesOf } from "../quote.ts";
import { type AskedOn, WORDS } from "./asked-on.ts";
import { conditionOf, holdsIn } from "./condition.ts";
import { searchJointly, sectionOf } from "./joint-search.ts";
import { NAMES, SOME, shownLines } from "./shown-lines.ts";
import { type Candidate, candidatesOf, isOfSubject } from "./suits.ts";

/**
 * What more words than a follow-up has are asked of the thread, where by themselves they find nothing: the lines of what was shown that
 * say something of it, or what its subject has of it.
 */
export async function stillAsked(
  search: Search,
  question: string,
  thread: KnowledgeThread,
): Promise<Found | null> {
  if (thread.isOffered) return null;
  const last = await sectionOf(search, thread);
  const said = { question, isBare: false, isHanging: false };
  const candidates = candidatesOf(await searchJointly(search, said, thread, last));
  const words = substance(question);
  return nearestOf(candidates, question) ?? (await ofSpoken(search, { question, words }, thread));
}

/** So many of its first lines are what one does first. */
const FIRST_LINES = 2;

/** Where what was shown is what is asked once more, by its own words: what it begins with. */
export function openingOf(shown: Hit | undefined, { words }: Pick<AskedOn, "words">): Found | null {
  if (shown === undefined || words < 1 || !["answer", "probable"].includes(judge(shown))) return null;
  const lines = linesOf(shown.passage);
  return lines.length <= FIRST_LINES
    ? null
    : { kind: "again", passage: shown.passage, lines: lines.slice(0, FIRST_LINES), related: [] };
}

/** Before it is said that nothing fits: the lines that say something of it, of all that was shown in the thread. */
export async function ofSpoken(
  search: Search,
  { question, words }: Pick<AskedOn, "question" | "words">,
  thread: KnowledgeThread,
): Promise<Found | null> {
  const { also, root } = thread;
  const sections = await Promise.all([thread, also, root].map((at) => at && sectionOf(search, at)));
  const [best] = sections
    .flatMap((passage) => (passage === undefined ? [] : [{ passage, ...shownLines(passage, question) }]))
    .filter(({ lines, share }) => lines.length > 0 && share >= (words > WORDS.little ? NAMES : SOME))
    .toSorted((a, b) => b.share - a.share);
  return best === undefined ? null : { kind: "again", passage: best.passage, lines: best.lines, related: [] };
}

/** So probable of the thread's subject, and with so many of the words, a section that says what is asked is told as the nearest. */
const NEAREST = { joined: 0.25, words: 0.15, asked: 0.5 } as const;

/** The best such section, told as the nearest; what holds by its heading for the number that is supposed goes first. */
export function nearestOf(candidates: readonly Candidate[], asked: string): Found | null {
  const condition = conditionOf(asked);
  const holds = ({ hit, isHere }: Candidate): boolean =>
    condition !== null && isHere && holdsIn(hit.passage.headings.at(-1) ?? "", condition) === true;
  const best = candidates.find(
    (candidate) =>
      holds(candidate) ||
      (isOfSubject(candidate) &&
        candidate.joined >= NEAREST.joined &&
        candidate.words >= NEAREST.words &&
        (candidate.hit.signals?.asked ?? 0) >= NEAREST.asked),
  );
  if (best === undefined) return null;
  const hits = candidates.map(({ hit }) => hit);
  return { ...answerWith(best.hit, hits, false), follows: true };
}
