import { fold } from "../../src/language/fold.ts";
import type { Utterance } from "../../src/language/utterance.ts";

type Words = Pick<Utterance, "words" | "folded">;

/** The same message as others would type it: without marks, a word or a letter left out, two letters swapped. */
export function roughened({ words, folded }: Words, random: () => number): Words {
  const bare = random() < 0.45;
  const losesWords = random() < 0.3;
  const slips = random() < 0.15;
  const out: string[] = [];
  words.forEach((word, i) => {
    if (losesWords && words.length > 3 && random() < 0.12) return;
    let typed = bare ? (folded[i] as string) : word;
    if (slips && typed.length > 2 && random() < 0.2) {
      const at = 1 + Math.floor(random() * (typed.length - 1));
      typed = typed.slice(0, at) + typed.slice(at + 1);
    }
    out.push(typed);
  });
  return { words: out, folded: out.map(fold) };
}
