import { createVocabulary, type Vocabulary } from "../../knowledge/search-vocabulary.ts";
import { readWords } from "../../knowledge/terms.ts";
import { fold } from "../../language/fold.ts";

/** The words of some questions: to find what a misspelt word in another question may mean. */
export function vocabularyOf(questions: readonly string[]): Vocabulary {
  const frequencies: Record<string, number> = {};
  for (const question of questions) {
    for (const word of new Set(readWords(question).map(fold)))
      frequencies[word] = (frequencies[word] ?? 0) + 1;
  }
  return createVocabulary(questions.length, frequencies);
}
