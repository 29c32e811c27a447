/** Reads advice as rules do: what it tells people to do, and what of it harms. */

/** Patterns that must not be advised; each has beside it a sentence that it must find. */
export type Never = Readonly<Record<string, string>>;

/** Whole words, as we write them: without marks "đáp" would be "đắp". */
export const has = (text: string, pattern: string): boolean =>
  new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, "u").test(text.toLowerCase());

/** What a text tells people to do: without what follows "không" or "đừng" up to the next comma. */
const advised = (text: string): string =>
  text
    .toLowerCase()
    .split(/[.,;:\n]|(?<!\p{L})thì(?!\p{L})/u)
    .map((clause) => clause.replace(/(?<!\p{L})(?:không|đừng|chớ|chưa|khoan)(?!\p{L}).*$/u, ""))
    .join("\n");

/** The patterns that a text advises. */
export const breaches = (text: string, never: Never): string[] =>
  Object.keys(never).filter((pattern) => has(advised(text), pattern));
