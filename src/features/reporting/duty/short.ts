/** At most `length` UTF-16 units, never half a character; "…" shows that something is missing. */
export function short(words: string, length: number): string {
  const clean = words.toWellFormed();
  return clean.length <= length
    ? clean
    : `${clean
        .slice(0, length - 1)
        .replace(/[\uD800-\uDBFF]$/u, "")
        .trimEnd()}…`;
}
