import { fold } from "../language/fold.ts";
import type { PassageTerms } from "./passage-terms.ts";
import { type Question, telling } from "./reduced-question.ts";
import type { Vocabulary } from "./search-vocabulary.ts";
import { readWords } from "./terms.ts";

/** A word of so many of a section's own wordings is part of its topic. */
const OF_MOST = 0.5;

type Weighed = readonly (readonly [word: string, weight: number])[];

const REMEMBERED = new WeakMap<Vocabulary, WeakMap<PassageTerms, Weighed>>();

/**
 * 0..1: the share, by weight, of a section's topic that the question names. A section about bicycles has "đạp" in nearly all
 * of its wordings: who doesn't say it asks of something else, however much the rest agrees.
 */
export function topicNamed(question: Question, passage: PassageTerms, vocabulary: Vocabulary): number {
  const topic = topicOf(passage, vocabulary);
  const total = topic.reduce((sum, [, weight]) => sum + weight, 0);
  if (total === 0) return 0;
  const said = saidIn(question);
  return topic.reduce((sum, [word, weight]) => (said.has(word) ? sum + weight : sum), 0) / total;
}

/** The words that most of the section's wordings have, without those that only ask. */
function topicOf(passage: PassageTerms, vocabulary: Vocabulary): Weighed {
  const known = REMEMBERED.get(vocabulary) ?? new WeakMap<PassageTerms, Weighed>();
  REMEMBERED.set(vocabulary, known);
  const remembered = known.get(passage);
  if (remembered !== undefined) return remembered;
  const counts = new Map<string, number>();
  for (const { text } of passage.questions)
    for (const word of contentOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const least = OF_MOST * passage.questions.length;
  const topic = [...counts].flatMap(([word, count]) =>
    count >= least ? [[word, vocabulary.weight(word)] as const] : [],
  );
  known.set(passage, topic);
  return topic;
}

function contentOf(text: string): ReadonlySet<string> {
  const words = readWords(text);
  const tells = telling(words, true);
  return new Set(words.flatMap((word, i) => ((tells[i] ?? 1) > 0 ? [fold(word)] : [])));
}

/** What the question says, its synonyms among it. */
function saidIn({ words, alternatives }: Question): ReadonlySet<string> {
  return new Set([
    ...words.flatMap(({ meant, perhaps }) => [...meant, ...perhaps]),
    ...alternatives.flatMap(({ others }) => others.flat()),
  ]);
}
