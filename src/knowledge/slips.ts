import type { Vocabulary } from "./vocabulary.ts";

/** Every way in which a Vietnamese syllable may begin and end, without marks. */
const SYLLABLE =
  /^(b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|q|r|s|t|th|tr|v|x|)(a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|e|ec|ech|em|en|eng|enh|eo|ep|et|eu|i|ia|ich|iec|iem|ien|ieng|iep|iet|ieu|im|in|inh|ip|it|iu|o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oat|oay|oc|oe|oen|oeo|oet|oi|om|on|ong|ooc|oong|op|ot|u|ua|uan|uang|uat|uay|uan|uc|ue|uech|uenh|ui|um|un|ung|uo|uoc|uoi|uom|uon|uong|uop|uot|uou|up|ut|uu|uy|uya|uych|uyen|uyet|uynh|uyt|uyu|ua|uai|y|yem|yen|yet|yeu)$/;
const MIN_LENGTH = 3;
const MAX_CANDIDATES = 2;

/**
 * What a syllable unknown to the knowledge may have been meant to be: the commonest known syllables one slip away.
 * A syllable that Vietnamese has is taken as meant: the knowledge simply doesn't speak of it.
 * @param syllable without marks
 */
export function guessMeant(syllable: string, vocabulary: Vocabulary): string[] {
  if (
    syllable.length < MIN_LENGTH ||
    /\d/.test(syllable) ||
    vocabulary.frequency(syllable) > 0 ||
    SYLLABLE.test(syllable)
  )
    return [];
  const swapped = swaps(syllable).filter((word) => vocabulary.frequency(word) > 0);
  const found =
    swapped.length > 0 ? swapped : edits(syllable).filter((word) => vocabulary.frequency(word) > 0);
  return [...new Set(found)]
    .sort((a, b) => vocabulary.frequency(b) - vocabulary.frequency(a))
    .slice(0, MAX_CANDIDATES);
}

/** Two neighbouring letters typed in the wrong order. */
function swaps(word: string): string[] {
  return Array.from(
    { length: word.length - 1 },
    (_, i) => word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2),
  );
}

const LETTERS = [..."abcdeghiklmnopqrstuvxy"];

/** One letter too many, one missing, one wrong. Candidates must be Vietnamese syllables themselves. */
function edits(word: string): string[] {
  const out: string[] = [];
  for (let i = 0; i <= word.length; i++) {
    const [before, after] = [word.slice(0, i), word.slice(i)];
    if (after !== "") out.push(before + after.slice(1));
    for (const letter of LETTERS) {
      out.push(before + letter + after);
      if (after !== "") out.push(before + letter + after.slice(1));
    }
  }
  return out.filter((candidate) => SYLLABLE.test(candidate));
}
