import { isKnownPlace } from "../known-places.ts";
import { isHouseWord, LISTS } from "./lexicon.ts";
import { isPlaceAt } from "./names/name-span.ts";
import type { OwnDetail } from "./own-detail.ts";
import { spanOf } from "./own-numbers.ts";
import { type OwnReading, readOwn } from "./own-reading.ts";

/**
 * Given names that come again alone: "Trần Thị Lan" is also "Lan". What is decided for the name holds for them.
 * @param text as `readable` gives it
 * @param details what was found in this text: that stays as it is
 * @param names own names found in this text or in one beside it
 * @example namesAgain("Lan sợ lắm", [], ownDetails("em là Trần Thị Lan")); // "Lan"
 */
export function namesAgain(
  text: string,
  details: readonly OwnDetail[],
  names: readonly OwnDetail[],
): readonly OwnDetail[] {
  const known = new Map<string, OwnDetail>();
  for (const name of names) {
    const given = name.words.match(/[\p{L}\p{M}]+$/u)?.[0];
    if (name.kind === "name" && name.whose !== "other" && given !== undefined) known.set(given, name);
  }
  if (known.size === 0) return [];
  const reading = readOwn(text);
  return reading.tokens.flatMap(({ typed, isCapital, start, end }, at): OwnDetail[] => {
    const name = known.get(typed);
    const before = reading.tokens[at - 1];
    if (name === undefined || isInPlace(reading, at) || LISTS.they.has(before?.word ?? "")) return [];
    // In lower case it may be another word: only where somebody is called so.
    const isCalled = before === undefined || before.is === "sign" || LISTS.self.has(before.word);
    const isFound = details.some((one) => start < one.end && end > one.start);
    return isFound || !(isCapital || isCalled) ? [] : [{ ...name, start, end, words: typed }];
  });
}

/** "quán Hồng Hạnh", "Mẫu Sơn": the end of a place's longer name, too. "Nhà Hồng" is a person's. */
function isInPlace(reading: OwnReading, at: number): boolean {
  let first = at;
  while (reading.tokens[first - 1]?.isCapital === true && !isPlaceAt(reading, first)) first -= 1;
  if (first < at && isKnownPlace(spanOf(reading, first, at + 1).words)) return true;
  return isPlaceAt(reading, first) && !isHouseWord(reading.tokens[first - 1]?.word);
}
