import { fold } from "../src/language/fold.ts";

/** The syllables of a text, without marks and signs. */
export const syllablesOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Two texts are nearly the same above this share of common syllables among all of both. */
const SHARE = 0.8;

/**
 * The texts that are nearly the same as an earlier one. Two such share one of their rarest syllables, so only texts
 * with one of these in common are compared.
 */
export function nearDuplicates(texts: readonly string[]): string[] {
  const sets = texts.map((text) => new Set(syllablesOf(text)));
  const counts = new Map<string, number>();
  for (const set of sets) for (const one of set) counts.set(one, (counts.get(one) ?? 0) + 1);
  const rank = new Map([...counts].sort((a, b) => a[1] - b[1]).map(([one], i) => [one, i]));
  const holders = new Map<string, number[]>();
  return texts.filter((_, i) => {
    const set = sets[i] as Set<string>;
    const rarest = [...set].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
    const telling = rarest.slice(0, set.size - Math.ceil(SHARE * set.size) + 1);
    const found = telling.some((one) =>
      (holders.get(one) ?? []).some((j) => alike(set, sets[j] as Set<string>)),
    );
    for (const one of telling) {
      const list = holders.get(one);
      if (list === undefined) holders.set(one, [i]);
      else list.push(i);
    }
    return found;
  });
}

function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  if (small.size <= SHARE * large.size) return false;
  let both = 0;
  for (const syllable of small) if (large.has(syllable)) both += 1;
  return both / (one.size + other.size - both) > SHARE;
}
