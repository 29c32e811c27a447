import type { Utterance } from "../../../language/utterance.ts";

/** The features of the likeness: words with and without marks, neighbours, words two apart, the first and the last. */
export function featuresOf({ words, folded }: Utterance): string[] {
  const found = new Set<string>();
  folded.forEach((word, i) => {
    found.add(word);
    if (words[i] !== word) found.add(`'${words[i]}`);
    if (i + 1 < folded.length) found.add(`${word} ${folded[i + 1]}`);
    if (i + 2 < folded.length) found.add(`${word} _ ${folded[i + 2]}`);
  });
  found.add(`^${folded[0] ?? ""}`);
  found.add(`$${folded.at(-1) ?? ""}`);
  return [...found];
}
