import { fold } from "../../src/language/fold.ts";
import type { Utterance } from "../../src/language/utterance.ts";

type Words = Pick<Utterance, "words" | "folded">;

/** The same message as others would type it: without marks, a word or a letter left out, two letters swapped. */
export function roughened({ words, folded }: Words, random: () => number): Words {
  const bare = random() < 0.45;
  const losesWords = random() < 0.3;
  const slips = random() < 0.15;
  const out: string[] = [];
  const bareOut: string[] = [];
  words.forEach((word, i) => {
    if (losesWords && words.length > 3 && random() < 0.12) return;
    let typed = bare ? (folded[i] as string) : word;
    const hasSlip = slips && typed.length > 2 && random() < 0.2;
    if (hasSlip) {
      const at = 1 + Math.floor(random() * (typed.length - 1));
      typed = typed.slice(0, at) + typed.slice(at + 1);
    }
    out.push(typed);
    bareOut.push(hasSlip ? fold(typed) : (folded[i] as string));
  });
  return { words: out, folded: bareOut };
}

/** What people say around a message that changes nothing of what it does. */
export interface Around {
  /** Greetings and the like. */
  readonly before: readonly Words[];
  /** Thanks and the like. */
  readonly behind: readonly Words[];
  /** Short calm messages that somebody may say in the same breath. */
  readonly calm: readonly Words[];
}

/** The same message with a greeting before it, thanks behind it or, where it may be, a calm sentence beside it. */
export function surrounded(said: Words, around: Around, mayBeBeside: boolean, random: () => number): Words {
  const one = (some: readonly Words[]): readonly Words[] =>
    some.length === 0 ? [] : [some[Math.floor(random() * some.length)] as Words];
  const parts = [said];
  if (mayBeBeside && random() < 0.06) {
    if (random() < 0.5) parts.unshift(...one(around.calm));
    else parts.push(...one(around.calm));
  }
  if (random() < 0.12) parts.unshift(...one(around.before));
  if (random() < 0.06) parts.push(...one(around.behind));
  return { words: parts.flatMap(({ words }) => words), folded: parts.flatMap(({ folded }) => folded) };
}
