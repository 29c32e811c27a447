import { type Asked, bareAnswer } from "./bare-answer.ts";
import { ownNames } from "./names/own-names.ts";
import type { OwnDetail } from "./own-detail.ts";
import { ownHomes } from "./own-homes.ts";
import { ownNumbers } from "./own-numbers.ts";
import { ownProfiles } from "./own-profiles.ts";
import { readOwn } from "./own-reading.ts";
import { ownWorkplaces } from "./own-workplaces.ts";

export { namesAgain } from "./again.ts";
export { type Asked, asksFor, saysNothingElse } from "./bare-answer.ts";
export { householders } from "./names/householders.ts";
export type { OwnDetail, OwnKind, Whose } from "./own-detail.ts";
export { readable } from "./own-reading.ts";
export { dripped, endsInPiece } from "./pieces.ts";

/**
 * Whatever in a text may point to a person, in order, with whose it is by the words around it. It looks for too much
 * rather than too little: what stays unclear is asked.
 * @param text as `readable` gives it
 * @param asked what a question asked for, empty for another question; absent where the text is no answer to one
 * @example
 * ownDetails("em tên Lan, thằng trộm dùng số 0987654321").map(({ words, whose }) => [words, whose]);
 * // [["Lan", "reporter"], ["0987654321", "other"]]
 */
export function ownDetails(text: string, asked?: ReadonlySet<Asked>): readonly OwnDetail[] {
  const reading = readOwn(text);
  const profiles = ownProfiles(reading);
  const numbers = ownNumbers(reading, profiles);
  const names = ownNames(reading, [...profiles, ...numbers]);
  const found = [...profiles, ...numbers, ...names];
  const bare = asked === undefined ? [] : bareAnswer(reading, asked);
  return withoutOverlaps([...found, ...ownHomes(reading, found), ...ownWorkplaces(reading), ...bare]);
}

/** Of two that overlap the first stays whole, and of the other what goes on behind it. */
function withoutOverlaps(found: readonly OwnDetail[]): readonly OwnDetail[] {
  const kept: OwnDetail[] = [];
  for (const detail of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const before = kept.at(-1);
    if (before === undefined || detail.start >= before.end) kept.push(detail);
    else if (detail.end > before.end)
      kept.push({ ...detail, start: before.end, words: detail.words.slice(before.end - detail.start) });
  }
  return kept;
}

/** The text with some of its details replaced. */
export function hideDetails(text: string, details: readonly OwnDetail[], replacement: string): string {
  return [...details]
    .sort((a, b) => a.start - b.start)
    .reduceRight((all, { start, end }) => all.slice(0, start) + replacement + all.slice(end), text);
}
