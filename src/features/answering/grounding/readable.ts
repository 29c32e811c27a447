/** Characters that hide, reverse the text or look like others: no honest sentence has them. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u;
const FOREIGN_LETTER = /(?!\p{Script=Latin})\p{L}/u;
/** Digits of other scripts that NFKC doesn't change. */
const FOREIGN_DIGIT = /(?![0-9])\p{N}/u;
/** A combining mark without a letter: several of them can hide something. */
const LOOSE_MARK = /\p{M}/u;
/** "1l3", "O9I2": a letter in place of a digit. Units ("5km", "7h30", "3g") and codes ("2a") are allowed. */
const DIGIT_LETTER_DIGIT = /\d[\p{L}]{1,2}\d/u;
const TIME = /\b\d{1,2}[hg]\d{2}\b/giu;

/**
 * The sentence in one form (NFKC: full-width digits become digits), or null where it can't be checked: hidden
 * characters, letters of other scripts, letters among digits.
 */
export function readable(text: string): string | null {
  const plain = text
    .normalize("NFKC")
    .replace(/[\t\n\r\u00a0\u202f]+/gu, " ")
    .trim();
  const odd = [HIDDEN, FOREIGN_LETTER, FOREIGN_DIGIT, LOOSE_MARK].some((form) => form.test(plain));
  return odd || DIGIT_LETTER_DIGIT.test(plain.replace(TIME, " ")) ? null : plain;
}

/** A source in the same form; nothing in it is refused. */
export function sourceForm(text: string): string {
  return text.normalize("NFKC").replace(/[\u00a0\u202f]/gu, " ");
}
