/** At most `length` UTF-16 units, cut at no half character, "…" where something is missing. */
export function short(words: string, length: number): string {
  const clean = words.toWellFormed();
  return clean.length <= length
    ? clean
    : `${clean
        .slice(0, length - 1)
        .replace(/[\uD800-\uDBFF]$/u, "")
        .trimEnd()}…`;
}
