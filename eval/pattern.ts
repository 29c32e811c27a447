import { isUnmarked, normaliseTone } from "../src/language/fold.ts";
import type { Reading } from "./reading.ts";

/**
 * A pattern of a check is a small regular expression over whole words. Written without diacritics it is looked for in
 * the folded text, with diacritics in the marked one. `<1.686>`, `<97,63%>` is a quantity: that very number in its
 * Vietnamese form, not part of another one, of a date or of a document number.
 */
export type Pattern = string;

const QUANTITY = /<([\d.]+)(?:,(\d+))?(%?)>/gu;
const compiled = new Map<Pattern, RegExp>();

/** True where the pattern stands in the text. Throws a SyntaxError for a pattern that is no regular expression. */
export function finds(pattern: Pattern, text: Reading): boolean {
  const target = QUANTITY.test(pattern) ? text.quantities : isUnmarked(pattern) ? text.folded : text.marked;
  QUANTITY.lastIndex = 0;
  return compile(pattern).test(target);
}

/** The pattern as the regular expression that is run. */
export function compile(pattern: Pattern): RegExp {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const body = normaliseTone(pattern).replace(
    QUANTITY,
    (_, whole: string, decimals: string | undefined, percent: string) => quantity(whole, decimals, percent),
  );
  const expression = new RegExp(`(?<![\\p{L}\\p{N}])(?:${body})(?![\\p{L}\\p{N}])`, "u");
  compiled.set(pattern, expression);
  return expression;
}

/** Trailing zeros are the same number: 95,5% and 95,50%, 80% and 80,00%. */
function quantity(whole: string, decimals: string | undefined, percent: string): string {
  const fraction = decimals === undefined ? "(?:,0+)?" : `,${decimals}0*`;
  return `(?<![\\d.,])${whole.replaceAll(".", "\\.")}${fraction}${percent}(?![\\d%]|[.,]\\d)`;
}
