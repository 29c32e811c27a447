import { fold } from "../../../language/fold.ts";
import { NOISE } from "./noise-rules.ts";

/**
 * True where two stories are told in nearly the same words, with or without marks.
 * @example areSameWords("mất xe Wave đỏ ở chợ", "mat xe wave do o cho") // true
 */
export function areSameWords(one: string, other: string): boolean {
  const [ours, theirs] = [wordsIn(one), wordsIn(other)];
  const least = Math.min(ours.size, theirs.size);
  if (least < NOISE.same.fewestWords) return fold(one).trim() === fold(other).trim();
  const shared = [...ours].filter((word) => theirs.has(word)).length;
  // Also of the longer one: a long story that contains a short one tells more.
  return shared >= NOISE.same.shared * Math.max(ours.size, theirs.size);
}

/**
 * True where one story has hardly a word that the other hasn't.
 * @example saysNothingNew("báo cháy kho vải", "cháy to ở kho vải, báo giúp") // true
 */
export function saysNothingNew(one: string, other: string): boolean {
  const [ours, theirs] = [wordsIn(one), wordsIn(other)];
  const shared = [...ours].filter((word) => theirs.has(word)).length;
  return ours.size >= NOISE.same.fewestWords && shared >= NOISE.same.shared * ours.size;
}

const wordsIn = (text: string): ReadonlySet<string> => new Set(fold(text).match(/[\p{L}\p{N}]+/gu) ?? []);
