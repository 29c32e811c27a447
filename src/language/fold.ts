/** Folding: the one place that decides when two spellings of Vietnamese are the same. */

const MARKS = /\p{M}+/gu;

/** A Vietnamese syllable has at most seven letters; with decomposed marks it has more characters. */
const LONGEST_WORD = 12;
/** There are about seven thousand syllables; when the memory is full, all of it is cleared. */
const MOST_WORDS = 20_000;

/** Remembers a function's results for single words: the same few thousand come again and again. */
function remembering(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    if (text.length > LONGEST_WORD) return work(text);
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    const result = work(text);
    if (known.size >= MOST_WORDS) known.clear();
    known.set(text, result);
    return result;
  };
}

/**
 * Lower case, no diacritics, đ → d.
 * @example fold("Đạt chuẩn") // "dat chuan"
 */
export const fold = remembering(foldText);

function foldText(text: string): string {
  return text.normalize("NFD").replace(MARKS, "").replace(/[đĐ]/g, "d").toLowerCase().normalize("NFC");
}

const OLD_TONE = /([oóòỏõọ])([aàáảãạeèéẻẽẹ])|([uúùủũụ])([yỳýỷỹỵ])/giu;
const TONES = ["\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];

/**
 * NFC with one tone position: "hòa" and "hoà", "thủy" and "thuỷ" become the same string,
 * with the tone on the second vowel. For comparing marked words; not for display.
 */
export const normaliseTone = remembering(withToneOnSecond);

function withToneOnSecond(text: string): string {
  return text.normalize("NFC").replace(OLD_TONE, (pair, _a, _b, _c, _d, offset: number, whole: string) => {
    // "qu" is a consonant: the tone of "quý" already sits on y.
    if (/q/i.test(whole[offset - 1] ?? "") && /^u/i.test(pair)) return pair;
    const decomposed = pair.normalize("NFD");
    const tone = TONES.find((mark) => decomposed.includes(mark));
    return tone === undefined ? pair : (decomposed.replace(tone, "") + tone).normalize("NFC");
  });
}

/** Folded phrases for a regular expression, longer ones first: "ma" must not stop short of "ma so". */
export const foldedAlternatives = (phrases: readonly string[]): string =>
  [...new Set(phrases.map(fold))].sort((a, b) => b.length - a.length).join("|");

/** True where the word has no diacritic, as typed on a keyboard without Vietnamese. */
export function isUnmarked(word: string): boolean {
  return fold(word) === word.toLowerCase();
}

/**
 * A typed word matches a written one when it is the same, or when it was typed without any mark and folds to it:
 * "chay" may be "cháy", "chạy" may not.
 */
export function wordMatches(typed: string, written: string): boolean {
  return typed === written || (isUnmarked(typed) && typed === fold(written));
}
