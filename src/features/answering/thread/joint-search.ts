import { confidenceOf } from "../../../knowledge/confidence.ts";
import { type Hit, isNamed, type Passage } from "../../../knowledge/knowledge-index.ts";
import type { Search } from "../found.ts";
import { type KnowledgeThread, shownIn } from "../knowledge-thread.ts";
import type { AskedOn } from "./asked-on.ts";
import { coreOf, subjectOf } from "./subject.ts";
import type { Asked } from "./suits.ts";
import { toldWords } from "./told-words.ts";
import { transfer } from "./transfer.ts";

/** See `lessLikely`. */
const WIDER_SHARE = 0.7;

/** A section of the thread, where the knowledge still has it. */
export async function sectionOf(search: Search, at: Pick<KnowledgeThread, "topic" | "documentId">) {
  const hits = await search(at.topic, at.documentId);
  return hits.find(({ passage }) => isNamed(passage, shownIn(at)))?.passage;
}

/** The words alone, and asked of each thing that the thread is about. */
export async function searchJointly(
  search: Search,
  { question, isBare, isHanging }: Pick<AskedOn, "question" | "isBare" | "isHanging">,
  thread: KnowledgeThread,
  last: Passage | undefined,
): Promise<Asked> {
  const without = thread.isOffered ? undefined : shownIn(thread);
  const { root } = thread;
  const began = root === undefined ? undefined : await sectionOf(search, root);
  const sections = [last, began].flatMap((section) => section ?? []);
  const ofSections = sections.map(subjectOf);
  const [subject, ...wider] = new Set([...ofSections, ...sections.flatMap(coreOf)]);
  const ofAnother = [thread.asked ?? thread.topic, thread.topic].flatMap(
    (earlier) => transfer(earlier, question) ?? [],
  );
  const jointly = (words: string) => search(words, undefined, without);
  // "Còn khách Việt thì sao" asks the same of another.
  const before = isHanging ? thread.topic : (subject ?? thread.topic);
  const [own, joined, ofWider, transferred] = await Promise.all([
    search(question),
    jointly(`${before} ${question}`),
    Promise.all(wider.map((words) => jointly(`${words} ${question}`))),
    Promise.all([...new Set(ofAnother)].map(jointly)),
  ]);
  return {
    own,
    joined: [...joined, ...ofWider.flat().map(lessLikely), ...transferred.flat()],
    told: toldWords(question),
    // Asked of another subject, a section needn't name the one before.
    subjects:
      ofAnother.length > 0 ? [[]] : (sections.length > 0 ? ofSections : [thread.topic]).map(toldWords),
    documents: [thread.documentId, ...(root === undefined ? [] : [root.documentId])],
    isBare,
  };
}

/** What the thread began with, and the whole matter, are less probably asked on of than what was said last. */
const lessLikely = (hit: Hit): Hit => ({ ...hit, chance: WIDER_SHARE * confidenceOf(hit) });
