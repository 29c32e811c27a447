import { vocabularyOf } from "./asking-words.ts";
import type { CuratedAnswer } from "./curated-answers.ts";
import { questionsOf } from "./curated-library.ts";
import { readMeaning } from "./meaning.ts";
import { isKindred, isSame } from "./same-question.ts";
import type { Unanswered } from "./unanswered.ts";

/** Questions that ask the same, the most asked first. */
export interface QuestionGroup {
  readonly variants: readonly [Unanswered, ...Unanswered[]];
  /** How often they were asked in all. */
  readonly n: number;
  readonly lastDay: string;
}

/** The similarity from which on two questions are shown as one. */
const SHARED = 0.6;

/**
 * The questions without an answer in use, grouped by meaning, the most asked group first. Each joins the first group
 * whose most asked question asks the same, with more or fewer details.
 * @param questions the most asked first
 */
export function groupQuestions(
  questions: readonly Unanswered[],
  live: readonly CuratedAnswer[],
): readonly QuestionGroup[] {
  const vocabulary = vocabularyOf([...questions.map(({ words }) => words), ...live.flatMap(questionsOf)]);
  const read = (text: string) => readMeaning(text, vocabulary);
  const answered = live.flatMap(questionsOf).map(read);
  const groups: {
    readonly meaning: ReturnType<typeof read>;
    readonly variants: [Unanswered, ...Unanswered[]];
  }[] = [];
  for (const question of questions) {
    const meaning = read(question.words);
    if (answered.some((other) => isSame(meaning, other))) continue;
    const group = groups.find(
      (other) => isSame(meaning, other.meaning) || isKindred(meaning, other.meaning, SHARED),
    );
    if (group === undefined) groups.push({ meaning, variants: [question] });
    else group.variants.push(question);
  }
  return groups
    .map(({ variants }) => ({
      variants,
      n: variants.reduce((sum, { n }) => sum + n, 0),
      lastDay: variants.reduce((last, { lastDay }) => (lastDay > last ? lastDay : last), ""),
    }))
    .sort((a, b) => b.n - a.n || (a.lastDay < b.lastDay ? 1 : -1));
}

/** The questions among these that one of the texts asks too. */
export function askedBy(texts: readonly string[], questions: readonly Unanswered[]): readonly Unanswered[] {
  const vocabulary = vocabularyOf([...texts, ...questions.map(({ words }) => words)]);
  const meanings = texts.map((text) => readMeaning(text, vocabulary));
  return questions.filter(({ words }) => {
    const meaning = readMeaning(words, vocabulary);
    return meanings.some((other) => isSame(meaning, other));
  });
}
