import { fold } from "../language/fold.ts";
import { PROVINCE } from "../language/province.ts";
import { wordsOf } from "../language/syllables.ts";
import type { Utterance } from "../language/utterance.ts";

/** Stands for the name of a place: another province's names read the same. */
const PLACE = "nơinày";
const FOLDED_PLACE = fold(PLACE);

/** Names of one syllable are ordinary words; they are left. */
const NAMES: readonly (readonly string[])[] = [
  PROVINCE.name,
  ...PROVINCE.formerDistricts,
  ...PROVINCE.mountains,
  ...PROVINCE.communes.flatMap(({ name, was }) => [name, ...was]),
]
  .map((name) => wordsOf(name))
  .filter((words) => words.length > 1);

/** The names by their first syllable, with its marks and without. */
const BY_FIRST = new Map<string, readonly (readonly string[])[]>();
for (const name of NAMES)
  for (const first of new Set([name[0] as string, fold(name[0] as string)]))
    BY_FIRST.set(
      first,
      [...(BY_FIRST.get(first) ?? []), name].sort((a, b) => b.length - a.length),
    );

/** Before a name that was typed without marks: then it is a name, and not the words that it looks like. */
const BEFORE: ReadonlySet<string> = new Set(
  "xa phuong huyen tinh thon ban khu cho cau deo duong ben ga o tai gan qua ve len xuong den tu dia ubnd an tren".split(
    " ",
  ),
);

type Words = Pick<Utterance, "words" | "folded">;

/**
 * The message with the province's place names masked. A name without marks is masked only behind a word that announces a
 * place: "dong kinh" alone may be an illness.
 */
export function withoutPlaces({ words, folded }: Words): Words {
  const out: { word: string; bare: string }[] = [];
  for (let at = 0; at < words.length; ) {
    const length = nameAt(words, folded, at);
    if (length > 0) out.push({ word: PLACE, bare: FOLDED_PLACE });
    else out.push({ word: words[at] as string, bare: folded[at] as string });
    at += Math.max(1, length);
  }
  return { words: out.map(({ word }) => word), folded: out.map(({ bare }) => bare) };
}

/** How many syllables the name has that begins here; 0 where none does. */
function nameAt(words: readonly string[], folded: readonly string[], at: number): number {
  const isAnnounced = BEFORE.has(folded[at - 1] ?? "");
  const name = BY_FIRST.get(words[at] as string)?.find(
    (syllables) =>
      syllables.every((syllable, i) => words[at + i] === syllable) ||
      (isAnnounced && syllables.every((syllable, i) => words[at + i] === fold(syllable))),
  );
  return name?.length ?? 0;
}
