import { fold, foldedAlternatives } from "../../../language/fold.ts";
import json from "./small-words.json" with { type: "json" };

/** A number of persons or things, as it stands in a text. */
export interface Count {
  readonly words: string;
  /** What is counted, without marks. */
  readonly unit: string;
}

const COUNT = new RegExp(
  `(?<![a-z0-9.,/])\\d+(?:[ -]\\d+)* (${foldedAlternatives(json.units)})(?![a-z])`,
  "gu",
);

/**
 * The counts in a text, in order. In NFC folding doesn't move letters.
 * @example countsIn("8 9 người đeo ba lô") // [{ words: "8 9 người", unit: "nguoi" }]
 */
export const countsIn = (text: string): readonly Count[] =>
  [...fold(text).matchAll(COUNT)].map(({ 0: found, 1: unit = "", index }) => ({
    words: text.slice(index, index + found.length),
    unit,
  }));

/**
 * The story with another count in the place of the one that it has; null where it isn't plain which one is meant.
 * @example recounted("khoảng 20 xe đua", "30 xe") // "khoảng 30 xe đua"
 */
export function recounted(story: string, right: string): string | null {
  const old = countsIn(story);
  const isOld = ({ words }: Count): boolean => old.some((one) => fold(one.words) === fold(words));
  const [now, another] = countsIn(right).filter((one) => !isOld(one));
  if (now === undefined || another !== undefined) return null;
  const same = old.filter(({ unit }) => unit === now.unit);
  const [before] = same;
  return before === undefined || same.length > 1 ? null : story.replace(before.words, now.words);
}
