import { createVocabulary, type Vocabulary } from "../../knowledge/search-vocabulary.ts";
import { readWords } from "../../knowledge/terms.ts";
import { fold } from "../../language/fold.ts";

/** The words of some questions: what a slip in another one may have been meant to be. */
export function vocabularyOf(questions: readonly string[]): Vocabulary {
  const frequencies: Record<string, number> = {};
  for (const question of questions) {
    for (const word of new Set(readWords(question).map(fold)))
      frequencies[word] = (frequencies[word] ?? 0) + 1;
  }
  return createVocabulary(questions.length, frequencies);
}
