import { fold, isUnmarked } from "../../language/fold.ts";
import { readWords } from "../terms.ts";

/** Puts marks on a question that has none, as the knowledge writes its words; other questions stay as they are. */
export type RestoreMarks = (question: string) => string;

/** How far a pair that was never seen falls back to how common the word itself is. */
const FALLBACK = 2;
/** A word that the knowledge doesn't have stays as it was typed. */
const UNSEEN = 0.1;

/**
 * Learns from texts which marked word follows which, and then takes the most probable marks of the whole question.
 * @param texts words with marks, a space between them
 */
export function markRestorer(texts: Iterable<string>): RestoreMarks {
  const counts = new Map<string, number>();
  const pairs = new Map<string, number>();
  const marked = new Map<string, Set<string>>();
  const add = (to: Map<string, number>, key: string) => to.set(key, (to.get(key) ?? 0) + 1);
  for (const text of texts) {
    const words = text.split(" ");
    words.forEach((word, i) => {
      add(counts, word);
      if (i > 0) add(pairs, `${words[i - 1]} ${word}`);
      const folded = fold(word);
      marked.set(folded, (marked.get(folded) ?? new Set()).add(word));
    });
  }
  const count = (word: string) => counts.get(word) ?? UNSEEN;

  return (question) => {
    if (!isUnmarked(question.normalize("NFC").toLowerCase())) return question;
    const words = readWords(question).map(fold);
    let ways: { readonly words: readonly string[]; readonly score: number }[] = [{ words: [], score: 0 }];
    for (const word of words) {
      const forms = [...(marked.get(word) ?? [word])];
      const all = forms.reduce((sum, form) => sum + count(form), 0);
      ways = forms.map((form) =>
        ways
          .map((way) => {
            const before = way.words.at(-1) ?? "";
            const seen = pairs.get(`${before} ${form}`) ?? 0;
            const chance = (seen + (FALLBACK * count(form)) / all) / ((counts.get(before) ?? 0) + FALLBACK);
            return { words: [...way.words, form], score: way.score + Math.log(chance) };
          })
          .reduce((best, way) => (way.score > best.score ? way : best)),
      );
    }
    return ways.reduce((best, way) => (way.score > best.score ? way : best)).words.join(" ");
  };
}
